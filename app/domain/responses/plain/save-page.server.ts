import type { Db } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { checkValues } from "#surveys/answers.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import { fromFields } from "#surveys/fields/index.ts";
import type { SurveyProblem } from "#surveys/model.ts";
import { pageNames } from "#surveys/plain/everything.ts";
import type { Posted } from "#surveys/plain/posted.ts";
import { type Fault, Problem } from "../../problem.ts";
import type { Respondent } from "../access.server.ts";
import { OPERATIONS_PER_REQUEST } from "../changes-schema.ts";
import { chargeEdits } from "../edit-flood.ts";
import { type Outcome, saveChanges } from "../save-changes.server.ts";
import type { Operation } from "../weigh-operations.ts";
import type { Base } from "./base.ts";
import { entriesOf, fieldOf, touches } from "./places.ts";
import { type Group, type PlainEdit, readForm } from "./read-form.ts";
import { type PlainState, readPlainState } from "./read-page.server.ts";
import { entryIdOf, opIdOf, signOf } from "./signs.server.ts";

/** What was posted of one page. */
export type PostedPage = {
  number: number;
  formId: string;
  base: Base;
  posted: Posted;
  /** which of two versions counts: the one that clashed is taken, or what stands is kept; by the operation that clashed */
  decided: ReadonlyMap<string, "take" | "keep">;
  /** an entry to add to this group, or to remove */
  add?: string;
  remove?: string;
};

export type SavedPage = {
  /** what did not fit and was not saved, by the path of its field */
  faults: Fault[];
  clashed: boolean;
  /** path of the entry that was added */
  added?: string;
  savedAt: string;
};

/**
 * Saves what was changed on a page, field by field: what fits is saved, what does not comes back as faults whose paths are
 * fields. Sending the same form again is harmless. Throws what `saveChanges` throws, too-many-requests, and unknown-field where the form holds
 * fields that are not on this page.
 */
export async function savePlainPage(
  db: Db,
  viewer: Respondent,
  invitation: InvitationRow,
  page: PostedPage,
): Promise<SavedPage> {
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  const state = await readPlainState(db, invitation);
  const name = pageNames(state.instrument.definition)[page.number - 1];
  if (name === undefined) throw new Problem("not-found");
  const { base, posted } = page;
  const { edits, groups } = readForm(state.instrument.definition, name, { posted, base, signOf });
  const faults = faultsOf(state, edits);
  // What is removed is removed as it was shown, whatever was typed into it last.
  const fitting = edits.filter(
    ({ path }) =>
      !faults.some((fault) => touches(fault.path, path)) && !(page.remove !== undefined && touches(page.remove, path)),
  );
  const entry = entryToAdd(state, page, groups);
  const operations = [
    ...fitting.map((edit) => operationOf(page, edit, settledBy(state, page, edit.path))),
    ...decisions(state, page, fitting),
    ...(entry?.isNew ? [operationOf(page, entry.edit)] : []),
    ...removal(state, page, groups),
  ];
  // A form that changes nothing is read and checked all the same.
  chargeEdits(viewer, invitation.invitation_id, Math.max(1, operations.length));
  const outcomes: Outcome[] = [];
  let savedAt = new Date().toISOString();
  for (let from = 0; from < operations.length; from += OPERATIONS_PER_REQUEST) {
    const some = operations.slice(from, from + OPERATIONS_PER_REQUEST);
    const saved = await saveChanges(db, viewer, invitation, some);
    outcomes.push(...saved.outcomes);
    savedAt = saved.savedAt;
  }
  const clashed = outcomes.some((outcome) => "clash" in outcome);
  return { faults, clashed, savedAt, ...(entry ? { added: entry.edit.path } : {}) };
}

const operationOf = ({ formId }: PostedPage, edit: PlainEdit, settles: string[] = []): Operation => ({
  opId: opIdOf(formId, edit.path, [edit.value, settles]),
  ...edit,
  value: edit.value ?? null,
  ...(settles.length > 0 ? { settles } : {}),
});

/** What the kinds say about the answers as they would be, as far as it concerns what is edited here. */
function faultsOf({ instrument, fields, answers: previous }: PlainState, edits: readonly PlainEdit[]): Fault[] {
  const { definition } = instrument;
  const next = new Map([...fields, ...edits.map(({ path, value }): [string, unknown] => [path, value])]);
  const answers = fromFields(definition, next);
  const entries = entriesOf(next);
  return placed(checkValues(definition, answers, { previous }), (pointer) => fieldOf(pointer, answers, entries)).filter(
    (fault) => edits.some(({ path }) => touches(fault.path, path)),
  );
}

/** Problems of answers as faults of fields. */
function placed(problems: readonly SurveyProblem[], pathOf: (pointer: string) => string): Fault[] {
  return problems.map(({ code, path, detail }) => ({ code, path: pathOf(path), ...(detail ? { detail } : {}) }));
}

