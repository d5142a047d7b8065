import type { Definition } from "./definition.ts";
import { asArray, asString, isTrue, type JsonObject, segment } from "./json.ts";
import type { Item } from "./model.ts";
import type { Level } from "./question.ts";
import { type AskedTies, tiesIn } from "./ties.ts";

/**
 * What the upper end of an ordered scale means: something good, something lacking or straining, or neither
 * (how often, how far, how many).
 */
export type Polarity = "high-good" | "high-bad" | "neutral";

/**
 * What a definition says about its release, in properties of ours that survey-core keeps and ignores:
 * - survey `"excludedBreakdowns": ["land"]`: attributes by which this questionnaire is never broken down
 * - question `"linking": true`: joins a person's answers of several rounds; never part of a release
 * - question or column `"bands": [5, 10, 25]`: limits between the bands in which a release counts numbers, rising. Without them
 *   breakdowns say of numbers only how many there are
 * - question or column `"polarity"`: as `Polarity`; without it, and where it is unknown, `high-good`
 * - question `"reversed": ["row"]`: rows whose upper end means the opposite
 * - question `"roster": true`: names projects. They are filled in per round, so that the version does not list them, and a
 *   release counts unlisted codes as one
 * - matrix `"coverageOf": "question"`: asks of the same rows how far they are covered as that one asks how important they are,
 *   in the same numbers
 * - question `"ties": "contact"`, `"frequency"`, `"kind"`, `"closest"` or `"wish"`: who is in contact with whom, see `tiesIn`. Named
 *   rounds freeze it
 * - survey `"interfaces": {…}`: which questions ask how the cooperation with other fields goes, see `interfaces.ts`
 * - boolean question `"nameConsent": true`: a yes lets the project be named, in rounds that are named. One per definition
 */
export type ReleaseHints = {
  excludedBreakdowns: string[];
  /** the item may enter a release */
  isReleased: (item: Item) => boolean;
  /** its answers name projects of the round's roster */
  isRoster: (item: Item) => boolean;
  polarityOf: (item: Item) => Polarity;
  /** the item that says whether the project may be named, and the code of yes; undefined where nobody is asked */
  nameConsent: { item: string; yes: string } | undefined;
  /** what is asked about ties between projects; undefined where nothing is */
  ties: AskedTies | undefined;
  /** limits between the bands of a number; undefined where there are none that can be used */
  bandsOf: (item: Item) => readonly number[] | undefined;
};

export function releaseHints({ source, questions, level }: Definition): ReleaseHints {
  const sources = new Map<string, JsonObject[]>();
  for (const question of questions) {
    const same = sources.get(question.key);
    if (same) same.push(question.source);
    else sources.set(question.key, [question.source]);
  }
  /** Questions around an item from the outside in, each with the segment of the item's path that follows. */
  const around = (item: Item) => {
    const parts = item.key.split("/");
    return parts.flatMap((_, i) => {
      const next = parts[i + 1];
      return (sources.get(parts.slice(0, i + 1).join("/")) ?? []).map((one) => ({ source: one, next }));
    });
  };
  return {
    excludedBreakdowns: asArray(source.excludedBreakdowns).flatMap((code) => asString(code) ?? []),
    isReleased: (item) => around(item).every((one) => !isTrue(one.source.linking)),
    isRoster: (item) => around(item).some((one) => one.next === undefined && isTrue(one.source.roster)),
    nameConsent: consentIn(level),
    ties: tiesIn(level),
    bandsOf: (item) =>
      item.scale === "number"
        ? around(item)
            .map(limitsIn)
            .findLast((limits) => limits !== undefined)
        : undefined,
    polarityOf: (item) => {
      const outer = around(item);
      const nearest = outer.map((one) => one.source.polarity).findLast(isPolarity) ?? "high-good";
      const isTurned = (one: (typeof outer)[number]) =>
        one.next !== undefined && asArray(one.source.reversed).some((row) => rowSegment(row) === one.next);
      return outer.filter(isTurned).length % 2 === 0 ? nearest : OPPOSITE[nearest];
    },
  };
}

/** Two consents are as good as none: nobody could say which of them counts. */
function consentIn({ questions }: Level): ReleaseHints["nameConsent"] {
  const [consent, ...more] = questions.filter(({ type, source }) => type === "boolean" && isTrue(source.nameConsent));
  const yes = consent?.choices[0]?.code;
  return consent && yes !== undefined && more.length === 0 ? { item: consent.key, yes } : undefined;
}

/** With more of them, bands would be single answers again. */
const MOST_LIMITS = 11;

function limitsIn({ source }: { source: JsonObject }): number[] | undefined {
  const list = asArray(source.bands);
  const limits = list.flatMap((limit) => (typeof limit === "number" && Number.isFinite(limit) ? limit : []));
  const isRising = limits.every((limit, i) => (limits[i - 1] ?? Number.NEGATIVE_INFINITY) < limit);
  return limits.length > 0 && limits.length === list.length && limits.length <= MOST_LIMITS && isRising
    ? limits
    : undefined;
}

const OPPOSITE: Record<Polarity, Polarity> = { "high-good": "high-bad", "high-bad": "high-good", neutral: "neutral" };

const isPolarity = (value: unknown): value is Polarity => typeof value === "string" && Object.hasOwn(OPPOSITE, value);

const rowSegment = (row: unknown): string | undefined =>
  typeof row === "string" || typeof row === "number" ? segment(row) : undefined;
