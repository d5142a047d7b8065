import type { Released } from "../../crawl/released.ts";
import { compare, type Fraction, minus, tenths, times } from "./fractions.ts";
import { type GroupRow, groupsOf, meanOf, nameOf, ranked, rowsOf, stepsOf, sumOf } from "./released-counts.ts";
import { compareTable, tablesIn, textOf } from "./tables.ts";

const [IMPORTANCE, COVERAGE] = ["bed_wichtig", "bed_gedeckt"] as const;

type Need = { name: string; row: string; means: [Fraction, Fraction]; score: Fraction; lacking: string };

/** A need in one group by exact fractions; undefined where the release does not say it. */
function needIn(released: Released, row: string, group: GroupRow | undefined): Omit<Need, "name"> | undefined {
  const covered = stepsOf(released, `${COVERAGE}/${row}`, group);
  const [w, g] = [meanOf(stepsOf(released, `${IMPORTANCE}/${row}`, group)), meanOf(covered)];
  if (!w || !g || !covered) return undefined;
  const lacking = `${sumOf(covered, ({ at }) => at < 3)} von ${sumOf(covered)}`;
  return { row, means: [w, g], score: times(w, minus(w, g)), lacking };
}

/** Needs in the order that the released totals give. */
function rankedNeeds(released: Released): Need[] {
  const [everybody] = groupsOf(released, "total");
  const needs = rowsOf(released, IMPORTANCE).flatMap(({ row, item }): Need | [] => {
    const found = needIn(released, row, everybody);
    return found ? { name: nameOf(item), ...found } : [];
  });
  return ranked(needs, (a, b) => compare(b.score, a.score));
}

/** Where the page of needs says or orders something that does not follow from the release. */
export function checkNeedsPage(html: string, released: Released, breakdown: string | undefined): string[] {
  const [all, byGroup] = tablesIn(html);
  const needs = rankedNeeds(released);
  const list = needs.map(({ name, means: [w, g], score, lacking }, place) => ({
    head: `${place + 1}. ${name}`,
    cells: [tenths(w), tenths(g), tenths(score), [lacking]],
  }));
  const groups = breakdown === undefined ? [] : groupsOf(released, breakdown);
  const table = needs.map(({ name, row, score }) => ({
    head: name,
    cells: [tenths(score), ...groups.map((group) => cellOf(needIn(released, row, group)))],
  }));
  return [
    ...compareTable(all, list, "needs"),
    ...(breakdown === undefined
      ? compareTable(byGroup, [], "needs by group")
      : compareTable(byGroup, table, "needs by group")),
    ...(breakdown === undefined && byGroup ? ["needs by group: nobody asked for groups"] : []),
  ];
}

const cellOf = (need: { score: Fraction } | undefined) => (need ? tenths(need.score) : ["–"]);

/** The list on the overview: the five with the largest gap. */
export function checkPressingNeeds(html: string, released: Released): string[] {
  const list = /<ol class="[^"]*overview__needs"[^>]*>(.*?)<\/ol>/s.exec(html)?.[1] ?? "";
  const shown = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, one = ""]) => ({
    name: textOf(/class="overview__need">(.*?)<\/p>/s.exec(one)?.[1] ?? ""),
    score: textOf(/<strong>(.*?)<\/strong>/s.exec(one)?.[1] ?? ""),
  }));
  const right = rankedNeeds(released).slice(0, 5);
  if (shown.length !== right.length) return [`overview: ${shown.length} needs instead of ${right.length}`];
  return right.flatMap(({ name, score }, place) =>
    shown[place]?.name === name && tenths(score).includes(shown[place].score)
      ? []
      : [`overview: ${shown[place]?.name} ${shown[place]?.score} instead of ${name} ${tenths(score)[0]}`],
  );
}
