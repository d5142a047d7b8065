import { canonical } from "#surveys/json.ts";
import type { Event, Sent, Verdict } from "./history.ts";

/** The final read of the database. `rev` null: a clash. `base` as a number: the revision it was made on. */
export type KeptOperation = {
  opId: string;
  sheet: string;
  path: string;
  base: number;
  baseOp: string | null;
  rev: number | null;
  value: unknown;
  /** the operation of the person who decided a clash */
  settledBy: string | null;
};
export type KeptField = { sheet: string; path: string; rev: number; value: unknown };
export type KeptSubmission = { submissionId: string; sheet: string; receipt: string };
export type Kept = { operations: KeptOperation[]; fields: KeptField[]; submissions: KeptSubmission[] };

/** What must not be: each finding in words, with the ids to look it up by. */
export type Findings = {
  /** acknowledged, and neither in the field, nor under a later edit made on top of it, nor kept as a clash */
  lost: string[];
  /** an edit or a submission with more than one effect */
  duplicated: string[];
  /** a revision that was not made on the one before it, or a field that no edit explains */
  overwritten: string[];
  /** refused or never sent, and yet in the database */
  invented: string[];
};

/** Compares what clients were told with what is there. Pure: the history and the final read are all it knows. */
export function check(events: readonly Event[], kept: Kept): Findings {
  const findings: Findings = { lost: [], duplicated: [], overwritten: [], invented: [] };
  const told = collect(events, findings);
  const operations = Map.groupBy(kept.operations, ({ opId }) => opId);
  const fields = new Map(kept.fields.map((field) => [placeOf(field), field]));
  for (const [opId, rows] of operations) {
    if (rows.length > 1) findings.duplicated.push(`operation ${opId} is there ${rows.length} times`);
    if (!told.sent.has(opId)) findings.invented.push(`operation ${opId} was never sent`);
    if (told.refused.has(opId)) findings.invented.push(`operation ${opId} was refused, and is there`);
    const settledBy = rows[0]?.settledBy ?? null;
    if (settledBy !== null && !operations.has(settledBy)) findings.lost.push(`clash ${opId} was settled by nobody`);
  }
  for (const [opId, verdict] of told.verdicts) {
    const op = told.sent.get(opId);
    if (op) findings.lost.push(...lostOf(op, verdict, operations.get(opId)?.[0], fields.get(placeOf(op))));
  }
  checkChains(kept, findings);
  checkSubmissions(told, kept.submissions, findings);
  return findings;
}

/** How many faults there are of each kind, for a line of the report. */
export function countFindings(findings: Findings): Record<keyof Findings, number> {
  const { lost, duplicated, overwritten, invented } = findings;
  return {
    lost: lost.length,
    duplicated: duplicated.length,
    overwritten: overwritten.length,
    invented: invented.length,
  };
}

type Told = {
  sent: Map<string, Sent>;
  verdicts: Map<string, Verdict>;
  refused: Set<string>;
  submits: Map<string, string>;
  submitted: Map<string, string | undefined>;
  notSubmitted: Set<string>;
};

/** Two different verdicts on one edit are two effects, whatever the database says in the end. */
function collect(events: readonly Event[], findings: Findings): Told {
  const told: Told = {
    sent: new Map(),
    verdicts: new Map(),
    refused: new Set(),
    submits: new Map(),
    submitted: new Map(),
    notSubmitted: new Set(),
  };
  for (const event of events) {
    if (event.kind === "invoke") told.sent.set(event.op.opId, event.op);
    if (event.kind === "fail") told.refused.add(event.opId);
    if (event.kind === "submit") told.submits.set(event.submissionId, event.sheet);
    if (event.kind === "submit-failed") told.notSubmitted.add(event.submissionId);
    if (event.kind === "ok") {
      const before = told.verdicts.get(event.opId);
      if (before && revisionOf(before) !== revisionOf(event.verdict)) {
        findings.duplicated.push(`operation ${event.opId} was acknowledged in two ways`);
      }
      told.verdicts.set(event.opId, event.verdict);
    }
    if (event.kind === "submitted") {
      const before = told.submitted.get(event.submissionId);
      if (before && event.receipt && before !== event.receipt) {
        findings.duplicated.push(`submission ${event.submissionId} has two receipts`);
      }
      told.submitted.set(event.submissionId, event.receipt ?? before);
    }
  }
  return told;
}

