import type { InterfacesReport } from "../../domain/interfaces/read-interfaces.server.ts";
import { formatCount } from "../../format.ts";
import { countOf, totalOf, validCodes } from "../charts/figure-model.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** How many find a field hardest, and how many wish for more contact with it. */
export function Wishes({ report, field }: { report: InterfacesReport; field: string }) {
  const t = useTexts().interfaces;
  const locale = useLocale();
  const read = useReader();
  const { wanted, hardest, release } = report;
  const part = (n: number, base: number) =>
    t.part(formatCount(n, locale), formatCount(base, locale), t.unit[release.respondents]);
  const named = hardest?.items[0] && totalOf(hardest.items[0]);
  const wish = wanted?.items.find(({ key, question }) => key === `${question}/${field}`);
  const wished = wish && totalOf(wish);
  const more = wish && validCodes(wish).at(-1);
  const sentences = [
    ...(named && named.base > 0
      ? [t.profile.hardest(countOf(named, field), part(countOf(named, field), named.base))]
      : []),
    ...(wished && more && wished.base > 0
      ? [t.profile.wanted(countOf(wished, more.code), part(countOf(wished, more.code), wished.base), read(more.label))]
      : []),
  ];
  return sentences.length > 0 ? <p>{sentences.join(" ")}</p> : null;
}
