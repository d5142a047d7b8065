import { z } from "zod";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { lockInvitation } from "#db/queries/invitations.server.ts";
import { announce } from "#db/queries/live.server.ts";
import { holdRound } from "#db/queries/responses.server.ts";
import * as queries from "#db/queries/talk.server.ts";
import type { Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { isOpen, type Respondent } from "../responses/access.server.ts";
import { askForAnswer } from "./ask-for-answer.server.ts";
import { NOTE_LENGTH, NOTES_PER_SHEET, PLACE_LENGTH } from "./limits.ts";
import { placeIn } from "./places.ts";
import { getTeamSheet, type TeamSheet } from "./team-sheet.server.ts";

const place = z.string().min(1).max(PLACE_LENGTH);
const noteId = z.uuid().toLowerCase();
/** U+0000 is the one sign that PostgreSQL does not keep. */
const text = z
  .string()
  .transform((typed) => typed.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
  .pipe(z.string().min(1).max(NOTE_LENGTH));

/** One step beside the answers. */
export const talkSchema = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("note"), noteId, place, kind: z.enum(["comment", "reason"]), text }),
  z.strictObject({ step: z.literal("withdraw"), noteId }),
  z.strictObject({ step: z.literal("assign"), place, assignee: z.uuid().toLowerCase().nullable() }),
  z.strictObject({ step: z.literal("clarify"), place, clarified: z.boolean() }),
]);
export type TalkStep = z.infer<typeof talkSchema>;

type Acting = { db: Db; jobs: Jobs; now?: Date };

/**
 * Writes or takes back a note, asks somebody for a place, marks it as settled. Each step may be sent again. Throws
 * not-found for a note that is not one's own, round-closed, different-body for another note under a known id,
 * invalid-request for an unknown place and an assignee who is not in the team, and too-many-notes.
 * The answers and their revision stay as they are.
 */
export async function changeTalk(
  { db, jobs, now = new Date() }: Acting,
  viewer: Respondent,
  invitationId: string,
  step: TalkStep,
): Promise<void> {
  const sheet = await getTeamSheet(db, viewer, invitationId, "response.edit");
  if ("place" in step && !placeIn(sheet.instrument.definition, step.place)) {
    throw new Problem("invalid-request", { faults: [{ code: "unknown-place", path: "/place" }] });
  }
  await transact(db, async (tx) => {
    // The round first, then the invitation: what is counted below stays counted.
    if (!isOpen(await holdRound(tx, sheet.key.roundId), now)) throw new Problem("round-closed");
    await lockInvitation(tx, invitationId);
    const changed = await STEPS[step.step](tx, sheet, step as never, { jobs, now });
    if (changed) await announce(tx, invitationId, "talk");
  });
}

type Step<K extends TalkStep["step"]> = Extract<TalkStep, { step: K }>;
type Around = { jobs: Jobs; now: Date };

/** Each says whether it changed anything. */
const STEPS: {
  [K in TalkStep["step"]]: (tx: Tx, sheet: TeamSheet, step: Step<K>, around: Around) => Promise<boolean>;
} = {
  note: addNote,
  withdraw: withdrawOwn,
  assign,
  clarify: async (tx, { key, accountId }, step, { now }) => {
    const before = await queries.findMark(tx, key, step.place);
    if (Boolean(before?.clarified_at) === step.clarified) return false;
    await queries.putClarified(tx, key, { place: step.place, clarified: step.clarified, by: accountId, at: now });
    return true;
  },
};

async function addNote(tx: Tx, { key, accountId }: TeamSheet, step: Step<"note">, { now }: Around): Promise<boolean> {
  const known = await queries.findNote(tx, key, step.noteId);
  if (known) {
    const same = known.by === accountId && known.place === step.place && known.kind === step.kind;
    if (!same || (known.text !== step.text && known.withdrawn_at === null)) throw new Problem("different-body");
    return false;
  }
  if ((await queries.countNotes(tx, key)) >= NOTES_PER_SHEET) throw new Problem("too-many-notes");
  const { noteId, place, kind, text } = step;
  await queries.insertNote(tx, key, { noteId, place, kind, text, by: accountId, at: now });
  return true;
}

async function withdrawOwn(tx: Tx, { key, accountId }: TeamSheet, { noteId }: Step<"withdraw">): Promise<boolean> {
  const known = await queries.findNote(tx, key, noteId);
  if (known?.by !== accountId) throw new Problem("not-found");
  if (known.withdrawn_at) return false;
  await queries.withdrawNote(tx, key, noteId);
  return true;
}

async function assign(tx: Tx, sheet: TeamSheet, { place, assignee }: Step<"assign">, around: Around): Promise<boolean> {
  const { key, accountId, invitation } = sheet;
  const team = await queries.listAssignable(tx, invitation.project_id);
  if (assignee && !team.some((one) => one.account_id === assignee)) {
    throw new Problem("invalid-request", { faults: [{ code: "not-in-team", path: "/assignee" }] });
  }
  const before = await queries.findMark(tx, key, place);
  if ((before?.assignee ?? null) === assignee) return false;
  await queries.putAssignee(tx, key, { place, assignee, by: accountId, at: around.now });
  if (assignee && assignee !== accountId) await askForAnswer(tx, { ...key, place, assignee }, around);
  return true;
}
