import { isDeepStrictEqual } from "node:util";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { insertGoal, insertGoalVersion, listVersionsOfGoal } from "#db/queries/goals.server.ts";
import { findVersion, listVersions } from "#db/queries/versions.server.ts";
import { type Definition, readDefinition } from "#surveys/definition.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";
import { checksumOf } from "../canonical.server.ts";
import { type Fault, Problem } from "../problem.ts";
import { checkGoal, type GoalDraft, LONGEST } from "./check-goal.ts";
import type { Evidence } from "./evaluate.ts";
import type { FormulaKind } from "./formula.ts";
import { type Goal, readEvidence } from "./read-goals.server.ts";
import { type Topic, topicsOf } from "./topics.ts";

type Acting = { actorId: string | null; now: Date };

/**
 * Adds a goal under an id that the form made, so that sending twice adds one. Throws invalid-goal with the faults, not-found
 * where there is no such questionnaire, and different-body where another goal was added under that id.
 */
export async function addGoal(db: Db | Tx, goalId: string, draft: GoalDraft, { actorId, now }: Acting): Promise<void> {
  const { faults, measured } = checkGoal(draft, await newestDefinition(db, draft.formula.questionnaire));
  const { target, due } = draft;
  if (faults.length > 0 || !measured || target === undefined || due === undefined)
    throw new Problem("invalid-goal", { faults });
  await transact(db, async (tx) => {
    if (!(await insertGoal(tx, goalId))) {
      const first = (await listVersionsOfGoal(tx, goalId)).at(-1);
      if (!first || first.by !== actorId || !isDeepStrictEqual(draftOf(first), draftOf({ ...draft, target, due }))) {
        throw new Problem("different-body");
      }
      return;
    }
    await insertGoalVersion(tx, {
      goal_id: goalId,
      number: 1,
      ...draft,
      ...{ target, due, measured, reason: null, at: now, by: actorId },
    });
    await insertAudit(tx, { actorId, verb: "goal.add", object: "goal", objectId: goalId, at: now });
  });
}

type Written = Pick<Newest, "theme" | "title" | "sentence" | "formula" | "direction" | "target" | "due">;

const draftOf = ({ theme, title, sentence, formula, direction, target, due }: Written) => ({
  ...{ theme, title, sentence, formula, direction, target, due },
});

export type GoalChange = {
  /** the version that was changed */
  base: number;
  draft: GoalDraft;
  reason: string;
};

/**
 * Writes the next version of a goal; one that ended stays ended. Sent twice it is written once. Throws not-found, invalid-goal
 * with the faults, and changed-since where somebody else changed it after `base`: then nothing was written.
 */
export async function changeGoal(
  db: Db | Tx,
  goalId: string,
  { base, draft, reason }: GoalChange,
  { actorId, now }: Acting,
): Promise<void> {
  const { faults, measured } = checkGoal(draft, await newestDefinition(db, draft.formula.questionnaire));
  const { target, due } = draft;
  const all = [...faults, ...checkReason(reason)];
  if (all.length > 0 || !measured || target === undefined || due === undefined)
    throw new Problem("invalid-goal", { faults: all });
  await writeNext(db, goalId, base, ({ ended }) => ({ ...draft, target, due, measured, ended, reason }), {
    actorId,
    now,
  });
}

/** Ends a goal, or takes it up again; it stays with its history. Throws as `changeGoal`. */
export async function endGoal(
  db: Db | Tx,
  goalId: string,
  { base, reason, ended }: { base: number; reason: string; ended: boolean },
  { actorId, now }: Acting,
): Promise<void> {
  const faults = checkReason(reason);
  if (faults.length > 0) throw new Problem("invalid-goal", { faults });
  await writeNext(
    db,
    goalId,
    base,
    ({ theme, title, sentence, formula, measured, direction, target, due }) => ({
      ...{ theme, title, sentence, formula, measured, direction, target, due, ended, reason },
    }),
    { actorId, now },
  );
}

