import { codeOf } from "../choices.ts";
import type { Definition } from "../definition.ts";
import { isEmpty, isForbiddenKey, isObject, type JsonObject, segment } from "../json.ts";
import { type Shape, shapesOf, WHOLE } from "./shape.ts";

/** Fields by their paths: names joined by "/", written as in JSON Pointer. */
export type Fields = ReadonlyMap<string, unknown>;

/** One part of an answer with what was written at this very path, and below it. */
export type Node = { value: unknown; children: Map<string, Node> };

const unescaped = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

export const partsOf = (path: string): string[] => path.split("/").map(unescaped);

export const joined = (path: string, part: string): string =>
  path === "" ? segment(part) : `${path}/${segment(part)}`;

/** The name under which the question of a field is answered; a comment has a name of its own. */
export const nameOfPath = (path: string): string => unescaped(path.split("/", 1)[0] as string);

/** The question at which a field is shown; a comment stands at the one it belongs to. */
export const questionOfPath = (path: string): string => nameOfPath(path).replace(/-Comment$/, "");

export const entryPart = (id: string): string => `@${id}`;
export const codePart = (code: string): string => `=${code}`;

/** The shape of what is answered under a name of the questionnaire. */
export function shapeOfName(definition: Definition, name: string): Shape {
  return shapesOf(definition.level).get(name) ?? WHOLE;
}

/** The fields of one name, as a tree. */
export function treeOf(fields: Iterable<readonly [string, unknown]>): Map<string, Node> {
  const roots = new Map<string, Node>();
  for (const [path, value] of fields) {
    let children = roots;
    let node: Node | undefined;
    for (const part of partsOf(path)) {
      node = children.get(part);
      if (!node) {
        node = { value: undefined, children: new Map() };
        children.set(part, node);
      }
      children = node.children;
    }
    if (node) node.value = value;
  }
  return roots;
}

/** Puts fields together to answers, in the order of the questionnaire. What is not there, or was taken back, is left out. */
export function fromFields(definition: Definition, fields: Iterable<readonly [string, unknown]>): JsonObject {
  return recordFrom(treeOf(fields), shapesOf(definition.level), {});
}

function recordFrom(nodes: Map<string, Node>, shapes: ReadonlyMap<string, Shape>, whole: JsonObject): JsonObject {
  const record: JsonObject = {};
  const names = new Set([...shapes.keys(), ...Object.keys(whole), ...[...nodes.keys()].sort()]);
  for (const name of names) {
    if (isForbiddenKey(name)) continue;
    const node = nodes.get(name);
    const value = node ? assembled(node, shapes.get(name) ?? WHOLE, whole[name]) : whole[name];
    if (value !== undefined && value !== null) record[name] = value;
  }
  return record;
}

/** `around` is what a field further up says about this place: an answer that was once kept as a whole. */
function assembled(node: Node, shape: Shape, around: unknown): unknown {
  const whole = node.value === undefined ? around : node.value;
  if (node.children.size === 0) return whole ?? undefined;
  if (shape.of === "value") return whole ?? undefined;
  if (shape.of === "codes") return codesFrom(node, shape.codes, whole);
  if (shape.of === "record") {
    const record = recordFrom(node.children, shape.parts, isObject(whole) ? whole : {});
    return isEmpty(record) ? undefined : record;
  }
  const entries = entriesOf(node).map(({ node: entry }) => recordFrom(entry.children, shape.parts, {}));
  return entries.length > 0 ? entries : undefined;
}

function codesFrom(node: Node, order: readonly string[], whole: unknown): unknown[] | undefined {
  const chosen = new Map<string, unknown>();
  for (const one of Array.isArray(whole) ? whole : []) chosen.set(codeOf(one), one);
  for (const [part, { value }] of node.children) {
    const code = part.slice(1);
    if (value === null || value === undefined) chosen.delete(code);
    else chosen.set(code, value === true ? code : value);
  }
  const others = [...chosen.keys()].filter((code) => !order.includes(code)).sort();
  const codes = [...order.filter((code) => chosen.has(code)), ...others];
  return codes.length > 0 ? codes.map((code) => chosen.get(code)) : undefined;
}

export type Entry = { id: string; place: number; node: Node };

/** The entries that stand, in their order: by place, and where two took the same place, by id. */
export function entriesOf(node: Node): Entry[] {
  return [...node.children]
    .flatMap(([part, entry]) =>
      part.startsWith("@") && typeof entry.value === "number"
        ? [{ id: part.slice(1), place: entry.value, node: entry }]
        : [],
    )
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** What an answer is made of. Entries are called `d0`, `d1`, … */
export function toFields(definition: Definition, answers: JsonObject): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(answers)) {
    takeApart(segment(name), shapeOfName(definition, name), value, (path, part) => fields.set(path, part));
  }
  return fields;
}

/** Tells of every field of a value. What does not have the form of its shape stays whole. */
export function takeApart(
  path: string,
  shape: Shape,
  value: unknown,
  tell: (path: string, value: unknown) => void,
): void {
  if (isEmpty(value)) return;
  if (shape.of === "codes" && isCodes(value)) {
    for (const one of value) tell(joined(path, codePart(codeOf(one))), codeValue(one));
  } else if (shape.of === "record" && isObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      takeApart(joined(path, name), shape.parts.get(name) ?? WHOLE, part, tell);
    }
  } else if (shape.of === "entries" && isEntries(value)) {
    for (const [i, entry] of value.entries()) {
      const at = joined(path, entryPart(`d${i}`));
      tell(at, i);
      for (const [name, part] of Object.entries(entry)) {
        takeApart(joined(at, name), shape.parts.get(name) ?? WHOLE, part, tell);
      }
    }
  } else tell(path, value);
}

/** A chosen code is `true`; where the value is not the text of its code (a number, say) it is that value. */
export const codeValue = (one: unknown): unknown => (typeof one === "string" ? true : one);

export const isCodes = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string" || typeof one === "number");

export const isEntries = (value: unknown): value is JsonObject[] => Array.isArray(value) && value.every(isObject);
