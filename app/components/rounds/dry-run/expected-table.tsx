import type { ExpectedBreakdown, Outlook } from "../../../domain/rounds/expected-groups.ts";
import { formatCount, formatPercent } from "../../../format.ts";
import { TableScroll } from "../../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../../texts.ts";

/** From this share of the draws on, something is likely. */
const LIKELY = 0.5;

type ExpectedTableProps = { total: Outlook[]; breakdowns: ExpectedBreakdown[] };

/** What the rule of disclosure would leave, by how many answer. */
export function ExpectedTable({ total, breakdowns }: ExpectedTableProps) {
  const t = useTexts().roundSetup.summary;
  const locale = useLocale();
  const read = useReader();
  return (
    <section className="stack--close">
      <h2>{t.expected}</h2>
      <p>{t.expectedText}</p>
      <TableScroll label={t.expected}>
        <table className="data data--records">
          <thead>
            <tr>
              <th scope="col">{t.expectedBreakdown}</th>
              {total.map(({ share }) => (
                <th scope="col" key={share}>
                  {t.expectedShare(formatPercent(share, locale))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Line label={t.total} outlook={total} wordsOf={() => t.shown} />
            {breakdowns.map(({ breakdown, label, outlook }) => (
              <Line
                key={breakdown}
                label={read(label)}
                outlook={outlook}
                wordsOf={(groups) => t.groups(formatCount(groups, locale))}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {breakdowns.length === 0 ? <p className="table-note">{t.nobreakdown}</p> : <FullGroups breakdowns={breakdowns} />}
    </section>
  );
}

type LineProps = { label: string; outlook: Outlook[]; wordsOf: (groups: number) => string };

function Line({ label, outlook, wordsOf }: LineProps) {
  const t = useTexts().roundSetup.summary;
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">{label}</th>
      {outlook.map(({ share, chance, groups }) => (
        <td key={share} data-label={t.expectedShare(formatPercent(share, locale))}>
          {chance === 0
            ? t.notShown
            : chance === 1
              ? share === 1 || wordsOf(groups) === t.shown
                ? wordsOf(groups)
                : t.probably(wordsOf(groups))
              : chance >= LIKELY
                ? t.probably(wordsOf(groups))
                : t.hardly}
        </td>
      ))}
    </tr>
  );
}

function FullGroups({ breakdowns }: { breakdowns: ExpectedBreakdown[] }) {
  const t = useTexts().roundSetup.summary;
  const locale = useLocale();
  const read = useReader();
  return (
    <details>
      <summary>{t.groupsOf}</summary>
      <dl className="facts">
        {breakdowns.map(({ breakdown, label, groups }) => (
          <div className="facts__line" key={breakdown}>
            <dt>{read(label)}</dt>
            <dd>{groups.map((group) => `${read(group.label)} (${formatCount(group.n, locale)})`).join(" · ")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