type Newest = Awaited<ReturnType<typeof listVersionsOfGoal>>[number];
type Next = Omit<Parameters<typeof insertGoalVersion>[1], "goal_id" | "number" | "at" | "by">;

async function writeNext(
  db: Db | Tx,
  goalId: string,
  base: number,
  next: (newest: Newest) => Next,
  { actorId, now }: Acting,
): Promise<void> {
  await transact(db, async (tx) => {
    const [newest] = await listVersionsOfGoal(tx, goalId);
    if (!newest) throw new Problem("not-found");
    const row = { ...next(newest), goal_id: goalId, number: base + 1, at: now, by: actorId };
    if (newest.number === row.number && newest.by === actorId && saysTheSame(newest, row)) return;
    if (newest.number !== base || !(await insertGoalVersion(tx, row))) throw new Problem("changed-since");
    const verb = row.ended === newest.ended ? "goal.change" : row.ended ? "goal.end" : "goal.resume";
    await insertAudit(tx, { actorId, verb, object: "goal", objectId: goalId, detail: { version: base + 1 }, at: now });
  });
}

function saysTheSame(newest: Newest, next: Next): boolean {
  const said = ({ theme, title, sentence, formula, measured, direction, target, due, ended, reason }: Next) =>
    checksumOf({ theme, title, sentence, formula, measured, direction, target, due, ended, reason });
  return said(newest) === said(next);
}

function checkReason(reason: string): Fault[] {
  if (reason === "") return [{ path: "/reason", code: "empty" }];
  return reason.length > LONGEST.reason
    ? [{ path: "/reason", code: "too-long", detail: { limit: LONGEST.reason } }]
    : [];
}

/** A goal as it would be, were it saved, with what it is worked out of; null where something is wrong with it. */
export type GoalPreview = { goal: Goal; evidence: Evidence[] };

/** `before`: the goal as it is, where one is changed. Throws not-found. */
export async function previewGoal(
  db: Db,
  report: Db,
  { goalId, draft, before }: { goalId: string; draft: GoalDraft; before?: Goal },
  now: Date,
): Promise<{ faults: Fault[]; preview: GoalPreview | null }> {
  const { faults, measured } = checkGoal(draft, await newestDefinition(db, draft.formula.questionnaire));
  const { target, due } = draft;
  if (faults.length > 0 || !measured || target === undefined || due === undefined) return { faults, preview: null };
  const version = { number: (before?.number ?? 0) + 1, ...draft, target, due, measured, ended: false };
  const goal = {
    goalId,
    ...version,
    reason: null,
    at: now,
    author: null,
    before: before ? [before, ...before.before] : [],
  };
  return { faults, preview: { goal, evidence: await readEvidence(report, [draft.formula]) } };
}

/** What the form of a goal offers: questionnaires, and of the chosen one the questions that suit the kind of formula. */
export type GoalChoices = { questionnaires: { name: string; title: Text }[]; topics: Topic[] };

export async function readGoalChoices(
  db: Db,
  chosen: { kind: FormulaKind; questionnaire: string } | null,
): Promise<GoalChoices> {
  const versions = await listVersions(db);
  const newest = [...Map.groupBy(versions, ({ name }) => name).values()].flatMap(
    (rows) => rows.toSorted((a, b) => b.number - a.number)[0] ?? [],
  );
  const known = newest.find(({ name }) => name === chosen?.questionnaire);
  return {
    questionnaires: newest
      .map(({ name, title }) => ({ name, title: textOf(title, name) }))
      .sort((a, b) => a.title.de.localeCompare(b.title.de, "de")),
    topics: chosen && known ? topicsOf(await newestDefinition(db, known.name), chosen.kind) : [],
  };
}

/** The newest version of a questionnaire. Throws not-found. */
async function newestDefinition(db: Db | Tx, name: string): Promise<Definition> {
  const [newest] = (await listVersions(db, name)).toSorted((a, b) => b.number - a.number);
  const row = newest && (await findVersion(db, newest.version_id));
  const definition = row && readDefinition(row.definition).definition;
  if (!definition) throw new Problem("not-found");
  return definition;
}
