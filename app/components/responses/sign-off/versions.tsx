import { Link } from "@remix-run/react";
import type { StepBack, SubmittedVersion } from "../../../domain/responses/versions.server.ts";
import { formatMoment } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { StateChip, type StateTone } from "../../layout/state-chip.tsx";
import { TableScroll } from "../../table/table-scroll.tsx";
import { useLocale, useTexts } from "../../texts.ts";
import { StepLine } from "./reopened-notice.tsx";

const TONES: Record<SubmittedVersion["fate"], StateTone> = { counts: "done", replaced: "idle", withdrawn: "idle" };

type VersionsProps = {
  invitationId: string;
  versions: SubmittedVersion[];
  steps: StepBack[];
  /** people by link have no names */
  byProject: boolean;
};

/** Every submitted version with its receipt, and what happened between them. With one and nothing after it there is no list. */
export function Versions({ invitationId, versions, steps, byProject }: VersionsProps) {
  const t = useTexts().signOff.versions;
  const locale = useLocale();
  if (versions.length === 0 || (versions.length === 1 && steps.length === 0)) return null;
  return (
    <section className="stack--close no-print">
      <h2>{t.title}</h2>
      <TableScroll label={t.title}>
        <table className="data data--records">
          <thead>
            <tr>
              <th scope="col">{t.heads.version}</th>
              <th scope="col">{t.heads.fate}</th>
              <th scope="col">{t.heads.submitted}</th>
              {byProject ? <th scope="col">{t.heads.by}</th> : null}
              <th scope="col">{t.heads.receipt}</th>
              <th scope="col">{t.heads.read}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ number, fate, submittedAt, submittedBy, receipt }) => (
              <tr key={number}>
                <th scope="row">{t.number(number)}</th>
                <td data-label={t.heads.fate}>
                  <StateChip tone={TONES[fate]}>{t.fates[fate]}</StateChip>
                </td>
                <td data-label={t.heads.submitted}>{formatMoment(submittedAt, locale)}</td>
                {byProject ? <td data-label={t.heads.by}>{submittedBy ?? t.nobody}</td> : null}
                <td data-label={t.heads.receipt}>
                  <Link to={paths.receipt(invitationId, number)} aria-label={t.receiptOf(receipt, number)}>
                    {receipt}
                  </Link>
                </td>
                <td data-label={t.heads.read}>
                  <Link to={paths.submitted(invitationId, number)} aria-label={t.readOf(number)}>
                    {t.read}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {steps.length > 0 ? (
        <>
          <h3>{t.history}</h3>
          <ol className="plain-list">
            {steps.map((step) => (
              <li key={`${step.kind} ${step.at}`}>
                <StepLine step={step} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}
