import { useEffect } from "react";
import { formatTime } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { questionOf } from "./question-of.ts";
import type { SaveState } from "./saver.ts";
import type { SurveyState } from "./use-survey.ts";

/** Who came by link has no account to sign in to: the link is opened once more. */
type SaveLineProps = { save: SaveState; invitationId: string; byLink?: boolean };

/** Is it safe? One quiet line. It says "saved" only when the server has acknowledged everything. */
export function SaveLine({ save, invitationId, byLink = false }: SaveLineProps) {
  const { responses, links } = useTexts();
  const t = responses.fill.save;
  const words = useSaveWords(save);
  useWarnBeforeLeaving(save.open > 0);
  return (
    <p className={`save-state save-state--${save.kind}`} role="status">
      {save.kind === "signed-out" && byLink ? links.cover.openAgain : words}{" "}
      {save.kind === "signed-out" && !byLink ? (
        <a href={paths.signIn(paths.invitation(invitationId))} target="_blank" rel="noreferrer">
          {t.signInAgain}
        </a>
      ) : null}
    </p>
  );
}

/** How it stands with saving, in words. */
export function useSaveWords(save: SaveState): string {
  const t = useTexts().responses.fill.save;
  const locale = useLocale();
  return {
    idle: t.idle,
    saving: t.saving,
    saved: save.at ? t.saved(formatTime(save.at, locale)) : t.idle,
    offline: t.offline(save.waiting),
    refused: t.refused,
    clash: t.clash,
    blocked: t.blockedTitle,
    "signed-out": t.signedOut,
    closed: t.closedTitle,
    submitted: t.submittedTitle,
  }[save.kind];
}

/** What could no longer be saved, to be copied. */
export function Unsaved({ survey }: { survey: SurveyState }) {
  const t = useTexts().responses.fill.save;
  const title = { submitted: t.submittedTitle, blocked: t.blockedTitle }[survey.save.kind as string] ?? t.closedTitle;
  const values = survey.saver?.unsaved() ?? new Map<string, unknown>();
  const text = [...values].map(([path, value]) => `${titleOf(survey, path)}: ${shown(survey, path, value)}`).join("\n");
  return (
    <Notice kind="warn" title={title} live="alert">
      {values.size > 0 ? (
        <label>
          {t.closed}
          <textarea className="control" readOnly rows={Math.min(10, values.size + 1)} value={text} />
        </label>
      ) : null}
    </Notice>
  );
}

/** The question in its own words; a comment is named by the question that it belongs to. */
export function titleOf({ model }: SurveyState, path: string): string {
  return questionOf(model, path)?.title ?? path;
}

/** An answer as plain text, in the words of the question: what a person can read, and copy into a mail. */
export function shown({ model }: SurveyState, path: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const words: unknown = path.endsWith("-Comment")
    ? value
    : (questionOf(model, path)?.getDisplayValue(false, value) ?? value);
  return typeof words === "object" ? JSON.stringify(words, null, 1) : String(words);
}

function useWarnBeforeLeaving(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
