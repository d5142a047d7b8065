import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type RoundEvent = {
  at: Date;
  verb: string;
  /** null where it happened by itself, or the account is not there */
  actor: string | null;
  byItself: boolean;
  detail: Record<string, unknown>;
  /** of a response that was opened again or erased: whose it is, and why; the log itself holds ids only */
  about: string | null;
  reason: string | null;
};

/** What was done to a round, its releases included, the latest first. */
export function listRoundEvents(db: Db, roundId: string): Promise<RoundEvent[]> {
  return db
    .selectFrom("audit")
    .leftJoin("account", "account.account_id", "audit.actor_id")
    .select(["audit.at", "audit.verb", "account.name as actor", "audit.detail"])
    .select(sql<boolean>`audit.actor_id is null`.as("byItself"))
    .select(
      sql<string | null>`(select coalesce(project.name, invitation.name)
        from invitation left join project using (project_id)
        where invitation.round_id = ${roundId}
          and invitation.invitation_id::text = audit.detail ->> 'invitationId')`.as("about"),
    )
    .select(
      sql<string | null>`coalesce(
        (select response_event.reason from response_event
          where response_event.round_id = ${roundId}
            and response_event.event_id::text = audit.detail ->> 'eventId'),
        (select erasure.reason from erasure
          where erasure.round_id = ${roundId}
            and erasure.erasure_id::text = audit.detail ->> 'erasureId'))`.as("reason"),
    )
    .where((where) =>
      where.or([
        where.and([where("audit.object", "=", "round"), where("audit.object_id", "=", roundId)]),
        where.and([
          where("audit.object", "=", "release"),
          where(sql<string>`audit.detail ->> 'roundId'`, "=", roundId),
        ]),
      ]),
    )
    .orderBy("audit.at", "desc")
    .orderBy("audit.audit_id", "desc")
    .execute();
}
