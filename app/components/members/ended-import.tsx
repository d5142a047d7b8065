import { Link } from "@remix-run/react";
import type { ImportPage } from "../../domain/members/import/preview.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatCount, formatDate, formatTime } from "../../format.ts";
import { paths } from "../../paths.ts";
import { ConfirmCard } from "../layout/confirm-card.tsx";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { faultText } from "./fault-text.ts";

type EndedProps = {
  page: ImportPage & { ended: NonNullable<ImportPage["ended"]> };
  /** the person asked to undo it and is to confirm that */
  undoing: boolean;
  /** why it could not be undone */
  faults: Fault[] | undefined;
};

/** What became of an import, and the way back. */
export function EndedImport({ page, undoing, faults }: EndedProps) {
  const texts = useTexts();
  const t = texts.memberImport.applied;
  const locale = useLocale();
  const { importId, state, ended } = page;
  const at = `${formatDate(ended.at, locale)}, ${formatTime(ended.at, locale)}`;
  const figures = [
    ...(["new", "changed", "unchanged", "left"] as const).map((code) => {
      return [texts.memberImport.preview.figures[code], ended.counts?.[code] ?? 0] as const;
    }),
    [t.organisations, ended.organisations] as const,
    [t.people, ended.people] as const,
  ];
  return (
    <>
      {faults ? (
        <Notice kind="danger" title={t.refused} live="alert">
          <ul className="bullets">
            {faults.map((fault) => (
              <li key={fault.path + fault.code}>{faultText(texts, locale, fault)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {state === "applied" ? (
        <Notice kind="good" title={t.title}>
          <p>{t.text(at)}</p>
        </Notice>
      ) : null}
      {state === "undone" ? <Notice title={t.undone(at)} /> : null}
      {state === "discarded" ? <Notice title={t.discarded(at)} /> : null}
      {ended.counts ? (
        <dl className="figure-row">
          {figures.map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{formatCount(n, locale)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {undoing && ended.undoable && !faults ? (
        <ConfirmCard
          title={t.undoTitle}
          confirm={t.undoConfirm}
          back={paths.memberImport(importId)}
          action={paths.memberImport(importId)}
          fields={{ intent: "undo" }}
        >
          <p>{t.undoText}</p>
        </ConfirmCard>
      ) : null}
      <div className="actions">
        <Link className="button button--primary" to={paths.members()}>
          {t.members}
        </Link>
        <Link className="button" to={paths.memberImports()}>
          {t.another}
        </Link>
        {state === "applied" && ended.undoable && !undoing ? (
          <Link className="button" to={paths.memberImport(importId, { schritt: "rueckgaengig" })}>
            {t.undo}
          </Link>
        ) : null}
      </div>
      {state === "applied" && !ended.undoable ? <p className="quiet">{t.tooLate}</p> : null}
    </>
  );
}
