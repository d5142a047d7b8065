import { canonical, isObject, type JsonObject, own, pointer } from "./json.ts";

/** Properties that hold nothing but words for the reader. Booleans of such a name (`showTitle`) are settings. */
const wordingKey =
  /(?:^|[a-z])(?:title|text|description|caption|html|placeholder|hint|label|tooltip|message|error)$|^label(?:True|False)$|^(?:purpose|duration)$/i;

/** A plain member of these lists is the short form of `{ value }`. */
const valueLists = new Set(["choices", "rows", "columns", "rateValues"]);

const isWords = (value: unknown): boolean =>
  value === undefined ||
  typeof value === "string" ||
  typeof value === "number" ||
  (isObject(value) && Object.values(value).every((inner) => typeof inner === "string"));

/** A change that is more than wording: which property, and where it stands in the newer definition. */
export type Difference = { path: string; property: string };

const mostDifferences = 200;

/**
 * Everything in which two definitions differ apart from their wording: conditions, required marks, limits, order, types.
 * Members of lists are matched by name or value; at most 200 differences. Both definitions have passed the reading's limits.
 */
export function beyondWording(before: JsonObject, after: JsonObject): Difference[] {
  const found: Difference[] = [];
  compareObjects(before, after, "", found);
  return found;
}

function compareObjects(before: JsonObject, after: JsonObject, path: string, found: Difference[]): void {
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    if (found.length >= mostDifferences) return;
    const [old, now] = [own(before, key), own(after, key)];
    if (wordingKey.test(key) && isWords(old) && isWords(now)) continue;
    const at = pointer(path, key);
    if (Array.isArray(old) && Array.isArray(now)) compareLists(key, old, now, at, found);
    else if (isObject(old) && isObject(now)) compareObjects(old, now, at, found);
    else if (canonical(old) !== canonical(now)) found.push({ path: at, property: key });
  }
}

function compareLists(key: string, before: unknown[], after: unknown[], path: string, found: Difference[]): void {
  const asMember = (value: unknown): unknown =>
    valueLists.has(key) && !isObject(value) && !Array.isArray(value) ? { value } : value;
  const [old, now] = [before.map(asMember), after.map(asMember)];
  const names = now.map(nameOf);
  if (canonical(old.map(nameOf)) !== canonical(names)) found.push({ path, property: key });
  const earlier = new Map(old.map((member, i) => [nameOf(member, i), member]));
  for (const [i, member] of now.entries()) {
    if (found.length >= mostDifferences) return;
    const twin = earlier.get(nameOf(member, i));
    if (isObject(member) && isObject(twin)) compareObjects(twin, member, `${path}/${i}`, found);
  }
}

/** By what a member of a list is known: its name or value, itself where it is plain, else its place. */
function nameOf(member: unknown, index = 0): string {
  if (!isObject(member)) return `plain ${canonical(member)}`;
  const name = member.name ?? member.value;
  return name === undefined ? `place ${index}` : `name ${canonical(name)}`;
}
