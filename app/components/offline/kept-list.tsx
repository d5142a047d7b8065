import { useEffect, useState } from "react";
import { formatDeadline } from "../../format.ts";
import { EmptyState } from "../layout/empty-state.tsx";
import { Notice } from "../layout/notice.tsx";
import { PageHead } from "../layout/page-head.tsx";
import { StateChip } from "../layout/state-chip.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { type KeptSummary, listKept, sendUnsent } from "./device.ts";
import { KeepChoice } from "./keep-choice.tsx";
import { useKeepsHere } from "./keep-setting.ts";

type KeptListProps = {
  /** a questionnaire was asked for that is not on this device */
  missing: boolean;
  /** where the person was on the way to */
  back: string;
  connected: boolean;
};

/** What can be filled in on this device without a network. */
export function KeptList({ missing, back, connected }: KeptListProps) {
  const t = useTexts().offline;
  const keeps = useKeepsHere();
  const [kept, setKept] = useState<KeptSummary[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept changes with the setting
  useEffect(() => {
    let ended = false;
    const show = (found: KeptSummary[]) => {
      if (!ended) setKept(found);
    };
    const look = () => listKept().then(show, () => show([]));
    void look();
    // The network is back: what waits is sent, and the list says so.
    if (connected) sendUnsent().then(look, look);
    return () => {
      ended = true;
    };
  }, [keeps, connected]);
  return (
    <>
      <PageHead title={connected ? t.backTitle : t.title} subtitle={connected ? t.back : t.text} />
      <div role="status">{connected ? <span className="visually-hidden">{t.backTitle}</span> : null}</div>
      <p>
        <a className={connected ? "button button--primary" : "button"} href={back}>
          {connected ? t.backButton : t.again}
        </a>
      </p>
      {missing ? (
        <Notice kind="warn" title={t.list.missingTitle}>
          <p>{t.list.missing}</p>
        </Notice>
      ) : null}
      <h2>{t.list.title}</h2>
      {kept ? <Sheets kept={kept} keeps={keeps} /> : <p role="status">{t.list.loading}</p>}
      <KeepChoice />
    </>
  );
}

function Sheets({ kept, keeps }: { kept: KeptSummary[]; keeps: boolean }) {
  const t = useTexts().offline.list;
  const locale = useLocale();
  const read = useReader();
  if (kept.length === 0)
    return <EmptyState title={t.emptyTitle} text={keeps ? t.empty : t.emptyOff} headingLevel={3} />;
  return (
    <ul className="plain-list sheets">
      {kept.map((sheet) => {
        const title = `${read(sheet.title)} ${sheet.wave}`;
        const until = t.until(formatDeadline(sheet.closesAt, locale));
        return (
          <li key={sheet.invitationId} className="card sheets__item">
            <div>
              <h3>{title}</h3>
              <p className="quiet">{[sheet.project, until].filter(Boolean).join(" · ")}</p>
              <StateChip tone={sheet.waiting > 0 ? "started" : "done"}>
                {sheet.waiting > 0 ? t.waiting(sheet.waiting) : t.nothingWaits}
              </StateChip>
            </div>
            <a className="button" href={`#bogen=${sheet.invitationId}`}>
              {t.fill}
              <span className="visually-hidden">: {title}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
