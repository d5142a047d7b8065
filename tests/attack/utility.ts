import { PANEL, withoutPanel } from "./attacker/panels.ts";
import { EVERYBODY, keyOf, membersOf } from "./attacker/published.ts";
import type { PublishedWave } from "./publish.ts";
import { QUESTIONS } from "./questions.ts";

/** The breakdowns that readers ask for; Land and legal form come on top. */
const SIX = ["region5", "ph_haupt", "ansatz", "vzae", "restlauf", "reichweite"];

/** What is left for readers, of one wave. */
export type Utility = {
  /** of the six, in the release and for each item */
  breakdowns: number;
  perItem: number[];
  groupSizes: number[];
  /** items that show the panel with the wave before */
  panel: number;
  /** of shares of single codes in groups, 0 to 1: how far each is from the true one */
  errors: { sum: number; n: number };
};

export function utilityOf({ releases, respondents, sheets }: PublishedWave): Utility {
  const published = releases.at(-1);
  if (!published) throw new Error("a wave has a final release");
  const final = withoutPanel(published);
  const panel = new Set(published.figures.flatMap(({ item, breakdown }) => (breakdown === PANEL ? item : [])));
  const members = membersOf(final, respondents);
  const shown = new Set(final.groups.map(({ breakdown }) => breakdown));
  const errors = { sum: 0, n: 0 };
  for (const { item, breakdown, group, base, counts } of final.figures) {
    const question = QUESTIONS.find(({ key }) => key === item);
    if (breakdown === EVERYBODY || base === 0 || !question) continue;
    const given = (members.get(keyOf(breakdown, group)) ?? []).map((position) => sheets[position]?.answers[item] ?? []);
    const valid = given.filter((codes) => codes.some((code) => code !== question.missing?.code));
    for (const code of Object.keys(question.shares)) {
      const share = (counts.find((one) => one.code === code)?.n ?? 0) / base;
      errors.sum += Math.abs(share - valid.filter((codes) => codes.includes(code)).length / valid.length);
      errors.n += 1;
    }
  }
  return {
    breakdowns: SIX.filter((breakdown) => shown.has(breakdown)).length,
    perItem: final.items.map(
      ({ withheld }) => SIX.filter((code) => shown.has(code) && !withheld.includes(code)).length,
    ),
    panel: panel.size,
    groupSizes: [...members].filter(([key]) => !key.startsWith(`${EVERYBODY}/`)).map(([, list]) => list.length),
    errors,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
