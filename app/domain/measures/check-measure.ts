import type { EvidenceRef } from "#db/queries/measures.server.ts";
import type { MeasureChange, MeasureTable } from "#db/tables/measure.ts";
import { readDay } from "../members/days.ts";
import { cleanName } from "../members/names.ts";
import type { Fault } from "../problem.ts";
import { type Budget, LIMITS, type MeasureKind } from "./measure.ts";

/** What stands in the form, as it was typed. */
export type TypedMeasure = {
  title: string;
  kind: MeasureKind;
  why: string;
  /** the id of an account, `NAMED` for the name that is typed beside it, or empty */
  responsible: string;
  responsibleName: string;
  startsOn: string;
  endsOn: string;
  audience: string;
  budget: Budget;
  result: string;
  /** the id of a round, or empty */
  roundId: string;
  evidence: EvidenceRef[];
};

/** Stands in the chooser for somebody without an account. */
export const NAMED = "name";

/** What of a measure is written by the form. */
export type MeasureFields = Omit<MeasureTable, "measure_id" | "state" | "revision">;

/** What was typed, as it is kept, with what is wrong about it. Who and what it names is looked up elsewhere. */
export function checkMeasure(typed: TypedMeasure): { fields: MeasureFields; faults: Fault[] } {
  const faults: Fault[] = [];
  const text = (name: "why" | "result" | "audience", limit: number) => {
    const clean = typed[name].normalize("NFC").replaceAll("\r\n", "\n").trim();
    if (clean.length > limit) faults.push({ code: "too-long", path: `/${name}`, detail: { limit } });
    return clean;
  };
  const line = (name: "title" | "responsibleName", limit: number) => {
    const clean = cleanName(typed[name]);
    if (clean.length > limit) faults.push({ code: "too-long", path: `/${name}`, detail: { limit } });
    return clean;
  };
  const day = (name: "startsOn" | "endsOn") => {
    if (typed[name].trim() === "") return null;
    const found = readDay(typed[name]);
    if (!found) faults.push({ code: "no-day", path: `/${name}` });
    return found ?? null;
  };
  const title = line("title", LIMITS.title);
  if (title === "") faults.push({ code: "missing", path: "/title" });
  const hasAccount = typed.responsible !== NAMED && typed.responsible !== "";
  // A name counts however the chooser stands: nothing that was typed is dropped without a word.
  const name = line("responsibleName", LIMITS.name);
  if (typed.responsible === NAMED && name === "") faults.push({ code: "missing", path: "/responsibleName" });
  if (hasAccount && name !== "") faults.push({ code: "not-both", path: "/responsibleName" });
  const [startsOn, endsOn] = [day("startsOn"), day("endsOn")];
  if (startsOn && endsOn && endsOn < startsOn) faults.push({ code: "until-before-from", path: "/endsOn" });
  const fields: MeasureFields = {
    ...{ title, kind: typed.kind, budget: typed.budget },
    ...{ why: text("why", LIMITS.text), result: text("result", LIMITS.text) },
    audience: text("audience", LIMITS.audience),
    responsible_id: hasAccount ? typed.responsible : null,
    responsible_name: name,
    ...{ starts_on: startsOn, ends_on: endsOn },
    round_id: typed.roundId === "" ? null : typed.roundId,
  };
  return { fields, faults };
}

/**
 * The fields in which two measures differ, in the order of the form. Of a name that was typed only that it is another one: the
 * history stays for good, and people without an account could have nothing erased from it.
 */
export function changesBetween(before: Partial<MeasureFields>, after: MeasureFields): MeasureChange[] {
  return ORDER.flatMap((field) => {
    const [from, to] = [before[field] ?? "", after[field] ?? ""];
    if (from === to) return [];
    return [field === "responsible_name" ? { field, from: "", to: "" } : { field, from, to }];
  });
}

/** What a measure said when it was proposed: its fields now, and all that was changed since, the latest first. */
export function proposedAs(
  now: MeasureFields & { evidence: readonly EvidenceRef[] },
  changes: readonly MeasureChange[],
): Record<string, string> {
  const { evidence, ...fields } = now;
  const texts = Object.fromEntries(ORDER.map((field) => [field, fields[field] ?? ""]));
  const first: Record<string, string> = { ...texts, evidence: evidence.map(keyOf).sort().join("\n") };
  for (const { field, from } of changes) first[field] = from;
  // What names there were before is kept nowhere.
  if (changes.some(({ field }) => field === "responsible_name")) delete first.responsible_name;
  return first;
}

const ORDER = [
  "title",
  "kind",
  "why",
  "responsible_id",
  "responsible_name",
  "starts_on",
  "ends_on",
  "audience",
  "budget",
  "result",
  "round_id",
] as const satisfies readonly (keyof MeasureFields)[];

/** The same for what a measure is proposed for: one change that names what came and what went. */
export function changesOfEvidence(before: readonly EvidenceRef[], after: readonly EvidenceRef[]): MeasureChange[] {
  const [from, to] = [before, after].map((refs) => refs.map(keyOf).sort().join("\n"));
  return from === to ? [] : [{ field: "evidence", from: from ?? "", to: to ?? "" }];
}

export const keyOf = ({ releaseId, item }: EvidenceRef): string => `${releaseId} ${item}`;

/** The other way round. */
export const refOf = (key: string): EvidenceRef => ({ releaseId: key.slice(0, 36), item: key.slice(37) });

/** Keys of what a step added to the findings behind a measure, and of what it took away. */
export function movedEvidence(changes: readonly MeasureChange[]): Record<"added" | "removed", string[]> {
  const change = changes.find(({ field }) => field === "evidence");
  const [from, to] = [change?.from ?? "", change?.to ?? ""].map((keys) => keys.split("\n").filter(Boolean));
  return {
    added: (to ?? []).filter((key) => !from?.includes(key)),
    removed: (from ?? []).filter((key) => !to?.includes(key)),
  };
}
