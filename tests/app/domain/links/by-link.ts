import { guestOf } from "#app/domain/links/guest-link.server.ts";
import { makeOpenLink, type OpenLinkRow, readOpenLink } from "#app/domain/links/open-links.server.ts";
import { addPeople } from "#app/domain/links/people.server.ts";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { Db } from "#db/client.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { insertAccount } from "../../../support/people.ts";
import { SECRET, type TestPost } from "../../../support/post.ts";
import { PROBE } from "../responses/sample-sheet.ts";

const DAY_MS = 86_400_000;

type Wanted = { privacy?: "confidential" | "anonymous"; definition?: JsonObject; closesInDays?: number };

/** An open round for people by link, with somebody of the coordination. */
export async function openRoundByLink(
  db: Db,
  { privacy = "confidential", definition = PROBE, closesInDays = 10 }: Wanted = {},
) {
  const actorId = await insertAccount(db, { role: "coordination" });
  const { versionId } = await publishVersion(db, { name: `probe-${actorId}`, definition, actorId: null });
  const { roundId } = await openRound(db, {
    versionId,
    wave: "2026/1",
    privacy,
    audience: { kind: "link" },
    opensAt: new Date(Date.now() - 10 * DAY_MS),
    closesAt: new Date(Date.now() + closesInDays * DAY_MS),
    actorId: null,
  });
  return { roundId, actorId, versionId };
}

export async function openLinkOf(db: Db, round: { roundId: string; actorId: string }, limit = 5): Promise<OpenLinkRow> {
  const { linkId } = await makeOpenLink(db, { secret: SECRET, label: "Probe", limit, ...round });
  return readOpenLink(db, round.roundId, linkId);
}

/** Invites people one a line; gives back their invitation ids in the order of the lines. */
export async function invite(db: Db, post: TestPost, round: { roundId: string; actorId: string }, text: string) {
  await addPeople({ db, jobs: post.jobs, secret: SECRET }, { ...round, text, now: new Date() });
  const rows = await db
    .selectFrom("invitation")
    .select(["invitation_id", "address"])
    .where("round_id", "=", round.roundId)
    .where("kind", "=", "personal")
    .execute();
  const found = text.split("\n").map((line) => rows.find(({ address }) => line.toLowerCase().includes(address ?? "-")));
  return found.map((row) => row?.invitation_id as string);
}

/** An invitation as its guest's request would read it. */
export const asGuest = (db: Db, invitationId: string) =>
  getInvitation(db, guestOf(invitationId, "de"), invitationId, "response.submit");
