import { ConditionsParser, FunctionFactory } from "survey-core";
import type { Definition } from "../definition.ts";
import { asArray, asString, isObject } from "../json.ts";
import { type Fault, fault, properties } from "./fault.ts";

const isExpressionKey = (key: string) => /(If|Expression)$/.test(key) || key === "expression";

/** Names that survey-core provides, and prefixes that lead to the record around a question. */
const given = new Set([
  "item",
  "choice",
  "row",
  "panel",
  "parentpanel",
  "prevpanel",
  "nextpanel",
  "prevrow",
  "nextrow",
  "totalrow",
  "rowindex",
  "rowname",
  "rowtitle",
  "rowvalue",
  "panelindex",
  "visiblepanelindex",
  "visiblerowindex",
  "self",
  "$self",
  "question",
  "survey",
  "locale",
  "language",
  "pageno",
  "pagecount",
  "title",
  "itemtitle",
  "correctedanswers",
  "correctanswers",
  "incorrectedanswers",
  "incorrectanswers",
  "questioncount",
  "correctedanswercount",
  "incorrectedanswercount",
]);

/** Every name an expression may refer to, in lower case: expressions compare without case. */
function knownNames(definition: Definition): Set<string> {
  const names = new Set(given);
  const add = (name: unknown) => typeof name === "string" && names.add(name.trim().toLowerCase());
  for (const question of definition.questions) {
    add(question.alias);
    add(question.name);
  }
  for (const { value } of properties(definition.source)) if (isObject(value)) add(value.name);
  for (const trigger of asArray(definition.source.triggers)) if (isObject(trigger)) add(trigger.setToName);
  return names;
}

/** `{panel.age}`, `{q[0].x}`, `{q-Comment}`: known where the whole or a beginning up to a separator is known. */
function isKnown(variable: string, names: ReadonlySet<string>): boolean {
  let name = variable.toLowerCase().replace(/^[#$]/, "").trim();
  for (;;) {
    if (names.has(name)) return true;
    const cut = Math.max(name.lastIndexOf("."), name.lastIndexOf("["), name.lastIndexOf("-"));
    if (cut <= 0) return false;
    name = name.slice(0, cut);
  }
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** survey-core reads `({a} = 1` without a word; what it makes of it is not what was meant. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [part] of text.matchAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\{[^{}]*\}|[()[\]{}]/g)) {
    if (part.length > 1) continue;
    if (part in closing) open.push(closing[part]!);
    else if (open.pop() !== part) return false;
  }
  return open.length === 0;
}

/** Expressions that cannot be read, unknown functions (they make a condition false) and unknown names. */
export function lintExpressions(definition: Definition): Fault[] {
  const names = knownNames(definition);
  const faults: Fault[] = [];
  for (const { key, value, path } of properties(definition.source)) {
    const text = isExpressionKey(key) ? asString(value)?.trim() : undefined;
    if (!text) continue;
    const operand = new ConditionsParser().parseExpression(text);
    if (!operand || !isBalanced(text)) {
      faults.push(fault("error", "invalid-expression", path, { expression: text.slice(0, 300) }));
      continue;
    }
    const operands: { getType: () => string }[] = [];
    operand.addOperandsToList(operands as Parameters<typeof operand.addOperandsToList>[0]);
    for (const one of [operand as { getType: () => string }, ...operands]) {
      if (one.getType() !== "function") continue;
      const name = String((one as unknown as { originalValue: unknown }).originalValue);
      if (!FunctionFactory.Instance.hasFunction(name))
        faults.push(fault("error", "unknown-function", path, { function: name }));
    }
    const variables: string[] = [];
    operand.setVariables(variables);
    for (const variable of new Set(variables)) {
      if (!isKnown(variable, names))
        faults.push(fault("warning", "unknown-name", path, { name: variable.slice(0, 200) }));
    }
  }
  return faults;
}
