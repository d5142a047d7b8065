import { drawFrom, type Random } from "./random.ts";

/** One of the twelve items that every wave asks, with how its answers are spread. */
export type Question = {
  key: string;
  scale: "choice" | "ordinal" | "multiple";
  /** share of each valid code; of `multiple`: how often each is chosen */
  shares: Readonly<Record<string, number>>;
  /** a missing code ("don't know") and how often it is given */
  missing?: { code: string; share: number };
  /** how often the question is left out */
  blank: number;
  /** so often the answer follows from this attribute: groups that agree */
  tied?: { attribute: string; strength: number };
};

/** Codes of one answer; empty where the question was left out. */
export type Answer = readonly string[];

const MISSING = "weiss_nicht";

/** From balanced to unanimous, with groups that agree and codes that hardly anybody gives. */
export const QUESTIONS: readonly Question[] = [
  {
    key: "balanced",
    scale: "choice",
    shares: { ja: 0.58, nein: 0.42 },
    missing: { code: MISSING, share: 0.06 },
    blank: 0.04,
  },
  { key: "skewed", scale: "choice", shares: { ja: 0.84, nein: 0.16 }, blank: 0.03 },
  { key: "rare", scale: "choice", shares: { ja: 0.975, nein: 0.025 }, blank: 0.03 },
  { key: "unanimous", scale: "choice", shares: { ja: 1, nein: 0 }, blank: 0.03 },
  {
    key: "three",
    scale: "choice",
    shares: { a: 0.5, b: 0.42, c: 0.08 },
    missing: { code: MISSING, share: 0.04 },
    blank: 0.06,
  },
  { key: "five", scale: "choice", shares: { a: 0.35, b: 0.3, c: 0.2, d: 0.12, e: 0.03 }, blank: 0.08 },
  {
    key: "agreed",
    scale: "choice",
    shares: { a: 0.5, b: 0.5 },
    tied: { attribute: "ansatz", strength: 0.92 },
    blank: 0.03,
  },
  {
    key: "regional",
    scale: "ordinal",
    shares: { 1: 0.1, 2: 0.2, 3: 0.4, 4: 0.2, 5: 0.1 },
    tied: { attribute: "region5", strength: 0.7 },
    blank: 0.05,
  },
  {
    key: "need",
    scale: "ordinal",
    shares: { 1: 0.05, 2: 0.1, 3: 0.25, 4: 0.35, 5: 0.25 },
    missing: { code: MISSING, share: 0.05 },
    blank: 0.05,
  },
  { key: "ceiling", scale: "ordinal", shares: { 1: 0.01, 2: 0.02, 3: 0.07, 4: 0.25, 5: 0.65 }, blank: 0.1 },
  {
    key: "contacts",
    scale: "multiple",
    shares: { schule: 0.6, polizei: 0.35, jugendamt: 0.7, justiz: 0.2, psychiatrie: 0.1, keine: 0 },
    blank: 0.05,
  },
  {
    key: "threats",
    scale: "multiple",
    shares: { post: 0.04, anruf: 0.08, netz: 0.3, angriff: 0.01, keine: 0 },
    missing: { code: MISSING, share: 0.05 },
    blank: 0.07,
  },
];

/** One project's answer to a question. What is tied to an attribute is, where it applies, the same for everybody with the value. */
export function drawAnswer(
  random: Random,
  question: Question,
  values: Readonly<Record<string, string | undefined>>,
): Answer {
  const { missing, shares, tied } = question;
  if (random() < question.blank) return [];
  if (missing && random() < missing.share) return [missing.code];
  if (question.scale === "multiple") {
    const chosen = Object.entries(shares).filter(([, share]) => random() < share);
    // Whoever has nothing to choose says so.
    return chosen.length > 0 ? chosen.map(([code]) => code) : ["keine"];
  }
  const value = tied && values[tied.attribute];
  if (tied && value !== undefined && random() < tied.strength) {
    const codes = Object.keys(shares);
    return [codes[(value.charCodeAt(0) + value.length) % codes.length] as string];
  }
  return [drawFrom(random, shares)];
}
