import type { Db } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { type EventKind, listResponseEvents } from "#db/queries/response-events.server.ts";
import { listSubmissions } from "#db/queries/submissions.server.ts";
import { isCounting } from "./access.server.ts";

/** One submission of a response. All are kept; at most one counts. */
export type SubmittedVersion = {
  number: number;
  receipt: string;
  submittedAt: Date;
  submittedBy: string | null;
  /** `counts` it, or it was `replaced` by a later one, or `withdrawn` */
  fate: "counts" | "replaced" | "withdrawn";
};

/** A step back: the team opened it to correct or withdrew it, or the coordination opened it again. */
export type StepBack = { kind: EventKind; number: number; reason: string; at: Date; by: string | null };

export type Versions = { versions: SubmittedVersion[]; steps: StepBack[] };

/** Every submission of a response, the latest first, and the steps between them in the order in which they happened. */
export async function readVersions(db: Db, invitation: InvitationRow): Promise<Versions> {
  const { response_id: responseId, round_id: roundId } = invitation;
  if (!responseId) return { versions: [], steps: [] };
  const key = { roundId, responseId };
  const [submissions, steps] = await Promise.all([listSubmissions(db, key), listResponseEvents(db, key)]);
  const withdrawn = steps.filter(({ kind }) => kind === "withdrawn").map(({ number }) => number);
  const fateOf = (number: number, place: number): SubmittedVersion["fate"] => {
    if (withdrawn.includes(number)) return "withdrawn";
    return place === 0 && isCounting(invitation) ? "counts" : "replaced";
  };
  const versions = submissions.map((one, place) => ({
    number: one.number,
    receipt: one.receipt,
    submittedAt: one.submitted_at,
    submittedBy: one.submitted_by,
    fate: fateOf(one.number, place),
  }));
  return { versions, steps };
}

/** The latest step back, while it is the reason for how it stands: opened again or withdrawn. */
export async function readLastStep(db: Db, invitation: InvitationRow): Promise<StepBack | null> {
  const { response_id: responseId, round_id: roundId, response_state: state } = invitation;
  if (!responseId || state === "submitted") return null;
  return (await listResponseEvents(db, { roundId, responseId })).at(-1) ?? null;
}
