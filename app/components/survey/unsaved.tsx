import { Link } from "@remix-run/react";
import { wordsOfField } from "#surveys/fields/index.ts";
import { textIn } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import type { SaveState } from "./sync/save-state.ts";
import type { SurveyState } from "./use-survey.ts";

/** States in which nothing more is saved: what was typed is shown then, and can be taken along. */
const ENDED: readonly SaveState["kind"][] = ["closed", "submitted", "away", "blocked", "other-person"];

/** What could no longer be saved: to be read, copied or kept as a file. Nothing of it is sent anywhere. */
export function Unsaved({ survey, invitationId }: { survey: SurveyState; invitationId: string }) {
  const t = useTexts().responses.fill.save;
  const locale = useLocale();
  const { save, saver } = survey;
  if (!saver || !ENDED.includes(save.kind)) return null;
  const titles: Partial<Record<SaveState["kind"], string>> = {
    ...{ submitted: t.submittedTitle, blocked: t.blockedTitle, away: t.away, "other-person": t.otherPerson },
  };
  const values = saver.unsaved();
  const text = [...values]
    .map(([path, value]) => {
      const { question, parts, value: said } = wordsOfField(saver.definition, path, value);
      const where = [question, ...parts].map((one) => textIn(one, locale)).join(" – ");
      return `${where}: ${said ? textIn(said, locale) : ""}`;
    })
    .join("\n");
  return (
    <Notice kind="warn" title={titles[save.kind] ?? t.closedTitle} live="alert">
      {values.size > 0 ? (
        <>
          <label>
            {t.closed}
            <textarea className="control" readOnly rows={Math.min(10, values.size + 1)} value={text} />
          </label>
          <p className="actions">
            <button type="button" className="button" onClick={() => saveAsFile(text)}>
              {t.download}
            </button>
            {save.kind === "closed" ? (
              <Link className="button" to={paths.ask(invitationId, { anlass: "wieder-oeffnen" })}>
                {t.askAgain}
              </Link>
            ) : null}
          </p>
        </>
      ) : null}
    </Notice>
  );
}

function saveAsFile(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = "praxisspiegel.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
