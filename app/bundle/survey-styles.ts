import { COMMON } from "./place-statements.ts";
import { dealOut, readBlocks, usedVariables } from "./styles.ts";
import { NEVER, NEVER_CLASSES, SURVEY_PARTS } from "./survey-parts.ts";

/**
 * survey-core's style sheet by part, each with those variables of its theme that the part uses. The rules lie in the
 * layer `survey`; the variables in none, as survey-core itself would write them. `others` is whatever else uses variables.
 */
export function dealStyles(css: string, theme: Readonly<Record<string, string>>, others: string): Map<string, string> {
  const beginnings = Object.entries(SURVEY_PARTS)
    .flatMap(([part, { classes = [] }]) => classes.map((start) => ({ part, start })))
    .concat(NEVER_CLASSES.map((start) => ({ part: NEVER, start })));
  for (const { start } of beginnings) {
    if (!css.includes(`.${start}`)) throw new Error(`survey-core has no rule for .${start} any more`);
  }
  const partOf = (classes: string[]) =>
    beginnings.find(({ start }) => classes.some((name) => name.startsWith(start)))?.part ?? COMMON;
  const parts = dealOut(readBlocks(css), partOf);
  parts.delete(NEVER);
  const common = usedVariables(`${parts.get(COMMON)}${others}`, theme);
  if (common.size === 0) throw new Error("survey-core's theme has no variables any more");
  for (const [part, rules] of parts) {
    const used = part === COMMON ? common : usedVariables(rules, theme);
    const own = [...used].filter((name) => part === COMMON || !common.has(name));
    const variables = own.map((name) => `${name}:${theme[name]}`).join(";");
    parts.set(part, `@layer survey{${rules}}:where(.sd-theme-root){${variables}}`);
  }
  return parts;
}
