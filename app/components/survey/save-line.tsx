import { useEffect } from "react";
import { formatTime } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import type { SaveState } from "./saver.ts";

/** Is it safe? One quiet line. It says "saved" only when the server has acknowledged everything. */
export function SaveLine({ save, invitationId }: { save: SaveState; invitationId: string }) {
  const t = useTexts().responses.fill.save;
  const locale = useLocale();
  useWarnBeforeLeaving(save.waiting > 0);
  const words = {
    idle: t.idle,
    saving: t.saving,
    saved: save.at ? t.saved(formatTime(save.at, locale)) : t.idle,
    offline: t.offline(save.waiting),
    refused: t.refused,
    "signed-out": t.signedOut,
    closed: t.closedTitle,
  }[save.kind];
  return (
    <p className={`save-state save-state--${save.kind}`} role="status">
      {save.kind === "saved" ? <span aria-hidden="true">✓ </span> : null}
      {words}{" "}
      {save.kind === "signed-out" ? (
        <a href={paths.signIn(paths.invitation(invitationId))} target="_blank" rel="noreferrer">
          {t.signInAgain}
        </a>
      ) : null}
    </p>
  );
}

/** What could no longer be saved, to be copied. */
export function Unsaved({ values }: { values: Map<string, unknown> }) {
  const t = useTexts().responses.fill.save;
  const text = [...values].map(([name, value]) => `${name}: ${written(value)}`).join("\n");
  return (
    <Notice kind="warn" title={t.closedTitle} live="alert">
      {values.size > 0 ? (
        <label>
          {t.closed}
          <textarea className="control" readOnly rows={Math.min(10, values.size + 1)} value={text} />
        </label>
      ) : null}
    </Notice>
  );
}

/** An answer as plain text: what a person can copy into a mail. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}

function useWarnBeforeLeaving(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
