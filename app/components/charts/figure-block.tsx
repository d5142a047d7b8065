import { type ReactNode, useId } from "react";
import type { Breakdown, ReportBlock } from "#app/domain/figures.ts";
import { formatCount, quote, textIn } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { ChartFor } from "./chart-for.tsx";
import { chartTexts } from "./chart-texts.ts";
import {
  countsEntries,
  isOnlyCounted,
  isWithheld,
  missingOf,
  type Panel,
  panelsOf,
  totalOf,
  validCodes,
} from "./figure-model.ts";
import { FigureTable } from "./figure-table.tsx";
import { sentenceFor } from "./sentences.ts";
import { tableFor, tablesOnPaper } from "./table-model.ts";
import { uncertaintyFor } from "./uncertainty.ts";

type FigureBlockProps = {
  block: ReportBlock;
  /** the chosen breakdown; null shows everybody */
  breakdown: Breakdown | null;
  locale: Locale;
  /** level of the question's heading; the parts of a mixed question stand one below */
  headingLevel?: 2 | 3 | 4;
  /** where "Regel" leads */
  ruleHref?: string;
  /** on paper: tables are open */
  printed?: boolean;
  /** what stands below it */
  foot?: ReactNode;
};

/** Everything about one question of a release: its text, a sentence, the chart, who is not counted, and the table. */
export function FigureBlock(props: FigureBlockProps) {
  const { block, locale, headingLevel = 3 } = props;
  const id = useId();
  const Heading = `h${headingLevel}` as "h2";
  const Subheading = `h${headingLevel + 1}` as "h3";
  const title = textIn(block.title, locale);
  const panels = panelsOf(block);
  const { labels, names } = panelTitles(panels, title, locale);
  return (
    <section className="figure card" aria-labelledby={id}>
      <Heading className="figure__title" id={id}>
        {title}
      </Heading>
      {panels.map((panel, index) => (
        <div className="figure__panel" key={panel.key}>
          {labels[index] ? <Subheading className="figure__subtitle">{labels[index]}</Subheading> : null}
          <PanelView {...props} panel={panel} title={names[index] ?? title} />
        </div>
      ))}
      {props.foot}
    </section>
  );
}

/** What panels of a question are called below its title (nothing where there is one alone), and by themselves. */
export function panelTitles(panels: readonly Panel[], title: string, locale: Locale) {
  const labels = panels.map((panel) => panelLabel(panel, title, locale));
  return { labels, names: uniqueNames(labels.map((label) => (label ? `${title} – ${label}` : title))) };
}

/** What tells a panel from its siblings: the item, the column, or which end of the scale is the good one. */
function panelLabel(panel: Panel, title: string, locale: Locale): string {
  const { items, column, opposed, polarity } = panel;
  const item = items[0];
  if (!item) return "";
  const label = items.length === 1 ? textIn(item.label, locale) : column ? textIn(column, locale) : "";
  const top = validCodes(item).at(-1);
  const meaning =
    opposed && items.length > 1 && top && polarity !== "neutral"
      ? chartTexts(locale).polarity[polarity](quote(textIn(top.label, locale), locale))
      : "";
  return [label === title ? "" : label, meaning].filter(Boolean).join(" – ");
}

