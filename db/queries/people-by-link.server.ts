import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import { ANSWERED } from "./addressees.server.ts";

export type NewPerson = {
  invitationId: string;
  kind: "personal" | "open";
  tokenHash: Buffer;
  address: string | null;
  name: string | null;
  locale: "de" | "en";
};

/** As many rows as one statement takes with room to spare: PostgreSQL allows 65,535 parameters. */
const ROWS = 2000;

/** Invites people without a project. Of an address, or an id, that is known already nothing changes; gives back how many are new. */
export async function insertPeople(tx: Tx, roundId: string, people: readonly NewPerson[], at: Date): Promise<number> {
  let added = 0;
  for (let start = 0; start < people.length; start += ROWS) {
    const rows = await tx
      .insertInto("invitation")
      .values(
        people.slice(start, start + ROWS).map((person) => ({
          round_id: roundId,
          invitation_id: person.invitationId,
          project_id: null,
          organisation_id: null,
          attributes: jsonb({}),
          invited_at: at,
          first_opened_at: null,
          kind: person.kind,
          token_hash: person.tokenHash,
          address: person.address,
          name: person.name,
          locale: person.locale,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning("invitation_id")
      .execute();
    added += rows.length;
  }
  return added;
}

/** The addresses that are invited already, in lower case. */
export async function listAddresses(db: Db | Tx, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("invitation")
    .select("address")
    .where("round_id", "=", roundId)
    .where("address", "is not", null)
    .execute();
  return new Set(rows.flatMap(({ address }) => address ?? []));
}

/** People with a link of their own, by name; `search` looks into name and address, which who was forgotten has not. */
export function listPeople(db: Db | Tx, roundId: string, search: string, most: number) {
  const wanted = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return db
    .selectFrom("invitation")
    .select(["invitation_id", "name", "address", "locale", "declined_at", "bounced_at", "first_opened_at"])
    .select(ANSWERED.as("answered"))
    .where("round_id", "=", roundId)
    .where("kind", "=", "personal")
    .$if(search !== "", (found) =>
      found.where((eb) => eb.or([eb("name", "ilike", wanted), eb("address", "ilike", wanted)])),
    )
    .orderBy(sql`lower(name)`)
    .orderBy("address")
    .limit(most)
    .execute();
}

export async function countPeople(db: Db | Tx, roundId: string, kind: "personal" | "open"): Promise<number> {
  const { n } = await db
    .selectFrom("invitation")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("round_id", "=", roundId)
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return n;
}

/** When a start by an open link was made, or undefined where there is none of this id. */
export async function findStart(db: Db | Tx, roundId: string, invitationId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom("invitation")
    .select("invited_at")
    .where("round_id", "=", roundId)
    .where("invitation_id", "=", invitationId)
    .where("kind", "=", "open")
    .executeTakeFirst();
  return row?.invited_at;
}

/** Takes a person out of a draft; the database refuses it later. False when there is none of this id. */
export async function deletePerson(tx: Tx, roundId: string, invitationId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom("invitation")
    .where("round_id", "=", roundId)
    .where("invitation_id", "=", invitationId)
    .where("kind", "=", "personal")
    .returning("invitation_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes away what says who a person by link is. False when there is none of this id. */
export async function forgetPerson(tx: Tx, roundId: string, invitationId: string): Promise<boolean> {
  const row = await tx
    .updateTable("invitation")
    .set({ name: null, address: null, decline_reason: null })
    .where("round_id", "=", roundId)
    .where("invitation_id", "=", invitationId)
    .where("kind", "=", "personal")
    .returning("invitation_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The round with its audience, held as it is until the transaction ends. */
export function holdAudience(tx: Tx, roundId: string) {
  return tx
    .selectFrom("round")
    .select(["state", "audience", "closes_at", "privacy"])
    .where("round_id", "=", roundId)
    .forShare()
    .executeTakeFirst();
}

/** What the page of links says of its round. */
export function findAudience(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("round")
    .select(["round_id", "title", "wave", "state", "privacy", "audience", "closes_at"])
    .where("round_id", "=", roundId)
    .executeTakeFirst();
}
