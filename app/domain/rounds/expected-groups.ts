import type { Text } from "#surveys/model.ts";
import type { Respondent } from "../disclosure/groups.ts";
import { compositionOf, type DisclosureRule, satisfies } from "../disclosure/rule.ts";
import { TOTAL } from "../disclosure/withholding.ts";
import { attributesFor, formBreakdowns } from "../release/breakdowns.ts";

const SHARES = [0.6, 0.8, 1] as const;
/** Draws per share; with everybody answering there is only one. */
const DRAWS = 25;

type Asking = {
  /** makes the draws the same each time, e.g. the round's id */
  seed: string;
  respondents: readonly Respondent[];
  privacy: "named" | "confidential" | "anonymous";
  excluded: readonly string[];
  rule: DisclosureRule;
};

/** `chance`: in how many of the draws there was a breakdown at all; `groups`: in the middle one of those, with total none. */
export type Outlook = { share: number; chance: number; groups: number };

export type ExpectedBreakdown = {
  breakdown: string;
  label: Text;
  outlook: Outlook[];
  /** the groups if everybody answers, with their sizes */
  groups: { label: Text; n: number }[];
};

/**
 * What the rule of disclosure would leave of a round, by how many answer: its total and every breakdown. Who answers is
 * not known, so it is drawn: 25 times the same way for each share.
 */
export function expectBreakdowns(asking: Asking): { total: Outlook[]; breakdowns: ExpectedBreakdown[] } {
  const attributes = attributesFor(asking.privacy, asking.excluded);
  const form = (respondents: readonly Respondent[]) => formBreakdowns(respondents, attributes, asking.rule);
  const sound = (respondents: readonly Respondent[]) =>
    satisfies(asking.rule, compositionOf(respondents.map((one) => one.organisation)));
  const drawn = SHARES.map((share) => {
    const draws = share === 1 ? [[...asking.respondents]] : drawsOf(asking, share);
    // Without a total there is no release, and so no breakdown either.
    return { share, formed: draws.map((draw) => (sound(draw) ? form(draw) : [])) };
  });
  const outlookOf = (breakdown: string): Outlook[] =>
    drawn.map(({ share, formed }) => {
      const counts = formed
        .map((groups) => groups.filter((group) => group.breakdown === breakdown).length)
        .filter((n) => n > 0)
        .sort((a, b) => a - b);
      return { share, chance: counts.length / formed.length, groups: counts[Math.floor(counts.length / 2)] ?? 0 };
    });
  const full = form(asking.respondents);
  return {
    total: outlookOf(TOTAL),
    breakdowns: attributes.flatMap(({ code }) => {
      const groups = full.filter((group) => group.breakdown === code);
      const label = groups[0]?.breakdown_label;
      return label
        ? [{ breakdown: code, label, outlook: outlookOf(code), groups: groups.map(({ label, n }) => ({ label, n })) }]
        : [];
    }),
  };
}

function drawsOf({ seed, respondents }: Asking, share: number): Respondent[][] {
  const size = Math.round(respondents.length * share);
  return Array.from({ length: DRAWS }, (_, draw) => {
    const random = randomOf(`${seed} ${share} ${draw}`);
    const order = respondents.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
    return order.slice(0, size).map(({ one }) => one);
  });
}

/** A small generator (mulberry32) with a seed hashed by FNV-1a: the same figures on every machine. No secret hangs on it. */
function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
