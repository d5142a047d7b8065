import type { Released } from "../../crawl/released.ts";
import { compare, type Fraction, fraction, percent, plus, times } from "./fractions.ts";
import { type GroupRow, groupsOf, nameOf, ranked, rowsOf, stepsOf, sumOf } from "./released-counts.ts";
import { compareTable, tablesIn, textOf } from "./tables.ts";

const CONTACT = "ss_freq";
const DETAIL = "ss_detail";
/** From which code on an answer counts, aspect by aspect, as the questionnaires say it. */
const ASPECTS: readonly { item: (row: string) => string; from: string }[] = [
  { item: (row) => `${CONTACT}/${row}`, from: "3" },
  { item: (row) => `${DETAIL}/${row}/form`, from: "1" },
  ...["guete", "verl", "vertr"].map((column) => ({ item: (row: string) => `${DETAIL}/${row}/${column}`, from: "4" })),
];

type Part = { n: number; base: number } | undefined;
type Field = { row: string; name: string; parts: Part[]; strength: Fraction | undefined };

function partsOf(released: Released, row: string, group: GroupRow | undefined): Part[] {
  return ASPECTS.map(({ item, from }) => {
    const steps = stepsOf(released, item(row), group);
    const base = steps ? sumOf(steps) : 0;
    if (!steps || base === 0) return undefined;
    const first = steps.findIndex(({ code }) => code === from);
    return { base, n: sumOf(steps.slice(first)) };
  });
}

const shareOf = (part: Part): Fraction | undefined => part && fraction(part.n, part.base);

function strengthOf(parts: readonly Part[]): Fraction | undefined {
  const shares = parts.map(shareOf);
  return shares.every((one) => one !== undefined)
    ? times(
        shares.reduce((sum, one) => plus(sum, one), fraction(0)),
        fraction(1, shares.length),
      )
    : undefined;
}

/** Fields in the order that the released totals give: the weakest first, those without all shares last. */
function rankedFields(released: Released): Field[] {
  const [everybody] = groupsOf(released, "total");
  const fields = rowsOf(released, CONTACT)
    .filter(({ item }) => stepsOf(released, item.item, everybody))
    .map(({ row, item }): Field => {
      const parts = partsOf(released, row, everybody);
      return { row, name: nameOf(item), parts, strength: strengthOf(parts) };
    });
  return ranked(fields, (a, b) => {
    if (!a.strength || !b.strength) return Number(!a.strength) - Number(!b.strength);
    return compare(a.strength, b.strength);
  });
}

/** Where the page of interfaces says or orders something that does not follow from the release. */
export function checkInterfacesPage(
  html: string,
  released: Released,
  { breakdown, field }: { breakdown?: string | undefined; field?: string | undefined },
): string[] {
  const [all, profile, byGroup] = tablesIn(html);
  const fields = rankedFields(released);
  const heat = fields.map(({ name, parts, strength }) => ({
    head: name,
    cells: [...parts.map(heatCell), strength ? percent(strength) : ["zu wenige"]],
  }));
  const shown = fields.find(({ row }) => row === field) ?? fields[0];
  const own = (shown?.parts ?? []).map((part) => ({ head: "", cells: [profileCell(part)] }));
  const series = groupsOf(released, "total").concat(breakdown === undefined ? [] : groupsOf(released, breakdown));
  const parts = series.map((group) => partsOf(released, shown?.row ?? "", group));
  const table = ASPECTS.map((_, aspect) => ({ head: "", cells: parts.map((one) => groupCell(one[aspect])) }));
  return [
    ...compareTable(all, heat, "interfaces"),
    ...compareTable(profile, own, `profile of ${shown?.row}`),
    ...(breakdown === undefined ? [] : compareTable(byGroup, table, `${shown?.row} by ${breakdown}`)),
  ];
}

const ofBase = ({ n, base }: NonNullable<Part>) => `${n} von ${base}`;
const heatCell = (part: Part) =>
  part ? percent(fraction(part.n, part.base)).map((share) => share + ofBase(part)) : ["zu wenige"];
const profileCell = (part: Part) =>
  part ? percent(fraction(part.n, part.base)).map((share) => `${share} (${ofBase(part)})`) : ["–"];
const groupCell = (part: Part) => (part ? percent(fraction(part.n, part.base)) : ["–"]);

/** The list on the overview: the three weakest of those with all figures. */
export function checkWeakFields(html: string, released: Released): string[] {
  const list = /<ol class="[^"]*overview__weak"[^>]*>(.*?)<\/ol>/s.exec(html)?.[1] ?? "";
  const shown = [...list.matchAll(/<li>.*?<a\b[^>]*>(.*?)<\/a>/gs)].map(([, name = ""]) => textOf(name));
  const right = rankedFields(released)
    .filter(({ strength }) => strength)
    .slice(0, 3)
    .map(({ name }) => name);
  return JSON.stringify(shown) === JSON.stringify(right)
    ? []
    : [`overview: the weakest are ${shown.join(", ")} instead of ${right.join(", ")}`];
}
