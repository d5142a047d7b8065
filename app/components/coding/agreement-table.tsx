import type { NamedAgreement } from "../../domain/coding/read-agreement.server.ts";
import { formatCount, formatNumber, formatPercent } from "../../format.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

type AgreementTableProps = { codes: readonly NamedAgreement[]; names: readonly string[] };

/** Half the width of an interval that holds 95 of 100 times. */
const Z = 1.959964;

/** One line per code: how often each of the two gave it, and how far they agree. */
export function AgreementTable({ codes, names }: AgreementTableProps) {
  const t = useTexts().coding.agreement;
  const locale = useLocale();
  const [first = "", second = ""] = names;
  const share = (value: number | null) => (value === null ? "" : formatPercent(value, locale));
  const kappaOf = ({ kappa, standardError }: NamedAgreement) => {
    if (kappa === null || standardError === null) return t.notDefined;
    const [low, high] = [Math.max(-1, kappa - Z * standardError), Math.min(1, kappa + Z * standardError)];
    // A hyphen before a digit is no minus.
    const words = (value: number) => formatNumber(value, locale, 2).replace("-", "−");
    return `${words(kappa)} ${t.range(words(low), words(high))}`;
  };
  return (
    <TableScroll label={t.caption}>
      <table className="data data--records">
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.code}</th>
            <th scope="col" className="number">
              {t.first(first)}
            </th>
            <th scope="col" className="number">
              {t.first(second)}
            </th>
            <th scope="col" className="number">
              {t.both}
            </th>
            <th scope="col" className="number">
              {t.percent}
            </th>
            <th scope="col" className="number">
              {t.kappa}
            </th>
          </tr>
        </thead>
        <tbody>
          {codes.map((row) => (
            <tr key={row.code}>
              <th scope="row" className={row.level === 2 ? "code-tree__child" : undefined}>
                {row.name ?? t.hiddenName(row.number)}
              </th>
              <td className="number" data-label={t.first(first)}>
                {formatCount(row.first, locale)}
              </td>
              <td className="number" data-label={t.first(second)}>
                {formatCount(row.second, locale)}
              </td>
              <td className="number" data-label={t.both}>
                {formatCount(row.both, locale)}
              </td>
              <td className="number" data-label={t.percent}>
                {share(row.observed)}
              </td>
              <td className="number" data-label={t.kappa}>
                {kappaOf(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
