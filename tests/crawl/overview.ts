import { numbersOfInterfaces } from "./interfaces.ts";
import { numbersOfNeeds } from "./needs.ts";
import type { Released } from "./released.ts";
import { numbersOfTrends, wavesOf } from "./trends.ts";

const [IMPORTANCE, COVERAGE] = ["bed_wichtig", "bed_gedeckt"];

type Counts = { counts: { code: string; n: number }[] };
const nOf = ({ counts }: Counts, codes: readonly string[]) =>
  counts.reduce((all, { code, n }) => all + (codes.includes(code) ? n : 0), 0);

/**
 * Every number that the overview may show but those of goals, worked out by other words: of needs, of interfaces,
 * of what changed, and who answered. */
export function numbersOfOverview(all: readonly Released[]): Set<string> {
  return new Set(
    all.flatMap((released) => [
      ...(released.release.questionnaire === "schnittstellen" ? numbersOfInterfaces(released, undefined, all) : []),
      ...(released.release.questionnaire === "bedarfe"
        ? [...numbersOfNeeds(released, undefined), ...shares(released)]
        : []),
      ...(wavesOf(all, released).length > 1 ? numbersOfTrends(wavesOf(all, released).slice(-2)) : []),
      percent(Number(released.release.submitted) / Number(released.release.invited ?? 1)),
    ]),
  );
}

/** Of each row: who calls it important, covered, or little covered. */
function shares({ items, figures }: Released): string[] {
  const totals = [...figures.values()].filter(({ breakdown }) => breakdown === "total");
  return items.flatMap(({ item, question }) => {
    const found = totals.find((row) => row.item === item) as Counts | undefined;
    if (!found || ![IMPORTANCE, COVERAGE].includes(String(question))) return [];
    const base = nOf(found, ["1", "2", "3", "4", "5"]);
    return [
      ["4", "5"],
      ["1", "2"],
    ].map((codes) => percent(nOf(found, codes) / base));
  });
}

const percent = (share: number) => String(Math.round(share * 100 + 1e-9));
