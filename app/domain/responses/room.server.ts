import type { Tx } from "#db/client.server.ts";
import { measureFields, type WrittenField } from "#db/queries/fields.server.ts";
import type { ResponseKey } from "#db/queries/responses.server.ts";
import { limits } from "#surveys/limits.ts";
import { type Fault, Problem } from "../problem.ts";
import type { Operation } from "./weigh-operations.ts";

/** Values shorter than this are not measured when they replace others: even in every field they are few bytes together. */
const SMALL = 300;

/** What may add an entry: the place of one, in its group. */
const ENTRY = /^(.+)\/@[^/]+$/;

/**
 * Stops what would make a response too large to be submitted, or to be kept: too many entries in a group, fields, or bytes.
 * The fields are written and the response is locked. Most saves change a short answer and are not measured at all. Throws
 * invalid-answer with a fault at the edit that is too much: `too-many-entries` or `response-full`.
 */
export async function assertRoom(
  tx: Tx,
  key: ResponseKey,
  operations: readonly Operation[],
  written: readonly WrittenField[],
): Promise<void> {
  const added = written.filter(({ path, value }) => value !== null && ENTRY.test(path));
  const isLarge = ({ value }: WrittenField) => JSON.stringify(value).length > SMALL;
  if (added.length === 0 && !written.some((field) => field.rev === 1 || isLarge(field))) return;
  const groups = [...new Set(added.map(({ path }) => path.replace(ENTRY, "$1")))];
  const { fields, bytes, entries } = await measureFields(tx, key, groups);
  const faultsAt = (code: string, paths: readonly string[], limit: number): Fault[] => {
    const found = operations.flatMap(({ path }, index) => (paths.includes(path) ? [{ path, index }] : []));
    return found.map(({ path, index }) => ({ code, path: `/operations/${index}/value/${path}`, detail: { limit } }));
  };
  const faults = groups.flatMap((group) => {
    const over = (entries[group] ?? 0) - limits.entries;
    // The last ones are too many; those before them would still fit.
    const inGroup = added.map(({ path }) => path).filter((path) => path.replace(ENTRY, "$1") === group);
    return over > 0 ? faultsAt("too-many-entries", inGroup.slice(-over), limits.entries) : [];
  });
  const isFull = fields > limits.fields || bytes > limits.fieldBytes;
  if (isFull) {
    const limit = fields > limits.fields ? limits.fields : limits.fieldBytes;
    const more = written.filter((field) => field.rev === 1 || isLarge(field)).map(({ path }) => path);
    faults.push(...faultsAt("response-full", more, limit));
  }
  if (faults.length > 0) throw new Problem("invalid-answer", { faults });
}
