import type { OpenClash } from "../../../domain/responses/read-response.server.ts";
import type { Replica } from "./replica.ts";

/** Two versions of one field: what stands on the server, and what somebody wrote beside it. */
export type Clash = {
  path: string;
  /** the edits that clashed at this field, the latest last; all of them are settled together */
  open: readonly OpenClash[];
  standing: { value: unknown; by: string | null; byId: string | null; at: string } | undefined;
};

/** The clashes that wait for a decision, one per field. */
export function clashesIn(replica: Replica): Clash[] {
  const byPath = Map.groupBy(replica.clashes(), ({ path }) => path);
  return [...byPath].map(([path, open]) => ({ path, open, standing: replica.field(path) }));
}

type Settlement = {
  edits: { path: string; value: unknown; settles: string[] }[];
  /** what takes it back: the value that stood before */
  undo: { path: string; value: unknown };
};

/**
 * The edits that settle a clash: `mine` is what clashed, `theirs` what stands, `both` the two texts, one below the other.
 * Where the entry of the field was removed meanwhile, it is put back first.
 */
export function settlementOf(replica: Replica, clash: Clash, choice: "mine" | "theirs" | "both"): Settlement {
  const { path, open, standing } = clash;
  const mine = open.at(-1)?.value ?? null;
  const theirs = standing?.value ?? null;
  const settles = open.map(({ opId }) => opId);
  const value = { mine, theirs, both: `${theirs ?? ""}\n${mine ?? ""}`.trim() }[choice];
  const undo = { path, value: choice === "theirs" ? mine : theirs };
  const gone = entriesOf(path).filter((entry) => replica.field(entry)?.value === null);
  const [first] = gone;
  // The entry stays removed: that is said once more, and settles what was written in it.
  if (first && choice === "theirs") return { edits: [{ path: first, value: null, settles }], undo };
  return { edits: [...gone.map((entry) => ({ path: entry, value: 0, settles: [] })), { path, value, settles }], undo };
}

/** The entries that a field lies in, by their paths. */
function entriesOf(path: string): string[] {
  const parts = path.split("/");
  return parts.flatMap((part, i) =>
    part.startsWith("@") && i < parts.length - 1 ? [parts.slice(0, i + 1).join("/")] : [],
  );
}
