import type { Library, Statement } from "./statements.ts";

export const COMMON = "common";

/** Which part of a library each statement belongs to; what every page needs is the common part. */
export type Placement = Map<Statement, string>;

/**
 * Splits a library into parts. `seeds` names for each part the declarations it is about. What needs a part moves into it;
 * what only one part needs moves along, unless others take it from the library (`taken`). Throws where a seed is no longer there, and where the common part would need
 * another one: then the library has changed, and the list of parts must be read again.
 */
export function placeStatements(
  library: Library,
  seeds: ReadonlyMap<string, readonly string[]>,
  { keep, taken }: { keep: readonly string[]; taken: ReadonlySet<string> },
): Placement {
  const declaring = new Map(library.statements.flatMap((one) => one.declares.map((name) => [name, one] as const)));
  const placement: Placement = new Map(library.statements.map((one) => [one, COMMON]));
  const fixed = new Set<Statement>();
  for (const [part, names] of seeds) {
    for (const name of names) {
      const statement = declaring.get(name);
      if (!statement) throw new Error(`part "${part}": there is no ${name} any more`);
      placement.set(statement, part);
      fixed.add(statement);
    }
  }
  const kept = keep.map((name) => declaring.get(name) ?? missing(name));
  moveUp(library, placement, declaring, fixed);
  for (const statement of kept) {
    if (placement.get(statement) !== COMMON) throw new Error(`${statement.declares} now needs "${reason(statement)}"`);
  }
  const takenHere = [...taken].flatMap((name) => declaring.get(library.exports.get(name) ?? "") ?? []);
  moveAlong(library, placement, new Set([...kept, ...takenHere]));
  return placement;

  function reason(statement: Statement): string {
    return [...statement.needs].filter((name) => placement.get(declaring.get(name) as Statement) !== COMMON).join(", ");
  }
}

function missing(name: string): never {
  throw new Error(`there is no ${name} any more`);
}

/** What needs a name of a part belongs to that part. */
function moveUp(
  { statements }: Library,
  placement: Placement,
  declaring: ReadonlyMap<string, Statement>,
  fixed: ReadonlySet<Statement>,
): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (const statement of statements) {
      if (fixed.has(statement)) continue;
      const parts = new Set([...statement.needs].map((name) => partOf(name)).filter((part) => part !== COMMON));
      const [part, other] = parts;
      if (other) throw new Error(`${headOf(statement)} needs the parts ${[...parts].join(" and ")}: name it in one`);
      if (!part || placement.get(statement) === part) continue;
      placement.set(statement, part);
      moved = true;
    }
  }
  function partOf(name: string): string {
    const statement = declaring.get(name);
    return (statement && placement.get(statement)) ?? COMMON;
  }
}

/** A declaration that a single part needs, and nobody else, goes with it, unless its value is computed by a call. */
function moveAlong({ statements }: Library, placement: Placement, kept: ReadonlySet<Statement>): void {
  const isStill = ({ text }: Statement) => /^(class|function)\b/.test(text) || !text.includes("(");
  const movable = statements.filter((one) => one.declares.length > 0 && isStill(one) && !kept.has(one));
  for (let moved = true; moved; ) {
    moved = false;
    for (const statement of movable) {
      if (placement.get(statement) !== COMMON) continue;
      const users = statements.filter((one) => statement.declares.some((name) => one.needs.has(name)));
      const [part, other] = new Set(users.map((one) => placement.get(one)));
      if (!part || other || part === COMMON) continue;
      placement.set(statement, part);
      moved = true;
    }
  }
}

function headOf({ declares, text }: Statement): string {
  return declares.join(", ") || text.slice(0, 80).replaceAll(/\s+/g, " ");
}
