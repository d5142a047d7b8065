import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import type { EvidenceRef } from "#db/queries/measures.server.ts";
import { NAMED, type TypedMeasure } from "../domain/measures/check-measure.ts";
import { BUDGETS, KINDS, LIMITS, STATES, yearsOf } from "../domain/measures/measure.ts";
import { readMeasures } from "../domain/measures/read-measures.server.ts";
import { dayOf } from "../domain/members/days.ts";
import { type Fault, Problem } from "../domain/problem.ts";
import { TYPED_CHARS } from "./form.server.ts";

const LONGEST_KEY = 1000;
const typed = z.string().max(TYPED_CHARS).default("");
/** A release and an item of it, as boxes of the form name them. */
const evidence = z
  .string()
  .max(LONGEST_KEY)
  .regex(/^[0-9a-f-]{36} ./);

const fields = {
  title: typed,
  kind: z.enum(KINDS),
  why: typed,
  responsible: z.union([z.literal(""), z.literal(NAMED), z.uuid()]).default(""),
  responsibleName: typed,
  startsOn: typed,
  endsOn: typed,
  audience: typed,
  budget: z.enum(BUDGETS),
  result: typed,
  roundId: z.union([z.literal(""), z.uuid()]).default(""),
  // What is named twice counts once.
  evidence: z
    .array(evidence)
    .max(LIMITS.evidence * 2)
    .transform((all) => [...new Set(all)]),
};
export const EVIDENCE_LIST = ["evidence"];

const revision = z.coerce.number().int().min(1).max(1_000_000);

export const newMeasureSchema = z.strictObject({ ...fields, measureId: z.uuid() });
export const changedMeasureSchema = z.strictObject({ ...fields, revision });
export const addedEvidenceSchema = z.strictObject({
  measureId: z.union([z.literal(""), z.uuid()]).default(""),
  evidence: fields.evidence,
});
export const stepSchema = z.strictObject({ to: z.enum(STATES), revision, back: z.enum(["tafel", ""]).default("") });

/** What the form holds, with its evidence taken apart. */
export function typedOf(form: Omit<z.infer<typeof newMeasureSchema>, "measureId">): TypedMeasure {
  return { ...form, evidence: form.evidence.map(evidenceOf) };
}

export function evidenceOf(text: string): EvidenceRef {
  const [releaseId, item] = [text.slice(0, 36), text.slice(37)];
  if (!z.uuid().safeParse(releaseId).success) throw new Problem("invalid-request");
  return { releaseId, item };
}

/** The findings that an address names: `?auswertung=…&merkmal=…`, the latter as often as one likes. */
export function findingsOf(request: Request): EvidenceRef[] {
  const search = new URL(request.url).searchParams;
  const releaseId = search.get("auswertung") ?? "";
  if (!z.uuid().safeParse(releaseId).success) return [];
  const items = search.getAll("merkmal").filter((item) => item !== "" && item.length <= LONGEST_KEY - 37);
  return [...new Set(items)].slice(0, LIMITS.evidence).map((item) => ({ releaseId, item: item.replaceAll("\0", "") }));
}

/** The year behind `?jahr=`; undefined for anything that is none. */
export function yearOf(request: Request): string | undefined {
  return /^20\d\d$/.exec(new URL(request.url).searchParams.get("jahr") ?? "")?.[0];
}

/** All measures with the year that an address asks for, this one by default, and every year that has some. */
export async function readPlan(request: Request, db: Db) {
  const measures = await readMeasures(db);
  const now = dayOf(new Date()).slice(0, 4);
  const year = yearOf(request) ?? now;
  return { measures, year, years: yearsOf(measures, now) };
}

/**
 * The form once more with what is wrong and what was typed. Where its id is taken by another measure it comes back under a new
 * one, so that saving once more makes a measure of its own. Anything else is thrown on.
 */
export function refuseMeasure<T extends { measureId: string }>(error: unknown, given: T) {
  const isTaken = error instanceof Problem && error.code === "different-body";
  if (!(error instanceof Problem) || !(isTaken || error.code === "invalid-measure")) throw error;
  const typed: T = isTaken ? { ...given, measureId: randomUUID() } : given;
  const faults: Fault[] = isTaken ? [{ code: "different-body", path: "/title" }] : error.faults;
  return data({ faults, typed }, { status: error.status });
}
