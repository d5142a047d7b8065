import { type Kappa, kappaOf } from "./kappa.ts";

/** The codes that each of two people gave one text; none at all is a decision, too. */
export type Pair = { first: ReadonlySet<string>; second: ReadonlySet<string> };

/** Of one code: how often each of the two gave it, how often both, and κ of giving it or not. */
export type CodeAgreement = { code: string; first: number; second: number; both: number } & Kappa;

export type Agreement = {
  texts: number;
  /** texts with exactly the same codes */
  same: number;
  /** share of all decisions (text × code) that were alike, 0 to 1; null without texts or codes */
  observed: number | null;
  /** mean of κ over the codes that have one; null where none has */
  meanKappa: number | null;
  /** how many codes have a κ: one that neither gave, or both gave every text, has none */
  defined: number;
  codes: CodeAgreement[];
};

/**
 * How far two people agree who coded the same texts independently. A text may have several codes, so every code is a
 * decision of its own, yes or no, with a κ of its own; over all stands the mean of these.
 */
export function agreementOf(pairs: readonly Pair[], codes: readonly string[]): Agreement {
  const rows = codes.map((code): CodeAgreement => {
    let [both, firstOnly, secondOnly] = [0, 0, 0];
    for (const { first, second } of pairs) {
      if (first.has(code) && second.has(code)) both += 1;
      else if (first.has(code)) firstOnly += 1;
      else if (second.has(code)) secondOnly += 1;
    }
    const neither = pairs.length - both - firstOnly - secondOnly;
    const kappa = kappaOf([
      [both, firstOnly],
      [secondOnly, neither],
    ]);
    return { code, first: both + firstOnly, second: both + secondOnly, both, ...kappa };
  });
  const kappas = rows.flatMap(({ kappa }) => (kappa === null ? [] : [kappa]));
  const unlike = rows.reduce((total, row) => total + row.first + row.second - 2 * row.both, 0);
  const decisions = pairs.length * codes.length;
  return {
    texts: pairs.length,
    same: pairs.filter(({ first, second }) => sameCodes(first, second)).length,
    observed: decisions > 0 ? 1 - unlike / decisions : null,
    meanKappa: kappas.length > 0 ? kappas.reduce((total, one) => total + one, 0) / kappas.length : null,
    defined: kappas.length,
    codes: rows,
  };
}

export function sameCodes(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return first.size === second.size && [...first].every((code) => second.has(code));
}
