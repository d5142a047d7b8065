import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

const rounds = (db: Db | Tx) =>
  db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select(({ selectFrom, fn }) => {
      const invited = selectFrom("invitation").whereRef("invitation.round_id", "=", "round.round_id");
      const responses = selectFrom("response").whereRef("response.round_id", "=", "round.round_id");
      return [
        "round.round_id",
        "round.title",
        "round.wave",
        "round.privacy",
        "round.state",
        "round.opens_at",
        "round.closes_at",
        "round.closed_at",
        "round.fictional",
        "version.number as version",
        invited.select(fn.countAll<number>().as("n")).as("invited"),
        invited.select(fn.countAll<number>().as("n")).where("first_opened_at", "is not", null).as("opened"),
        responses.select(fn.countAll<number>().as("n")).where("response.state", "=", "draft").as("begun"),
        responses.select(fn.countAll<number>().as("n")).where("response.state", "<>", "draft").as("submitted"),
      ];
    });

export type RoundRow = Awaited<ReturnType<typeof listRounds>>[number];

/** Rounds with how many were invited, opened, begun and submitted; the latest deadline first. */
export function listRounds(db: Db | Tx) {
  return rounds(db).orderBy("round.closes_at", "desc").orderBy("round.round_id").execute();
}

export function findRound(db: Db | Tx, roundId: string): Promise<RoundRow | undefined> {
  return rounds(db).where("round.round_id", "=", roundId).executeTakeFirst();
}

/** The round with what a release copies from it, locked until the end of the transaction: nobody can answer meanwhile. */
export function lockRound(tx: Tx, roundId: string) {
  return releasable(tx, roundId).forUpdate("round").executeTakeFirst();
}

/** As `lockRound`, while people answer. */
export function findReleasable(db: Db | Tx, roundId: string) {
  return releasable(db, roundId).executeTakeFirst();
}

function releasable(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select([
      "round.state",
      "round.title",
      "round.wave",
      "round.privacy",
      "round.strict",
      "round.audience",
      "round.closed_at",
      "round.fictional",
      "round.version_id",
      "version.number as version",
      "version.checksum as version_checksum",
      "version.definition",
      "questionnaire.name as questionnaire",
    ])
    .where("round.round_id", "=", roundId);
}

/** How many were asked; null where an open link went round. Whoever began by one had not been asked by name. */
export async function countAsked(tx: Tx, roundId: string): Promise<number | null> {
  const { rows } = await sql<{ asked: number | null }>`
    select case when exists (select from open_link where round_id = ${roundId}) then null else count(*) end as asked
    from invitation where round_id = ${roundId} and kind <> 'open'`.execute(tx);
  return rows[0]?.asked ?? null;
}

export async function updateState(
  tx: Tx,
  roundId: string,
  state: "closed" | "released",
  closedAt?: Date,
): Promise<void> {
  await tx
    .updateTable("round")
    .set({ state, ...(closedAt ? { closed_at: closedAt } : {}) })
    .where("round_id", "=", roundId)
    .execute();
}
