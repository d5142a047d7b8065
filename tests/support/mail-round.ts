import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { insertOpenLine } from "./line.ts";
import { insertAccount, insertProject } from "./people.ts";

const DAY_MS = 86_400_000;

export type MailRound = { roundId: string; closesAt: Date };

/** An open round without addressees: opened ten days ago, with a deadline in twenty, unless said otherwise. */
export async function insertMailRound(
  db: Db,
  { closesAt = new Date(Date.now() + 20 * DAY_MS), reminders = [9, 2] }: { closesAt?: Date; reminders?: number[] } = {},
): Promise<MailRound> {
  const { versionId } = await insertOpenLine(db);
  const roundId = randomUUID();
  const opened = new Date(Math.min(Date.now(), closesAt.getTime()) - 30 * DAY_MS);
  await sql`
    insert into round (round_id, series_id, version_id, title, wave, privacy, state, opens_at, opened_at, closes_at, reminders)
    select ${roundId}, series_id, ${versionId}, '{"de": "Bedarfe", "en": "Needs"}', '2026', 'confidential', 'open',
      ${opened}, ${opened}, ${closesAt}, ${reminders}
    from round where version_id = ${versionId} limit 1`.execute(db);
  return { roundId, closesAt };
}

/** A project with a lead and its invitation. */
export async function inviteProject(db: Db, roundId: string, people: ("lead" | "member")[] = ["lead"]) {
  const { projectId, organisationId } = await insertProject(db);
  const accountIds = [];
  for (const role of people) accountIds.push(await insertAccount(db, { role, projectId }));
  const invitationId = await inviteAgain(db, roundId, { projectId, organisationId });
  return { projectId, organisationId, invitationId, accountIds, accountId: accountIds[0] ?? "" };
}

export async function inviteAgain(db: Db, roundId: string, project: { projectId: string; organisationId: string }) {
  const invitationId = randomUUID();
  const of = { project_id: project.projectId, organisation_id: project.organisationId };
  await db
    .insertInto("invitation")
    .values({ round_id: roundId, invitation_id: invitationId, ...of, attributes: {}, first_opened_at: null, ...NEVER })
    .execute();
  return invitationId;
}

/** A person who was sent a link of their own. */
export async function inviteGuest(db: Db, roundId: string, address: string, name: string | null = null) {
  const invitationId = randomUUID();
  const of = { kind: "personal", project_id: null, organisation_id: null, address, name } as const;
  const rest = { attributes: {}, first_opened_at: null, ...NEVER, ...of };
  await db
    .insertInto("invitation")
    .values({ round_id: roundId, invitation_id: invitationId, ...rest })
    .execute();
  return invitationId;
}

const NEVER = { declined_at: null, decline_reason: null, reminders_off_at: null, bounced_at: null } as const;

/** The response of an invitation, submitted. */
export async function submitFor(db: Db, roundId: string, invitationId: string): Promise<void> {
  const state = { state: "submitted", submitted_at: new Date() } as const;
  await db
    .insertInto("response")
    .values({ round_id: roundId, response_id: randomUUID(), invitation_id: invitationId, ...state })
    .execute();
}

export async function addressOf(db: Db, accountId: string): Promise<string> {
  const account = db.selectFrom("account").select("address").where("account_id", "=", accountId);
  return (await account.executeTakeFirstOrThrow()).address;
}
