import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Report } from "../../domain/report/read-report.server.ts";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { BreakdownField } from "./breakdown-field.tsx";

type BreakdownChooserProps = Pick<Report, "release" | "breakdowns" | "chosen"> & {
  /** what else is chosen on this page, before the breakdown */
  children?: ReactNode;
};

/** A plain form: works without JavaScript, and the address can be shared. */
export function BreakdownChooser({ release, breakdowns, chosen, children }: BreakdownChooserProps) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const read = useReader();
  const never = release.hasOrganisations ? t.breakdownNoneOffered : t.breakdownNever[release.respondents];
  const none = release.kind === "final" ? never : t.breakdownTotals[release.kind];
  if (breakdowns.length === 0 && !children) return <p className="quiet">{none}</p>;
  const groups = chosen?.groups.map(({ label, n }) => t.group(read(label), formatCount(n, locale)));
  return (
    <div className="card no-print">
      <Form method="get" className="filter-bar" preventScrollReset>
        {children}
        {breakdowns.length === 0 ? null : (
          <BreakdownField label={t.breakdown} none={t.breakdownNone} breakdowns={breakdowns} chosen={chosen} />
        )}
        <button type="submit" className="button">
          {t.breakdownShow}
        </button>
      </Form>
      <p className="table-note" role="status">
        {breakdowns.length === 0 ? none : chosen && groups ? t.groups(groups.join(" · ")) : t.total}
      </p>
    </div>
  );
}
