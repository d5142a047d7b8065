import type { OpenClash } from "../../../domain/responses/read-response.server.ts";
import type { Replica } from "./replica.ts";

/** Versions of one field: what stands on the server, and what somebody wrote beside it. */
export type Clash = {
  path: string;
  /** the edits that clashed at this field, the latest last */
  open: readonly OpenClash[];
  standing: { value: unknown; by: string | null; byId: string | null; at: string } | undefined;
};

/** What a person decides: what stands, one of the edits that clashed, or all texts, one below the other. */
export type Choice = "standing" | "all" | { opId: string };

/** The clashes that wait for a decision, one per field. */
export function clashesIn(replica: Replica): Clash[] {
  const byPath = Map.groupBy(replica.clashes(), ({ path }) => path);
  return [...byPath].map(([path, open]) => ({ path, open, standing: replica.field(path) }));
}

/** The texts among the versions, what stands first; the same words count once. None for what is not a text. */
export function textsOf({ path, open, standing }: Clash): string[] {
  // A choice among several is kept under its code and is no text, whatever its value.
  if (path.includes("/=")) return [];
  const values = [standing?.value, ...open.map(({ value }) => value)].filter((value) => (value ?? "") !== "");
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === values.length ? [...new Set(texts)] : [];
}

type Settlement = {
  edits: { path: string; value: unknown; settles: string[] }[];
  /** what takes it back: the value that stood before; where that was chosen, the person's own, or the latest */
  undo: { path: string; value: unknown };
};

/**
 * The edits that settle a clash as it was shown: what clashed since then stays open. Where the entry of the field was
 * removed meanwhile, it is put back first.
 */
export function settlementOf(replica: Replica, clash: Clash, choice: Choice, me: string | null = null): Settlement {
  const { path, open, standing } = clash;
  const settles = open.map(({ opId }) => opId);
  const stood = standing?.value ?? null;
  const other = open.findLast(({ byId }) => byId === me) ?? open.at(-1);
  const undo = { path, value: choice === "standing" ? (other?.value ?? null) : stood };
  const gone = entriesOf(path).filter((entry) => replica.field(entry)?.value === null);
  const [first] = gone;
  // The entry stays removed: that is said once more, and settles what was written in it.
  if (first && choice === "standing") return { edits: [{ path: first, value: null, settles }], undo };
  const value = chosenValue(clash, choice, stood);
  return { edits: [...gone.map((entry) => ({ path: entry, value: 0, settles: [] })), { path, value, settles }], undo };
}

function chosenValue(clash: Clash, choice: Choice, stood: unknown): unknown {
  if (choice === "standing") return stood;
  if (choice === "all") return textsOf(clash).join("\n");
  const taken = clash.open.find(({ opId }) => opId === choice.opId);
  return taken ? (taken.value ?? null) : stood;
}

/** The entries that a field lies in, by their paths. */
function entriesOf(path: string): string[] {
  const parts = path.split("/");
  return parts.flatMap((part, i) =>
    part.startsWith("@") && i < parts.length - 1 ? [parts.slice(0, i + 1).join("/")] : [],
  );
}
