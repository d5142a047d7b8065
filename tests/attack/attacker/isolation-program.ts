import type { Highs } from "highs";
import type { KnownRespondent, PublicRule } from "./published.ts";
import { breaksRule, cellsOf } from "./sets.ts";

const SECONDS = 5;
/** Pairs of so many organisations are looked at: what is left beside two of them. */
const LARGEST = 3;

export type ProgramFinding = { positions: number[] | undefined; unsolved: number };

/**
 * The same question as an integer program: is there a set of cells, a combination of the groups with any factors, that is
 * smaller than the rule asks, of which one organisation has more than its share, or two of the largest nearly all? One
 * program for the size, one per organisation with more than one respondent, and one per pair of the largest.
 */
export function isolatedByProgram(
  highs: Highs,
  groups: readonly (readonly number[])[],
  respondents: readonly KnownRespondent[],
  rule: PublicRule,
): ProgramFinding {
  const cells = cellsOf(groups);
  const organisations = Map.groupBy(respondents, ({ organisation }) => organisation);
  const sizes = cells.map(({ positions }) => positions.length);
  const head = cells.map(({ groups: inside }, c) => `m${c}: y${c} ${[...inside].map((g) => `- f${g}`).join(" ")} = 0`);
  const tail = [
    "Bounds",
    ...groups.map((_, g) => `f${g} free`),
    "Binary",
    cells.map((_, c) => `y${c}`).join(" "),
    "End",
  ];
  const some = `some: ${sum(cells.map(() => 1))} >= 1`;
  const bySize = `few: ${sum(sizes)} <= ${rule.minimum - 1}`;
  const byShare = [...organisations]
    .filter(([, members]) => members.length > 1)
    .map(([organisation]) => {
      const own = cells.map(
        ({ positions }) => positions.filter((at) => respondents[at]?.organisation === organisation).length,
      );
      return `share: ${sum(own.map((n, c) => n - rule.largestShare * (sizes[c] as number)))} >= ${rule.largestShare / 2}`;
    });
  const largest = [...organisations].sort(([, a], [, b]) => b.length - a.length).slice(0, LARGEST);
  const byTwo = largest.flatMap(([first], i) =>
    largest.slice(i + 1).map(([second]) => {
      const others = cells.map(
        ({ positions }) =>
          positions.filter((at) => ![first, second].includes(respondents[at]?.organisation ?? "")).length,
      );
      return `two: ${sum(others)} <= ${(rule.withoutTwo ?? 1) - 1}`;
    }),
  );
  let unsolved = 0;
  for (const condition of [bySize, ...byShare, ...byTwo]) {
    const text = ["Minimize", `size: ${sum(sizes)}`, "Subject To", ...head, some, condition, ...tail].join("\n");
    const { Status, Columns } = highs.solve(text, { output_flag: false, time_limit: SECONDS });
    if (Status === "Optimal") {
      const positions = cells.flatMap((cell, c) => {
        const column = Columns[`y${c}`];
        return column && "Primal" in column && column.Primal > 0.5 ? cell.positions : [];
      });
      if (breaksRule(rule, respondents, positions)) return { positions, unsolved };
    } else if (Status !== "Infeasible") unsolved += 1;
  }
  return { positions: undefined, unsolved };
}

const sum = (factors: readonly number[]): string =>
  factors
    .flatMap((factor, c) => (factor === 0 ? [] : [`${factor < 0 ? "-" : "+"} ${Math.abs(factor)} y${c}`]))
    .join(" ");
