import { derivedNumbers } from "./derived.ts";
import { placeOf, type Released } from "./released.ts";

/** Where something stands that no release says, with what it is. */
export type Fault = string;
type Parts = Record<string, unknown>;

const isParts = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Texts that are no answers: ids, checksums, times. */
const PLAIN = [/^[0-9a-f]{8}-[0-9a-f-]{27}$/, /^[0-9a-f]{64}$/, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/];

/**
 * Compares whatever a loader sent with the rows that it names: every number must be that of the column of the same name in
 * the row of this release, item, breakdown, group and code, and stand in the order of the rows; every text with a digit must
 * stand in these rows. `own`: texts of other declared sources, e.g. the reader's own account; `measures`: their rows by id;
 * `notes`: how many are open, by release and item. Counts what was compared.
 */
export function checkPayload(
  data: unknown,
  releases: ReadonlyMap<string, Released>,
  own: ReadonlySet<string>,
  measures: ReadonlyMap<string, Parts> = new Map(),
  notes: ReadonlyMap<string, number> = new Map(),
) {
  const faults: Fault[] = [];
  let compared = 0;
  const say = (path: string, value: unknown) => faults.push(`${path}: ${JSON.stringify(value)}`);
  const equal = (path: string, value: unknown, row: unknown) => {
    compared += 1;
    if (!same(value, row)) faults.push(`${path}: ${JSON.stringify(value)} instead of ${JSON.stringify(row)}`);
  };

  function visit(value: unknown, path: string, here: Released | undefined, item: string | undefined): void {
    if (typeof value === "number") say(path, value);
    if (typeof value === "string" && /\d/.test(value) && !here?.texts.has(value) && !own.has(value)) {
      if (!PLAIN.some((pattern) => pattern.test(value))) say(path, value);
    }
    if (value instanceof Date && !here?.texts.has(value.toISOString()) && !own.has(value.toISOString()))
      say(path, value);
    if (Array.isArray(value)) {
      checkOrder(value, path, here);
      for (const [i, one] of value.entries()) visit(one, `${path}[${i}]`, here, item);
    }
    if (isParts(value)) visitParts(value, path, here, item);
  }

  function visitParts(parts: Parts, path: string, around: Released | undefined, item: string | undefined): void {
    const named = isParts(parts.release) ? parts.release.releaseId : parts.releaseId;
    const here = typeof named === "string" ? releases.get(named) : around;
    const measure = typeof parts.measureId === "string" ? measures.get(parts.measureId) : undefined;
    const noted: Parts | false = "openNotes" in parts && { open_notes: notes.get(`${parts.releaseId} ${parts.item}`) };
    const row = noted || measure || (here && rowOf(parts, here, item));
    const key = typeof parts.key === "string" ? parts.key : item;
    for (const [name, value] of Object.entries(parts)) {
      const at = `${path}.${name}`;
      const column = snake(name);
      // What a row has under the same name is compared as a whole: numbers, and lists of counts in their order.
      if (row && column in row && (typeof value === "number" || COMPARED.has(name))) equal(at, value, row[column]);
      else if (row && here && name === "derived") checkDerived(value, at, here, row);
      else if (here && name === "sampling") checkSampling(value, at, here);
      else visit(value, at, here, key);
    }
  }

  /** What follows from a row: every number is one that the test works out of the same row, to nine digits. */
  function checkDerived(value: unknown, path: string, here: Released, row: Parts): void {
    const item = here.items.find((one) => one.item === row.item);
    const allowed = item ? derivedNumbers(row as never, item, here) : [];
    for (const number of numbersWithin(value)) {
      compared += 1;
      if (!allowed.some((one) => Math.abs(one - number) < 1e-9)) say(path, number);
    }
  }

  function checkSampling(value: unknown, path: string, { release }: Released): void {
    const { invited, submitted } = release as unknown as { invited: number; submitted: number };
    for (const number of numbersWithin(value)) equal(path, number, Math.min(1, submitted / invited));
  }

  /** Questions, items, groups and figures stand in the order of the questionnaire and the chooser, whatever they are. */
  function checkOrder(list: readonly unknown[], path: string, here: Released | undefined): void {
    const places = list.flatMap((one) => {
      if (!here || !isParts(one)) return [];
      if (typeof one.key === "string") return here.items.findIndex(({ item }) => item === one.key);
      if (typeof one.question === "string") return here.items.findIndex(({ question }) => question === one.question);
      const group = one.group ?? one.code;
      return here.groups.findIndex((row) => row.breakdown === one.breakdown && row.group_code === group);
    });
    if (places.some((place, i) => place < (places[i - 1] ?? -1)))
      faults.push(`${path} is in another order than the release`);
  }

  visit(data, "", undefined, undefined);
  return { faults, compared };
}

/** Every number in a value. */
function numbersWithin(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersWithin) : [];
}

/** Compared as they are although they are no numbers. */
const COMPARED = new Set(["counts", "rule"]);

const codesOf = ({ items }: Released, item: string | undefined) =>
  items.find((one) => one.item === item)?.codes ?? items.flatMap(({ codes }) => codes);

/** The row of a release that an object is about: itself, a figure, a group, or a code. */
function rowOf(parts: Parts, here: Released, item: string | undefined): Parts | undefined {
  if ("releaseId" in parts) return here.release;
  if ("reportsNotDrawn" in parts || "wishing" in parts) return here.network?.row;
  if ("base" in parts) return here.figures.get(placeOf(item, parts.breakdown, parts.group));
  if ("n" in parts)
    return here.groups.find((row) => row.breakdown === parts.breakdown && row.group_code === parts.code);
  if ("label" in parts && "number" in parts) return codesOf(here, item).find((one) => same(one, parts));
  return undefined;
}
