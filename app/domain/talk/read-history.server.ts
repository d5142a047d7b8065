import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import { listChangesOf } from "#db/queries/question-changes.server.ts";
import { Problem } from "../problem.ts";
import type { Respondent } from "../responses/access.server.ts";
import { type FieldInWords, fieldInWords } from "./field-words.ts";
import { CHANGES_PER_PAGE, PLACE_LENGTH } from "./limits.ts";
import { getTeamSheet } from "./team-sheet.server.ts";

/** One change of a question, as it is read and taken back. */
export type Change = FieldInWords & {
  opId: string;
  path: string;
  /** what the field became; null: the answer was taken back */
  raw: unknown;
  by: string | null;
  byId: string | null;
  at: string;
  /** somebody else had changed it meanwhile; `open` until a person decides */
  clash: "open" | "settled" | null;
};
export type History = { changes: Change[] /** where the next page begins; null: that was all */; next: string | null };

/** False for a day that never was: `Date` reads the 31st of February as a day in March, PostgreSQL refuses it. */
function isMoment(upToMilliseconds: string): boolean {
  const read = new Date(`${upToMilliseconds}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString() === `${upToMilliseconds}Z`;
}

/** `<time>_<id of the change>`, as `next` gives it. */
const MARK = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/)
  .refine((mark) => isMoment(mark.slice(0, 23)));

export const historySchema = z.object({ frage: z.string().min(1).max(PLACE_LENGTH), vor: MARK.optional() });

/**
 * The changes of one question, newest first, a page at a time. Throws not-found where there is no such question, and for
 * people by link.
 */
export async function readHistory(
  db: Db,
  viewer: Respondent,
  invitationId: string,
  { question, before }: { question: string; before?: string | undefined },
): Promise<History> {
  const { invitation, instrument } = await getTeamSheet(db, viewer, invitationId, "invitation.read");
  const { definition } = instrument;
  if (!definition.level.byName.has(question)) throw new Problem("not-found");
  const { round_id: roundId, response_id: responseId } = invitation;
  if (!responseId) return { changes: [], next: null };
  const rows = await listChangesOf(
    db,
    { roundId, responseId },
    {
      name: question,
      before: before === undefined ? undefined : { at: before.slice(0, 27), opId: before.slice(28) },
      limit: CHANGES_PER_PAGE + 1,
    },
  );
  const shown = rows.slice(0, CHANGES_PER_PAGE);
  const last = shown.at(-1);
  return {
    changes: shown.map((row) => ({
      opId: row.op_id,
      path: row.path,
      raw: row.value ?? null,
      by: row.name,
      byId: row.by,
      at: row.at.toISOString(),
      clash: row.rev !== null ? null : row.settled_by ? "settled" : "open",
      ...fieldInWords(definition, row.path, row.value, viewer.locale),
    })),
    next: rows.length > shown.length && last ? `${last.mark}_${last.op_id}` : null,
  };
}
