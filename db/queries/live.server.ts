import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** The channel on which processes tell each other what changed: ids and kinds only, never content. */
export const LIVE_CHANNEL = "praxisspiegel_live";

/** What changed in a questionnaire: answers or clashes, who is here, notes beside the questions, its state. */
export type LiveKind = "fields" | "people" | "talk" | "state";

/** Tells every process, once the transaction is committed. */
export async function announce(db: Db | Tx, invitationId: string, kind: LiveKind): Promise<void> {
  await sql`select pg_notify(${LIVE_CHANNEL}, ${`${invitationId} ${kind}`})`.execute(db);
}

/** How long somebody counts as here after their browser's last sign of life: two and a half of its turns. */
const PRESENT_SECONDS = 25;
const PRESENT = sql`make_interval(secs => ${PRESENT_SECONDS})`;

/** Notes that somebody is here; true where others see something new by it. */
export async function writePresence(
  db: Db | Tx,
  {
    invitationId,
    clientId,
    accountId,
    place,
  }: Record<"invitationId" | "clientId", string> & Record<"accountId" | "place", string | null>,
): Promise<boolean> {
  const { rows } = await sql<{ is_new: boolean }>`
    with before as (
      select place, account_id, seen_at from presence
      where invitation_id = ${invitationId} and client_id = ${clientId})
    insert into presence (invitation_id, client_id, account_id, place)
    values (${invitationId}, ${clientId}, ${accountId}, ${place})
    on conflict (invitation_id, client_id) do update
      set place = excluded.place, account_id = excluded.account_id, seen_at = now()
    returning not exists (
      select from before where place is not distinct from ${place}::text
        and account_id is not distinct from ${accountId}::uuid and seen_at > now() - ${PRESENT}) as is_new
  `.execute(db);
  return rows[0]?.is_new ?? false;
}

export async function deletePresence(db: Db | Tx, invitationId: string, clientId: string): Promise<void> {
  await db.deleteFrom("presence").where("invitation_id", "=", invitationId).where("client_id", "=", clientId).execute();
}

/** More than ever sit at one questionnaire; a page names a few of them. */
const MOST_PRESENT = 50;

/** Who is here now, in the order of their names; of a crowd the first. */
export function listPresent(db: Db | Tx, invitationId: string) {
  return db
    .selectFrom("presence")
    .leftJoin("account", "account.account_id", "presence.account_id")
    .select(["presence.client_id", "presence.account_id", "presence.place", "account.name"])
    .where("presence.invitation_id", "=", invitationId)
    .where(sql<boolean>`presence.seen_at > now() - ${PRESENT}`)
    .orderBy("account.name")
    .orderBy("presence.client_id")
    .limit(MOST_PRESENT)
    .execute();
}

/** Forgets who left long ago. */
export async function deleteStalePresence(db: Db | Tx): Promise<void> {
  await sql`delete from presence where seen_at < now() - interval '5 minutes'`.execute(db);
}

export type StreamRights = { streamId: string; sessionHash: string; projectId: string; accountId: string };

/** Of some open streams of signed-in people those whose session still lives and who still belong to the project. */
export async function listStillAllowed(
  db: Db | Tx,
  streams: StreamRights[],
  lifetime: { idleHours: number; lifetimeDays: number },
): Promise<Set<string>> {
  const { rows } = await sql<{ stream_id: string }>`
    select row.stream_id from jsonb_to_recordset(cast(${JSON.stringify(
      streams.map(({ streamId, sessionHash, projectId, accountId }) => ({
        ...{ stream_id: streamId, session_hash: sessionHash, project_id: projectId, account_id: accountId },
      })),
    )} as jsonb)) as row (stream_id text, session_hash text, project_id uuid, account_id uuid)
    where exists (
        select from session join account using (account_id)
        where session.token_hash = decode(row.session_hash, 'hex') and account.disabled_at is null
          and session.seen_at > now() - make_interval(hours => ${lifetime.idleHours})
          and session.created_at > now() - make_interval(days => ${lifetime.lifetimeDays}))
      and exists (
        select from membership where membership.account_id = row.account_id and membership.project_id = row.project_id)
  `.execute(db);
  return new Set(rows.map((row) => row.stream_id));
}
