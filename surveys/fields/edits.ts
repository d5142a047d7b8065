import { codeOf } from "../choices.ts";
import type { Definition } from "../definition.ts";
import { canonical, isEmpty, isObject, type JsonObject, segment } from "../json.ts";
import { alignEntries } from "./entries.ts";
import { type Shape, WHOLE } from "./shape.ts";
import {
  codePart,
  codeValue,
  entriesOf,
  entryPart,
  type Fields,
  fromFields,
  isCodes,
  isEntries,
  joined,
  type Node,
  nameOfPath,
  shapeOfName,
  takeApart,
  treeOf,
} from "./tree.ts";

/** One field to be written; null takes its value back. */
export type Edit = { path: string; value: unknown };

/** A short id that no colleague makes at the same time: 48 random bits. */
const randomId = (): string => crypto.randomUUID().replaceAll("-", "").slice(0, 12);

/**
 * The edits after which what is answered under `name` is `value`: as few fields as possible, so that what a colleague
 * writes beside them stands. `fields` are those of the whole response, or of this name alone.
 */
export function editsFor(
  definition: Definition,
  fields: Fields,
  name: string,
  value: unknown,
  newId: () => string = randomId,
): Edit[] {
  const own = [...fields].filter(([path]) => nameOfPath(path) === name);
  const node = treeOf(own).get(name);
  const edits: Edit[] = [];
  const shape = shapeOfName(definition, name);
  const before = { node, value: fromFields(definition, own)[name] };
  compare({ path: segment(name), shape, value, newId, edits }, before);
  return edits;
}

type Wanted = { path: string; shape: Shape; value: unknown; newId: () => string; edits: Edit[] };
type Before = { node: Node | undefined; value: unknown };

function compare(wanted: Wanted, before: Before): void {
  const { path, shape, value, edits } = wanted;
  if (shape.of === "value") {
    if (!isSame(before.value, value)) edits.push({ path, value: isEmpty(value) ? null : value });
    return;
  }
  const fits = isEmpty(value) || fitsShape(shape, value);
  const isWhole = before.node !== undefined && !isEmpty(before.node.value);
  if (!fits || isWhole) {
    if (!isSame(before.value, value)) replaceWhole(wanted, before, fits);
    return;
  }
  if (shape.of === "codes") compareCodes(wanted, before);
  else if (shape.of === "record") compareRecord(wanted, before, shape.parts);
  else compareEntries(wanted, before, shape);
}

const fitsShape = (shape: Shape, value: unknown): boolean => {
  if (shape.of === "codes") return isCodes(value);
  return shape.of === "record" ? isObject(value) : isEntries(value);
};

/** From a value kept whole to fields, or back, where its form asks for it: everything is written anew. */
function replaceWhole({ path, shape, value, edits }: Wanted, { node }: Before, fits: boolean): void {
  const parts = new Map<string, unknown>();
  if (fits) takeApart(path, shape, value, (at, part) => parts.set(at, part));
  else parts.set(path, value);
  for (const [at, old] of node ? writtenBelow(path, node) : []) {
    if (!parts.has(at) && old !== null && old !== undefined) edits.push({ path: at, value: null });
  }
  for (const [at, part] of parts) edits.push({ path: at, value: part });
}

function* writtenBelow(path: string, node: Node): Generator<[string, unknown]> {
  yield [path, node.value];
  for (const [part, child] of node.children) yield* writtenBelow(joined(path, part), child);
}

function compareCodes({ path, value, edits }: Wanted, before: Before): void {
  const chosen = new Map((isCodes(before.value) ? before.value : []).map((one) => [codeOf(one), one]));
  const next = new Map((isCodes(value) ? value : []).map((one) => [codeOf(one), one]));
  for (const code of chosen.keys()) {
    if (!next.has(code)) edits.push({ path: joined(path, codePart(code)), value: null });
  }
  for (const [code, one] of next) {
    if (!chosen.has(code)) edits.push({ path: joined(path, codePart(code)), value: codeValue(one) });
  }
}

function compareRecord(wanted: Wanted, before: Before, parts: ReadonlyMap<string, Shape>): void {
  const old = isObject(before.value) ? before.value : {};
  const next = isObject(wanted.value) ? wanted.value : {};
  for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
    compare(
      { ...wanted, path: joined(wanted.path, name), shape: parts.get(name) ?? WHOLE, value: next[name] },
      { node: before.node?.children.get(name), value: old[name] },
    );
  }
}

function compareEntries(wanted: Wanted, before: Before, shape: Extract<Shape, { of: "entries" }>): void {
  const { path, edits } = wanted;
  const standing = before.node ? entriesOf(before.node) : [];
  const old = isEntries(before.value) ? before.value : [];
  const next = isEntries(wanted.value) ? wanted.value : [];
  const rows = standing.map(({ id, place }, i) => ({ id, place, value: canonical(old[i]) }));
  const taken = new Set([...(before.node?.children.keys() ?? [])]);
  const idFor = (index: number) => {
    const id = `d${index}`;
    return index < shape.defaults && !taken.has(entryPart(id)) ? id : wanted.newId();
  };
  const { removed, kept } = alignEntries(rows, next.map(canonical), idFor);
  for (const id of removed) edits.push({ path: joined(path, entryPart(id)), value: null });
  const byId = new Map(standing.map(({ id, node }, i) => [id, { node, value: old[i] }]));
  for (const [i, { id, place, moved }] of kept.entries()) {
    const at = joined(path, entryPart(id));
    if (moved) edits.push({ path: at, value: place });
    const entry = { ...wanted, path: at, value: next[i] as JsonObject };
    compareRecord(entry, byId.get(id) ?? { node: undefined, value: undefined }, shape.parts);
  }
}

/** Equal as answers: in multiple choices the order of picking means nothing, an empty value is none. */
function isSame(a: unknown, b: unknown): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return canonical(a) === canonical(b);
}
