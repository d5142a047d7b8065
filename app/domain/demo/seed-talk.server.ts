import type { Tx } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { listInvitations } from "#db/queries/invitations.server.ts";
import { listParts } from "#db/queries/letters.server.ts";
import { insertNote, putAssignee, putClarified, type SheetKey } from "#db/queries/talk.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";

const HOUR_MS = 3_600_000;

/** What lead and member of the demo's project said beside the questions of the open round, before either answered. */
export async function seedTalk(tx: Tx, today: Date): Promise<void> {
  const [lead, member] = [await findDemoAccount(tx, "lead"), await findDemoAccount(tx, "member")];
  if (!lead || !member) return;
  const projectIds = (await listParts(tx, lead)).flatMap(({ projectId }) => projectId ?? []);
  const open = (await listInvitations(tx, projectIds)).find((one) => one.round_state === "open" && !one.response_id);
  if (!open) return;
  const key: SheetKey = { roundId: open.round_id, invitationId: open.invitation_id };
  const ago = (hours: number) => new Date(today.getTime() - hours * HOUR_MS);
  const say = (n: number, place: string, by: string, hours: number, text: string) =>
    insertNote(tx, key, { noteId: sampleUuid(`note-${n}`), place, kind: "comment", text, by, at: ago(hours) });
  await say(1, "team_anzahl", member, 51, "Zählen wir die beiden auf Honorarbasis mit?");
  await say(2, "team_anzahl", lead, 49, "Ja, wie im letzten Jahr.");
  await putClarified(tx, key, { place: "team_anzahl", clarified: true, by: lead, at: ago(49) });
  await say(
    3,
    "bed_wichtig",
    member,
    27,
    "Bei der Sicherheit sind wir uns nicht einig. Sprechen wir am Montag darüber?",
  );
  await say(4, "bed_wichtig", lead, 3, "Gern. Die anderen Zeilen kannst du schon ausfüllen.");
  await putAssignee(tx, key, { place: "bed_wichtig", assignee: member, by: lead, at: ago(3) });
  await say(5, "res_stellen", member, 2, "Die Zahlen zum Stellenplan hast nur du.");
  for (const place of ["res_stellen", "res_plan"]) {
    await putAssignee(tx, key, { place, assignee: lead, by: member, at: ago(2) });
  }
}
