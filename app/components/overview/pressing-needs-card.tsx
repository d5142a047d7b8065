import { Link } from "@remix-run/react";
import type { PressingNeed } from "../../domain/overview/pressing-needs.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount, formatNumber, formatPercent, quote } from "../../format.ts";
import { paths } from "../../paths.ts";
import { ShareBar } from "../charts/share-bar.tsx";
import { NotesLink } from "../discussion/notes-link.tsx";
import { DecideLink } from "../measures/decide-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { Evidence } from "./evidence.tsx";

type PressingNeedsProps = {
  pressing: PressingNeed[];
  release: ReleaseSummary;
  before: ReleaseSummary | null;
  /** the reader may decide on measures */
  mayDecide: boolean;
};

const shareOf = ({ n, base }: { n: number; base: number }) => n / base;

/** Where need and supply lie furthest apart: a sentence, and the five most pressing needs. */
export function PressingNeedsCard(props: PressingNeedsProps) {
  const { pressing, release, before } = props;
  const t = useTexts().overview.needs;
  const [first] = pressing;
  return (
    <section className="card overview__main" aria-labelledby="overview-needs">
      <h2 id="overview-needs">{t.title}</h2>
      {first ? <FirstNeed first={first} before={before} /> : null}
      <Key />
      <NeedsList {...props} />
      <div className="actions">
        <Link className="button button--primary" to={paths.needs(release.releaseId)}>
          {t.all}
        </Link>
      </div>
      <Evidence release={release} />
    </section>
  );
}

function FirstNeed({
  first: { need, placeBefore, movement },
  before,
}: {
  first: PressingNeed;
  before: ReleaseSummary | null;
}) {
  const t = useTexts().overview.needs;
  const locale = useLocale();
  const read = useReader();
  const { important, covered, importance, coverage } = need.total;
  const share = (part: { n: number; base: number }) => formatPercent(shareOf(part), locale);
  const place = placeBefore === 1 ? t.place.same : t.place.other;
  return (
    <>
      <p className="sentence">{t.sentence(quote(read(need.label), locale), share(important), share(covered))}</p>
      <p className="overview__base">
        {t.base(formatCount(importance.base, locale), formatCount(coverage.base, locale))}
        {before && placeBefore ? ` ${place(before.wave, formatCount(placeBefore, locale))}` : null}
        {before && movement ? ` ${t.movement[movement](before.wave)}` : null}
      </p>
    </>
  );
}

function Key() {
  const t = useTexts().overview.needs.key;
  return (
    <ul className="plain-list chart-key overview__key">
      <li>
        <span className="swatch share-bar__lacking" /> {t.lacking}
      </li>
      <li>
        <span className="swatch share-bar__middle" /> {t.middle}
      </li>
      <li>
        <span className="swatch share-bar__good" /> {t.covered}
      </li>
    </ul>
  );
}

function NeedsList({ pressing, release, before, mayDecide }: PressingNeedsProps) {
  const t = useTexts().overview.needs;
  const locale = useLocale();
  const read = useReader();
  return (
    <ol className="plain-list overview__needs" aria-label={t.caption}>
      {pressing.map(({ need: { key, coverageKey, label, total }, movement }) => (
        <li key={key}>
          <p className="overview__need">{read(label)}</p>
          <div>
            <ShareBar lacking={shareOf(total.lacking)} good={shareOf(total.covered)} />
            <p className="overview__shares">
              {t.shares(formatPercent(shareOf(total.lacking), locale), formatPercent(shareOf(total.covered), locale))}
            </p>
          </div>
          <p>
            {t.gap} <strong>{formatNumber(total.score, locale)}</strong>
            {before && movement ? <span className="overview__moved">{t.moved[movement](before.wave)}</span> : null}
          </p>
          <p className="overview__doing no-print">
            {mayDecide ? <DecideLink releaseId={release.releaseId} items={[coverageKey]} about={read(label)} /> : null}
            <NotesLink releaseId={release.releaseId} items={[coverageKey, key]} about={read(label)} />
          </p>
        </li>
      ))}
    </ol>
  );
}
