import { Link } from "@remix-run/react";
import type { ItemOverview } from "../../domain/coding/read-overview.server.ts";
import { formatCount, formatNumber, formatPercent } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

type ItemCardProps = {
  roundId: string;
  item: ItemOverview;
  codes: boolean;
  /** its next step is the page's one thing to do */
  leads: boolean;
};

/** One text item of a round: how far its coding is, and the ways to it. */
export function ItemCard({ roundId, item, codes, leads }: ItemCardProps) {
  const t = useTexts().coding.overview;
  const locale = useLocale();
  const read = useReader();
  const { agreement, coders, quotes } = item;
  const question = read(item.question);
  const of = <span className="visually-hidden">{t.of(question)}</span>;
  const link = (to: string, label: string, primary = false) => (
    <Link className={primary ? "button button--primary" : "button"} to={to}>
      {label}
      {of}
    </Link>
  );
  return (
    <article className="card stack--close">
      <h2>{question}</h2>
      <p className="quiet">
        {[
          t.texts(item.texts, formatCount(item.texts, locale)),
          t.codes(item.codes),
          item.unapproved > 0 ? t.unapproved(item.unapproved) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <dl className="facts">
        <dt>{t.coders}</dt>
        <dd>
          {coders.length === 0 ? t.nobody : null}
          {coders.map((one) => (
            <span className="coding-line" key={one.name}>
              {one.finished
                ? t.finished(one.name)
                : t.progress(one.name, formatCount(one.decided, locale), formatCount(item.texts, locale))}
            </span>
          ))}
          {coders.length === 1 ? <span className="coding-line">{t.needsTwo}</span> : null}
        </dd>
        <dt>{t.agreement}</dt>
        <dd>{agreement ? agreementText(agreement) : t.noAgreement}</dd>
        {agreement ? (
          <>
            <dt>{t.differences}</dt>
            <dd>{differencesText(agreement)}</dd>
          </>
        ) : null}
        {quotes.approved + quotes.waiting > 0 ? (
          <>
            <dt>{t.quotes}</dt>
            <dd>{t.quotesOf(formatCount(quotes.approved, locale), formatCount(quotes.waiting, locale))}</dd>
          </>
        ) : null}
      </dl>
      <div className="actions">
        {codes && !agreement ? link(paths.codingDesk(roundId, item.item), t.toDesk, leads) : null}
        {codes && agreement && agreement.open > 0 ? link(paths.settling(roundId, item.item), t.toSettle, leads) : null}
        {agreement ? link(paths.codingAgreement(roundId, item.item), t.toAgreement) : null}
        {codes ? link(paths.codeTree(roundId, item.item), t.toTree) : null}
        {codes ? link(paths.quotes(roundId, item.item), t.toQuotes) : null}
      </div>
    </article>
  );

  function agreementText({ observed, meanKappa }: NonNullable<ItemOverview["agreement"]>): string {
    const kappa = meanKappa === null ? t.noKappa : t.kappa(formatNumber(meanKappa, locale, 2));
    return observed === null ? kappa : `${t.observed(formatPercent(observed, locale))} · ${kappa}`;
  }

  function differencesText({ open: left, differences }: NonNullable<ItemOverview["agreement"]>): string {
    if (differences === 0) return t.none;
    const all = formatCount(differences, locale);
    return left > 0 ? t.open(formatCount(left, locale), all) : t.settled(all);
  }
}
