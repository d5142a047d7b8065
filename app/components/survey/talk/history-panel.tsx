import { useEffect, useRef, useState } from "react";
import type { Change } from "../../../domain/talk/read-history.server.ts";
import { paths } from "../../../paths.ts";
import { useLocale, useTexts } from "../../texts.ts";
import { shortName } from "./people.ts";
import { PersonCircle } from "./person-circle.tsx";
import { titleAt } from "./places-here.ts";
import { useRestore } from "./restore.ts";
import { fetchHistory } from "./talk-api.ts";
import { useTalkHere } from "./talk-context.tsx";
import { whenText } from "./when.ts";

type Shown = { changes: Change[]; next: string | null } | "loading" | "failed";

/** Who changed a question when and into what; each value can be brought back with one click. */
export function HistoryPanel({ invitationId, question }: { invitationId: string; question: string }) {
  const t = useTexts().talk.history;
  const { survey } = useTalkHere();
  const restore = useRestore();
  const [shown, setShown] = useState<Shown>("loading");
  const [restored, setRestored] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const seen = useRef<string>();

  // A new answer makes a new line, once it is saved.
  const saved = survey.save.kind === "saved" ? String(survey.save.at) : "";
  useEffect(() => {
    if (seen.current === saved) return;
    seen.current = saved;
    let ended = false;
    fetchHistory(paths.history(invitationId, question)).then((found) => !ended && setShown(found ?? "failed"));
    return () => {
      ended = true;
      seen.current = undefined;
    };
  }, [invitationId, question, saved]);

  async function more() {
    if (typeof shown === "string" || !shown.next) return;
    const older = await fetchHistory(paths.history(invitationId, question, shown.next));
    if (older) setShown({ changes: [...shown.changes, ...older.changes], next: older.next });
  }

  return (
    <div className="history">
      <h3 className="history__title" ref={heading} tabIndex={-1}>
        {t.title(titleAt(survey.model, question))}
      </h3>
      <div role="status">
        {shown === "loading" ? <p className="quiet">{t.loading}</p> : null}
        {shown === "failed" ? <p>{t.failed}</p> : null}
        {restored ? <p>{t.restored}</p> : null}
      </div>
      {typeof shown !== "string" && shown.changes.length === 0 ? <p className="quiet">{t.empty}</p> : null}
      {typeof shown === "string" ? null : (
        <ol className="plain-list history__list">
          {shown.changes.map((change, i) => (
            <OneChange
              key={change.opId}
              change={change}
              isCurrent={shown.changes.findIndex((one) => one.path === change.path && one.clash === null) === i}
              onRestore={() => {
                restore(change.path, change.raw);
                setRestored(true);
              }}
            />
          ))}
        </ol>
      )}
      {typeof shown !== "string" && shown.next ? (
        <button type="button" className="button button--small" onClick={more}>
          {t.more}
        </button>
      ) : null}
    </div>
  );
}

function OneChange({ change, isCurrent, onRestore }: { change: Change; isCurrent: boolean; onRestore: () => void }) {
  const t = useTexts().talk;
  const locale = useLocale();
  const { talk, survey } = useTalkHere();
  const said = change.step ? t.history.steps[change.step] : change.value || t.history.taken;
  // Entries of lists are brought back where they are listed.
  const canRestore = talk?.open && !isCurrent && !change.path.includes("/@") && survey.model !== undefined;
  return (
    <li className="change">
      <p className="note__head">
        {change.byId && change.by ? <PersonCircle accountId={change.byId} name={change.by} /> : null}
        <strong>{change.by ? shortName(change.by) : t.history.someone}</strong>{" "}
        <time className="quiet" dateTime={change.at}>
          {whenText(change.at, locale, t.when)}
        </time>
      </p>
      <p className="note__text">
        {change.parts.length > 0 ? <span className="quiet">{change.parts.join(" › ")}: </span> : null}
        {said}
      </p>
      {change.clash ? (
        <p className="change__clash">{change.clash === "open" ? t.history.clashOpen : t.history.clashSettled}</p>
      ) : null}
      {isCurrent ? <p className="quiet">{t.history.current}</p> : null}
      {canRestore ? (
        <button type="button" className="talk-link" onClick={onRestore}>
          {t.history.restore}
          <span className="visually-hidden">{t.history.restoreOf([...change.parts, said].join(", "))}</span>
        </button>
      ) : null}
    </li>
  );
}