function lostOf(op: Sent, verdict: Verdict, row: KeptOperation | undefined, field: KeptField | undefined): string[] {
  const name = `operation ${op.opId} on ${op.path}`;
  if (!row) return [`${name} was acknowledged, and is not there`];
  if (row.sheet !== op.sheet || row.path !== op.path) return [`${name} is kept at another place`];
  if (!same(row.value, op.value)) return [`${name} is kept with another value`];
  const rev = revisionOf(verdict);
  if (row.rev !== rev)
    return [`${name} was acknowledged as ${rev ?? "a clash"} and is kept as ${row.rev ?? "a clash"}`];
  if (rev === null) return [];
  if (!field || field.rev < rev) return [`${name} is revision ${rev}, and the field stands at ${field?.rev ?? 0}`];
  if (field.rev === rev && !same(field.value, op.value)) return [`${name} stands, and the field has another value`];
  return [];
}

/** Every revision of a field was made on the one before it, and the field is what the last one wrote. */
function checkChains(kept: Kept, findings: Findings): void {
  const byId = new Map(kept.operations.map((row) => [row.opId, row]));
  const accepted = kept.operations.filter((row) => row.rev !== null);
  const chains = Map.groupBy(accepted, placeOf);
  for (const field of kept.fields) {
    const links = Map.groupBy(chains.get(placeOf(field)) ?? [], ({ rev }) => rev as number);
    const revisions = [...links.keys()].sort((a, b) => a - b);
    for (const [index, rev] of revisions.entries()) {
      const before = revisions[index - 1] ?? 0;
      const rows = links.get(rev) as KeptOperation[];
      const name = `${field.path} revision ${rev} (${rows.map(({ opId }) => opId).join(", ")})`;
      // Who says what stands anyway is told its revision; two values in one revision are two effects.
      if (rows.some((row) => !same(row.value, rows[0]?.value))) findings.duplicated.push(`${name} has two values`);
      if (rev !== before + 1) findings.overwritten.push(`${name} follows ${before}`);
      else if (!rows.some((row) => basisOf(row, byId) === before)) {
        findings.overwritten.push(`${name} was made on another than the one before`);
      }
    }
    const last = revisions.at(-1) ?? 0;
    if (last !== field.rev || !links.get(last)?.some((row) => same(row.value, field.value))) {
      findings.overwritten.push(`${field.path} stands at ${field.rev}, and no operation says what it says`);
    }
  }
  const places = new Set(kept.fields.map(placeOf));
  for (const [place, chain] of chains) {
    if (!places.has(place)) findings.lost.push(`${chain[0]?.path} has ${chain.length} operations, and no field`);
  }
}

/** The revision an operation was made on; one made on an operation of the same client, that one's revision. */
function basisOf(row: KeptOperation, byId: Map<string, KeptOperation>): number | null {
  if (row.baseOp === null) return row.base;
  const basis = byId.get(row.baseOp);
  return basis && placeOf(basis) === placeOf(row) ? basis.rev : null;
}

function checkSubmissions(told: Told, kept: KeptSubmission[], findings: Findings): void {
  for (const [sheet, rows] of Map.groupBy(kept, (row) => row.sheet)) {
    if (rows.length > 1) findings.duplicated.push(`sheet ${sheet} was submitted ${rows.length} times`);
  }
  const byId = new Map(kept.map((row) => [row.submissionId, row]));
  for (const [submissionId, receipt] of told.submitted) {
    const row = byId.get(submissionId);
    if (!row) findings.lost.push(`submission ${submissionId} was acknowledged, and is not there`);
    else if (row.sheet !== told.submits.get(submissionId))
      findings.lost.push(`submission ${submissionId} is elsewhere`);
    else if (receipt && row.receipt !== receipt)
      findings.duplicated.push(`submission ${submissionId} has two receipts`);
  }
  for (const { submissionId } of kept) {
    if (!told.submits.has(submissionId)) findings.invented.push(`submission ${submissionId} was never sent`);
    if (told.notSubmitted.has(submissionId))
      findings.invented.push(`submission ${submissionId} was refused, and is there`);
  }
}

const placeOf = ({ sheet, path }: { sheet: string; path: string }) => `${sheet} ${path}`;
const revisionOf = (verdict: Verdict) => ("rev" in verdict ? verdict.rev : null);
const same = (a: unknown, b: unknown) => canonical(a ?? null) === canonical(b ?? null);
