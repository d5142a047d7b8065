import { Link } from "@remix-run/react";
import type { ReportItem } from "../../domain/figures.ts";
import type { Trends } from "../../domain/trends/follow-items.ts";
import { formatCount, formatList } from "../../format.ts";
import { paths } from "../../paths.ts";
import { named } from "../charts/sentences.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** Of so many tests one calls a difference remarkable although there is none. */
const ONE_IN = 20;

/** How waves are compared, and how many differences would seem remarkable by chance alone. */
export function TrendMethod({ tests }: { tests: number }) {
  const texts = useTexts();
  const t = texts.trends.method;
  const locale = useLocale();
  return (
    <section className="card stack stack--close" aria-labelledby="trends-method">
      <h2 id="trends-method">{t.title}</h2>
      <ul>
        {t.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
        {tests >= ONE_IN ? (
          <li>{t.many(formatCount(tests, locale), formatCount(Math.round(tests / ONE_IN), locale))}</li>
        ) : null}
      </ul>
      <p>
        <Link to={paths.rule()}>{texts.releases.report.ruleLink}</Link>
      </p>
    </section>
  );
}

/** What was asked in one of the last two waves only. */
export function AddedAndDropped({ trends: { added, dropped }, wave }: { trends: Trends; wave: string }) {
  const t = useTexts().trends.changes;
  const locale = useLocale();
  const read = useReader();
  if (added.length + dropped.length === 0) return null;
  const names = (items: readonly ReportItem[]) => formatList([...new Set(items.map(nameIn))], locale);
  const nameIn = ({ title, label }: ReportItem) =>
    read(title) === read(label) ? named(read(title), locale) : named(`${read(title)} – ${read(label)}`, locale);
  return (
    <section className="card stack stack--close" aria-labelledby="trends-other">
      <h2 id="trends-other">{t.title(wave)}</h2>
      {added.length > 0 ? <p>{t.added(names(added))}</p> : null}
      {dropped.length > 0 ? <p>{t.dropped(names(dropped))}</p> : null}
    </section>
  );
}
