import { asArray, asNumber, asString, isForbiddenKey, isObject, type JsonObject, pointer } from "./json.ts";
import { limits } from "./limits.ts";
import type { SurveyProblem } from "./model.ts";

/** Lists whose members are built into objects by survey-core: `null` there makes its constructor throw. */
const memberLists = new Set([
  "pages",
  "elements",
  "questions",
  "templateElements",
  "detailElements",
  "choices",
  "rows",
  "columns",
  "items",
  "rateValues",
  "areas",
  "validators",
  "triggers",
  "calculatedValues",
  "customLabels",
]);

const elementLists = new Set(["elements", "questions", "templateElements", "detailElements"]);

/** Classes that can be created by name but are no elements: survey-core throws when it meets one among them. */
const nonElements = new Set([
  "itemvalue",
  "choiceitem",
  "checkboxitem",
  "ratingitem",
  "matrixcolumn",
  "matrixdropdowncolumn",
  "multipletextitem",
  "survey",
  "trigger",
  "surveyvalidator",
  "calculatedvalue",
  "question",
  "selectbase",
  "matrixdropdownbase",
  "page",
]);

/** Properties that become keys of answers or of survey-core's own tables. */
const nameProperties = ["name", "valueName", "valuePropertyName", "setToName", "fromName"];

/** Properties that hold answers, which have shapes of their own. */
const answerProperties = new Set(["defaultValue", "defaultRowValue", "defaultPanelValue", "correctAnswer", "setValue"]);

const lengthLimits: Readonly<Record<string, number>> = {
  pages: limits.pages,
  choices: limits.choices,
  rateValues: limits.choices,
  areas: limits.choices,
  rows: limits.rows,
  columns: limits.columns,
  items: limits.columns,
};

/** Numbers of a definition that make survey-core build that many objects. */
const countProperties: Readonly<Record<string, number>> = {
  rowCount: limits.entries,
  minRowCount: limits.entries,
  panelCount: limits.entries,
  minPanelCount: limits.entries,
  rateCount: limits.choices,
  labelCount: limits.choices,
};

/**
 * Counts what a definition would make survey-core build, and refuses what it cannot bear. Problems: `null-element`,
 * `forbidden-name`, `name-too-long`, `not-an-element`, `too-many-…`, `count-too-large`, `choices-range`, `expression-too-long`.
 * The value has passed `inspectJson`, so that recursion is bounded by its depth.
 */
export function countElements(source: JsonObject): SurveyProblem[] {
  const problems: SurveyProblem[] = [];
  const totals = { elements: 0, choices: 0 };
  const report = (code: string, path: string, detail?: Record<string, string | number>) => {
    if (problems.length < 50) problems.push({ code, path, detail });
  };

  const list = (name: string, members: unknown[], path: string) => {
    const limit = lengthLimits[name];
    if (limit !== undefined && members.length > limit) {
      report(`too-many-${name === "rateValues" || name === "areas" ? "choices" : name}`, path, {
        limit,
        length: members.length,
      });
    }
    if (elementLists.has(name)) totals.elements += members.length;
    if (name === "choices" || name === "rateValues") totals.choices += members.length;
    for (const [i, member] of members.entries()) {
      const at = `${path}/${i}`;
      if (member === null) report("null-element", at);
      else if (elementLists.has(name) && !isObject(member)) report("not-an-element", at);
      else if (elementLists.has(name) && nonElements.has(asString((member as JsonObject).type)?.toLowerCase() ?? "")) {
        report("not-an-element", at, { type: String((member as JsonObject).type) });
      } else if (name === "rows" || name === "columns" || name === "items") {
        const key = isObject(member) ? (member.value ?? member.name) : member;
        if (typeof key === "string") checkName(key.split("|", 1)[0]!, at);
      }
    }
  };

  const checkName = (name: string, path: string) => {
    if (isForbiddenKey(name.trim())) report("forbidden-name", path, { name });
    if (name.length > limits.name) report("name-too-long", path, { limit: limits.name, length: name.length });
  };

  const visit = (value: unknown, path: string, isTrigger = false): void => {
    if (Array.isArray(value)) for (const [i, inner] of value.entries()) visit(inner, `${path}/${i}`, isTrigger);
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const at = pointer(path, name);
      if (answerProperties.has(name)) continue;
      // The `questions` of a trigger are names.
      if (memberLists.has(name) && !(isTrigger && name === "questions") && Array.isArray(inner)) list(name, inner, at);
      const most = countProperties[name];
      if (most !== undefined && (asNumber(inner) ?? 0) > most) report("count-too-large", at, { limit: most });
      if (/(If|[eE]xpression|^regex)$/.test(name) && typeof inner === "string" && inner.length > limits.expression) {
        report("expression-too-long", at, { limit: limits.expression, length: inner.length });
      }
      if (nameProperties.includes(name) && typeof inner === "string") checkName(inner, at);
      visit(inner, at, name === "triggers");
    }
    const range = (asNumber(value.choicesMax) ?? 0) - (asNumber(value.choicesMin) ?? 0);
    const step = asNumber(value.choicesStep) ?? 1;
    const generated = range > 0 ? range / (step > 0 ? step : 1) : 0;
    if (generated > limits.choices) report("choices-range", pointer(path, "choicesMax"), { limit: limits.choices });
    if (generated > 0) totals.choices += generated;
    const columns = asArray(value.columns).length + asArray(value.detailElements).length;
    const cells = asArray(value.rows).length * columns;
    if (cells > limits.items) report("too-many-items", path, { limit: limits.items, length: cells });
    const rows = Math.max(asNumber(value.rowCount) ?? 0, asNumber(value.minRowCount) ?? 0);
    const panels = Math.max(asNumber(value.panelCount) ?? 0, asNumber(value.minPanelCount) ?? 0);
    const built = rows * columns + panels * asArray(value.templateElements).length;
    if (built > limits.defaultCells) report("count-too-large", path, { limit: limits.defaultCells, length: built });
  };

  visit(source, "");
  if (totals.elements > limits.elements)
    report("too-many-elements", "", { limit: limits.elements, length: totals.elements });
  if (totals.choices > limits.allChoices)
    report("too-many-choices", "", { limit: limits.allChoices, length: totals.choices });
  return problems;
}