/** Charts and tables are found by their names: a name that occurs again gets a number. */
function uniqueNames(names: string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

type PanelViewProps = FigureBlockProps & { panel: Panel; title: string };

function PanelView({ panel, title, breakdown, locale, ruleHref, printed }: PanelViewProps) {
  const texts = chartTexts(locale);
  const countsOnly = isOnlyCounted(panel);
  const withheld = breakdown !== null && !countsOnly && panel.items.every((item) => isWithheld(item, breakdown));
  const shown = withheld || countsOnly ? null : breakdown;
  const entries = panel.items.some(countsEntries);
  const caption = (entries ? texts.tableCaptionEntries : texts.tableCaption)(quote(title, locale));
  const uncertainty = shown ? undefined : uncertaintyFor(panel, locale);
  const empty = panel.items.every((item) => (totalOf(item)?.base ?? 0) === 0);
  return (
    <>
      <p className="figure__base">{baseLine(panel, locale)}</p>
      <p className="sentence sentence--small figure__sentence">{sentenceFor(panel, shown, locale)}</p>
      {uncertainty ? <p className="figure__range">{uncertainty}</p> : null}
      {withheld ? (
        <p className="figure__withheld">
          {texts.withheldFor[breakdown?.code ?? ""] ?? texts.withheld} {texts.withheldTotal}{" "}
          {ruleHref ? <a href={ruleHref}>{texts.withheldRule}</a> : null}
        </p>
      ) : null}
      {empty || countsOnly ? null : <ChartFor panel={panel} title={title} breakdown={shown} locale={locale} />}
      <MissingLine panel={panel} locale={locale} />
      <Quotes panel={panel} locale={locale} title={title} />
      {(printed ? tablesOnPaper(panel, shown, locale) : [tableFor(panel, shown, locale)]).map((table, part) => (
        <FigureTable
          key={table.heads.join()}
          table={table}
          caption={part > 0 ? texts.tableCaptionStatistics(quote(title, locale)) : caption}
          toggle={texts.table}
          printed={printed}
        />
      ))}
    </>
  );
}

/** What people wrote, where somebody approved that it is shown. */
function Quotes({ panel, locale, title }: { panel: Panel; locale: Locale; title: string }) {
  const texts = chartTexts(locale);
  const quotes = panel.items.flatMap((item) => item.quotes);
  if (quotes.length === 0) return null;
  return (
    <section className="figure__quotes" aria-label={texts.quotesOf(title)}>
      <p className="figure__quotes-lead">{texts.quotes}</p>
      <ul className="plain-list">
        {quotes.map((text) => (
          <li key={text}>
            <blockquote>{quote(text, locale)}</blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}

function baseLine(panel: Panel, locale: Locale): string {
  const texts = chartTexts(locale);
  const counted = countedLine(panel, locale);
  return panel.items.some(({ coded }) => coded) ? `${counted} ${texts.coded}` : counted;
}

function countedLine(panel: Panel, locale: Locale): string {
  const texts = chartTexts(locale);
  const bases = panel.items.map((item) => totalOf(item)?.base ?? 0);
  const low = Math.min(...bases);
  const high = Math.max(...bases);
  if (panel.items.some(countsEntries)) {
    const respondents = Math.max(...panel.items.map((item) => totalOf(item)?.respondents ?? 0));
    const entries =
      low === high
        ? texts.entries(high, formatCount(high, locale))
        : texts.entryRange(formatCount(low, locale), formatCount(high, locale));
    return texts.baseEntries(entries, texts.sheets(respondents, formatCount(respondents, locale)));
  }
  if (low !== high) return texts.baseRange(formatCount(low, locale), formatCount(high, locale));
  return high === 1 ? texts.baseOne : texts.base(formatCount(high, locale));
}

/** "5 × weiß nicht, 2 × keine Angabe, 3 ohne Antwort": who is not in the base, told apart. */
function MissingLine({ panel, locale }: { panel: Panel; locale: Locale }) {
  const texts = chartTexts(locale);
  const kinds = new Map<string, number>();
  let unanswered = 0;
  for (const item of panel.items) {
    const total = totalOf(item);
    if (!total) continue;
    unanswered += total.unanswered;
    for (const { code, n } of missingOf(item, total)) {
      const label = textIn(code.label, locale);
      kinds.set(label, (kinds.get(label) ?? 0) + n);
    }
  }
  const parts = [...kinds]
    .filter(([, n]) => n > 0)
    .map(([label, n]) => texts.missingPart(formatCount(n, locale), label));
  if (unanswered > 0) {
    const n = formatCount(unanswered, locale);
    parts.push(panel.items.some(countsEntries) ? texts.withoutEntryPart(unanswered, n) : texts.unansweredPart(n));
  }
  if (parts.length === 0) return null;
  const lead = panel.items.length > 1 ? texts.missingLabelMany : texts.missingLabel;
  return (
    <p className="figure__missing">
      {lead}
      {texts.missing(parts)}
    </p>
  );
}
