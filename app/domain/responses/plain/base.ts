import { Problem } from "../../problem.ts";

/** What a form was made from: of every field it holds, the revision and a sign of the value. */
export type Base = ReadonlyMap<string, BaseEntry>;
export type BaseEntry = { rev: number; sign: string };

/** Fields of one page; the longest of our own questionnaires has 330. */
const MOST_FIELDS = 3_000;
const MOST_CHARACTERS = 300_000;
/** Revisions are integers of PostgreSQL. */
const LAST_REVISION = 2 ** 31 - 2;

/** As one hidden field: JSON of `path → "revision.sign"`. */
export function writeBase(base: Base): string {
  return JSON.stringify(Object.fromEntries([...base].map(([path, { rev, sign }]) => [path, `${rev}.${sign}`])));
}

/** Throws invalid-request for anything that `writeBase` does not write. */
export function readBase(text: string): Base {
  if (text.length > MOST_CHARACTERS) throw new Problem("too-large");
  const entries = parsed(text);
  if (entries.length > MOST_FIELDS) throw new Problem("too-large");
  return new Map(
    entries.map(([path, value]) => {
      const match = typeof value === "string" ? /^(\d{1,10})\.([\w-]{0,20})$/.exec(value) : null;
      if (!match || Number(match[1]) > LAST_REVISION || path.includes("\0")) throw new Problem("invalid-request");
      return [path, { rev: Number(match[1]), sign: match[2] ?? "" }];
    }),
  );
}

function parsed(text: string): [string, unknown][] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem("invalid-request");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Problem("invalid-request");
  return Object.entries(value);
}

/** The ids of entries that a form held, by the path of their group. */
export function entriesIn(base: Base): (path: string) => readonly string[] {
  const ids = new Map<string, Set<string>>();
  for (const path of base.keys()) {
    for (const match of path.matchAll(/\/@([A-Za-z0-9-]{1,40})(?=\/|$)/g)) {
      const group = path.slice(0, match.index);
      ids.set(group, (ids.get(group) ?? new Set()).add(match[1] as string));
    }
  }
  return (path) => [...(ids.get(path) ?? [])];
}
