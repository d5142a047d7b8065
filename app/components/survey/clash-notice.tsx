import { useId } from "react";
import { wordsOfField } from "#surveys/fields/index.ts";
import { formatTime, textIn } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { type Choice, type Clash, textsOf } from "./sync/clashes.ts";
import type { SurveyState } from "./use-survey.ts";

type ClashProps = { survey: SurveyState; me: string | null; clashes: Clash[] };

/** Where people changed the same value apart: every version is kept and shown, a person decides, and can take it back. */
export function ClashNotices({ survey, me, clashes }: ClashProps) {
  return clashes.map((clash) => <OneClash key={clash.path} clash={clash} survey={survey} me={me} />);
}

function OneClash({ clash, survey, me }: { clash: Clash; survey: SurveyState; me: string | null }) {
  const t = useTexts().responses.fill.clash;
  const locale = useLocale();
  const { saver } = survey;
  if (!saver) return null;
  const { path, open, standing } = clash;
  const where = wordsOfField(saver.definition, path, null)
    .parts.map((part) => textIn(part, locale))
    .join(", ");
  const title = t.title(open.length + 1);
  const texts = textsOf(clash).length;
  const show = (value: unknown) => {
    const { value: said } = wordsOfField(saver.definition, path, value);
    return said ? textIn(said, locale) : t.empty;
  };
  // What is settled is what stands here, and nothing that arrives while somebody reads.
  const versionOf = (choice: Choice, { value, by, byId, at }: Partial<VersionOf>) => (
    <Version
      key={typeof choice === "string" ? choice : choice.opId}
      isMine={byId === me}
      by={by ?? null}
      at={at ? formatTime(new Date(at), locale) : ""}
      said={show(value)}
      onTake={() => saver.settle(clash, choice)}
    />
  );
  return (
    <Notice
      kind="warn"
      live="alert"
      title={where ? `${title}: ${where}` : title}
      actions={
        texts > 1 ? (
          <button type="button" className="button button--small" onClick={() => saver.settle(clash, "all")}>
            {texts === 2 ? t.both : t.all}
          </button>
        ) : null
      }
    >
      {versionOf("standing", standing ?? {})}
      {open.map((one) => versionOf({ opId: one.opId }, one))}
    </Notice>
  );
}

type VersionOf = { value: unknown; by: string | null; byId: string | null; at: string };

type VersionProps = { isMine: boolean; by: string | null; at: string; said: string; onTake: () => void };

/** One version: whose it is, what it says, and the button that takes it. */
function Version({ isMine, by, at, said, onTake }: VersionProps) {
  const t = useTexts().responses.fill.clash;
  const id = useId();
  return (
    <>
      <div className="version__head">
        <p className="version__by">{t.text(isMine ? t.you : (by ?? t.someone), at)}</p>
        <button type="button" className="button button--small" aria-describedby={id} onClick={onTake}>
          {isMine ? t.mine : t.take(by)}
        </button>
      </div>
      <blockquote className="version" id={id}>
        {said}
      </blockquote>
    </>
  );
}
