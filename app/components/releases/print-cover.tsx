import { Fragment } from "react";
import type { PrintedReport } from "../../domain/report/read-report.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { useParticipation } from "./participation.ts";

/** The title page: what this is, of when, and how far it may be trusted. */
export function PrintCover({ release, chosen, checksum }: Pick<PrintedReport, "release" | "chosen" | "checksum">) {
  const texts = useTexts();
  const t = texts.downloads.print;
  const { report } = texts.releases;
  const locale = useLocale();
  const read = useReader();
  const facts: [string, string][] = [
    [t.heads.release, formatCount(release.number, locale)],
    [t.heads.madeAt, formatDate(release.madeAt, locale)],
    [t.heads.closedAt, release.kind === "interim" ? t.notClosed : formatDate(release.closedAt, locale)],
    [t.heads.version, formatCount(release.version, locale)],
    [t.heads.participation, useParticipation(release)],
    [t.heads.breakdown, chosen ? read(chosen.label) : t.noBreakdown],
    [t.heads.checksum, checksum],
  ];
  return (
    <header className="print-cover">
      <p className="print-cover__kicker">{t.kicker}</p>
      <h1>
        {read(release.title)} {release.wave}
      </h1>
      {release.kind === "interim" ? (
        <p className="print-cover__mark">
          {report.titles.interim}. {report.interimText}
        </p>
      ) : null}
      {release.corrects ? (
        <p className="print-cover__mark">
          {report.titles.correction}. {report.correctionReason(release.corrects.reason)} {report.correctionText}
        </p>
      ) : null}
      {release.fictional ? <p className="print-cover__mark">{report.fictional}</p> : null}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </header>
  );
}

type PrintMethodProps = {
  /** what is shown, a sentence each */
  rule: string[];
  /** how it is calculated, a sentence each */
  method: string[];
};

/** Rule and method of this release in plain words. */
export function PrintMethod({ rule, method }: PrintMethodProps) {
  const t = useTexts().downloads.print;
  return (
    <section className="print-section stack stack--close" aria-labelledby="lesen">
      <h2 id="lesen">{t.reading}</h2>
      <h3>{t.rule}</h3>
      {rule.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h3>{t.method}</h3>
      <ul>
        {method.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
