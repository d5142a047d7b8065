import { type DisclosureRule, ruleFor } from "#app/domain/disclosure/rule.ts";

export type Mode = "standard" | "strict" | "unprotected" | "ungated";

const STANDARD = ruleFor({ strict: false });

/** The rules of both strengths; and the standard one without noise and rounding, or without the gate: there the attack must succeed. */
export const RULES: Readonly<Record<Mode, DisclosureRule>> = {
  standard: STANDARD,
  strict: ruleFor({ strict: true }),
  unprotected: { ...STANDARD, multiple: 1, noise: 0 },
  ungated: { ...STANDARD, subtraction: "allowed" },
};
