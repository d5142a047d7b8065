import { useEffect } from "react";
import { formatTime } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useTexts } from "../texts.ts";
import type { SaveState } from "./sync/save-state.ts";

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
    busy: t.busy,
    away: t.away,
    "other-person": t.otherPerson,
    blocked: t.blockedTitle,
    "signed-out": t.signedOut,
    closed: t.closedTitle,
    submitted: t.submittedTitle,
  }[save.kind];
}

function useWarnBeforeLeaving(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
