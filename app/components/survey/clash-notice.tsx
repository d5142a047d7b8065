import { wordsOfField } from "#surveys/fields/index.ts";
import { formatTime, textIn } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import type { Clash } from "./sync/clashes.ts";
import type { SurveyState } from "./use-survey.ts";

type ClashProps = { survey: SurveyState; me: string | null; clashes: Clash[] };

/** Where two people changed the same value: both versions are kept and shown, a person decides, and can take it back. */
export function ClashNotices({ survey, me, clashes }: ClashProps) {
  return clashes.map((clash) => <OneClash key={clash.path} clash={clash} survey={survey} me={me} />);
}

function OneClash({ clash, survey, me }: { clash: Clash; survey: SurveyState; me: string | null }) {
  const t = useTexts().responses.fill.clash;
  const locale = useLocale();
  const { saver } = survey;
  if (!saver) return null;
  const { path, open, standing } = clash;
  const words = (value: unknown) => wordsOfField(saver.definition, path, value);
  const { parts } = words(null);
  const show = (value: unknown) => {
    const said = words(value).value;
    return said ? textIn(said, locale) : t.empty;
  };
  const last = open.at(-1);
  const isText = typeof last?.value === "string" && typeof standing?.value === "string" && !path.includes("/=");
  const isMine = last?.byId === me;
  const name = (by: string | null | undefined, id: string | null | undefined) =>
    id && id === me ? t.you : (by ?? t.someone);
  const where = parts.map((part) => textIn(part, locale)).join(", ");
  return (
    <Notice
      kind="warn"
      live="alert"
      title={where ? `${t.title}: ${where}` : t.title}
      actions={
        <>
          <button type="button" className="button button--small" onClick={() => saver.settle(clash, "mine")}>
            {isMine ? t.mine : t.take(name(last?.by, last?.byId))}
          </button>
          <button type="button" className="button button--small" onClick={() => saver.settle(clash, "theirs")}>
            {t.take(name(standing?.by, standing?.byId))}
          </button>
          {isText ? (
            <button type="button" className="button button--small" onClick={() => saver.settle(clash, "both")}>
              {t.both}
            </button>
          ) : null}
        </>
      }
    >
      <p className="version__by">
        {t.text(name(standing?.by, standing?.byId), standing ? formatTime(new Date(standing.at), locale) : "")}
      </p>
      <blockquote className="version">{show(standing?.value)}</blockquote>
      <p className="version__by">
        {t.text(name(last?.by, last?.byId), last ? formatTime(new Date(last.at), locale) : "")}
      </p>
      <blockquote className="version">{show(last?.value)}</blockquote>
    </Notice>
  );
}