/**
 * What still keeps the page from being complete, by the path of the field: required questions, validators. Off the event
 * loop.
 */
export async function findOpenOn(
  checking: CheckingPool,
  { instrument, fields, answers }: PlainState,
  locale: "de" | "en",
): Promise<Fault[]> {
  const { key, json } = { key: instrument.checksum, json: instrument.json };
  const checked = await checking.check({ key, json }, answers, { complete: true, locale });
  if (checked.problems.some(({ code }) => code.startsWith("check-")))
    throw new Problem("unavailable", { retryAfter: 5 });
  const entries = entriesOf(fields);
  return placed(checked.problems, (pointer) => fieldOf(pointer, answers, entries));
}

/** Whoever changes an answer that they saw in two versions has decided. */
const settledBy = ({ standing }: PlainState, { decided }: PostedPage, path: string): string[] =>
  standing.clashes.filter((clash) => clash.path === path && decided.has(clash.opId)).map(({ opId }) => opId);

/** Versions that were chosen without another change of the answer. */
function decisions(state: PlainState, page: PostedPage, edits: readonly PlainEdit[]): Operation[] {
  return state.standing.clashes.flatMap((clash): Operation[] => {
    const { opId, path } = clash;
    const choice = page.decided.get(opId);
    if (!choice || edits.some((edit) => edit.path === path)) return [];
    const shown = page.base.get(path);
    const value = choice === "take" ? clash.value : (state.fields.get(path) ?? null);
    if (!shown) return strayDecision(state, page, { opId, path, value, choice });
    // Whoever takes an entry away here has been shown what is in it.
    const seen = value === null && path.includes("/@") ? { seen: revisionsIn(state, path) } : {};
    return [{ ...operationOf(page, { path, base: shown.rev, value }, [opId]), ...seen }];
  });
}

type Decision = { opId: string; path: string; value: unknown; choice: "take" | "keep" };

/** A decision about what the form has no field for. An entry that was removed stays so, or is put back first. */
function strayDecision(state: PlainState, page: PostedPage, { opId, path, value, choice }: Decision): Operation[] {
  const base = (of: string) => state.standing.fields.find((field) => field.path === of)?.rev ?? 0;
  const gone = entriesAround(path).filter((entry) => state.fields.get(entry) === null);
  const [first] = gone;
  if (first && choice === "keep") return [operationOf(page, { path: first, base: base(first), value: null }, [opId])];
  const back = gone.map((entry) => operationOf(page, { path: entry, base: base(entry), value: 0 }));
  return [...back, operationOf(page, { path, base: base(path), value }, [opId])];
}

/** The entries that a field lies in, by their paths, the outermost first. */
const entriesAround = (path: string): string[] =>
  [...path.matchAll(/\/@[^/]+(?=\/)/g)].map((match) => path.slice(0, match.index + match[0].length));

const revisionsIn = ({ standing }: PlainState, entry: string): Record<string, number> =>
  Object.fromEntries(
    standing.fields.filter(({ path }) => path.startsWith(`${entry}/`)).map(({ path, rev }) => [path, rev]),
  );

/** The entry that the form adds, at the end of its group. Sent again, it is there already. */
function entryToAdd({ fields }: PlainState, { add, formId }: PostedPage, groups: readonly Group[]) {
  if (add === undefined) return undefined;
  const group = groups.find(({ path }) => path === add);
  if (!group) throw new Problem("unknown-field");
  const path = `${add}/@${entryIdOf(formId, add)}`;
  const standing = entriesOf(fields)(add);
  if (fields.has(path)) return { edit: { path, base: 0, value: fields.get(path) }, isNew: false };
  if (standing.length >= group.most) return undefined;
  const last = standing.map((id) => Number(fields.get(`${add}/@${id}`))).at(-1);
  return { edit: { path, base: 0, value: last === undefined ? 0 : Math.floor(last) + 1 }, isNew: true };
}

/** Takes an entry away, with what the form showed of it. */
function removal({ fields, standing }: PlainState, page: PostedPage, groups: readonly Group[]): Operation[] {
  const { remove, base } = page;
  if (remove === undefined) return [];
  const shown = base.get(remove);
  if (!shown || !groups.some(({ entries }) => entries.includes(remove))) throw new Problem("unknown-field");
  if (typeof fields.get(remove) !== "number") return [];
  // Fields that conditions hide were in no form; they become visible only when one of those changes that were.
  const inside = standing.fields.filter(({ path }) => path.startsWith(`${remove}/`));
  const seen = Object.fromEntries(inside.map(({ path, rev }) => [path, base.get(path)?.rev ?? rev]));
  return [{ ...operationOf(page, { path: remove, base: shown.rev, value: null }), seen }];
}
