import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { eraseInquiries } from "#db/queries/inquiries.server.ts";
import { listOpenLinks, type OpenLinkRow } from "#db/queries/open-links.server.ts";
import * as people from "#db/queries/people-by-link.server.ts";
import { findSetup, listInvited, lockQuestionnaire } from "#db/queries/round-setup.server.ts";
import type { Jobs } from "../mail/enqueue.server.ts";
import { queueInvitations } from "../mail/round-mails.server.ts";
import { Problem } from "../problem.ts";
import { differenceFaults } from "../rounds/compare-audience.server.ts";
import { LISTED, MOST_PEOPLE } from "./limits.ts";
import { assertByLink } from "./open-links.server.ts";
import { type PersonRow, readPeopleRows } from "./people-rows.ts";
import { hashToken, invitationToken } from "./tokens.server.ts";

/**
 * The links of a round: open ones, and people with links of their own. Of an anonymous round it does not say who has
 * opened their link or answered. Throws not-found.
 */
export async function readRoundLinks(db: Db, roundId: string, search: string) {
  const round = await people.findAudience(db, roundId);
  if (!round) throw new Problem("not-found");
  const byLink = round.audience.kind === "link";
  const [openLinks, listed, count, started]: [OpenLinkRow[], PersonByLink[], number, number] = byLink
    ? await Promise.all([
        listOpenLinks(db, roundId),
        people.listPeople(db, roundId, search, LISTED),
        people.countPeople(db, roundId, "personal"),
        people.countPeople(db, roundId, "open"),
      ])
    : [[], [], 0, 0];
  const isAnonymous = round.privacy === "anonymous";
  const shown = isAnonymous ? listed.map((one) => ({ ...one, answered: false, first_opened_at: null })) : listed;
  return { round, byLink, openLinks, people: shown, count, started };
}

export type PersonByLink = Awaited<ReturnType<typeof people.listPeople>>[number];

/** What a pasted list would do, row by row; nothing changes. */
export async function checkPeople(db: Db, roundId: string, text: string): Promise<PersonRow[]> {
  return readPeopleRows(text, await people.listAddresses(db, roundId));
}

/** True of rows that can be taken as they are: some are new, none is faulty, and not too many. */
export function canBeAdded(rows: readonly PersonRow[]): boolean {
  const isGood = rows.every((row) => row.state !== "faulty");
  return isGood && rows.some((row) => row.state === "new") && rows.length <= MOST_PEOPLE;
}

type Adding = { roundId: string; text: string; actorId: string; now: Date };

/**
 * Invites the people of a list, all or none; while the round is open their invitations are queued with it, and its
 * audience stays bound to what opening asks of it. Gives back how many are new. Throws not-found, round-closed,
 * invalid-request for a list that `checkPeople` finds faulty, and invalid-round with a fault `audience-differs` for each
 * round that is too near.
 */
export function addPeople(
  { db, jobs, secret }: { db: Db; jobs: Jobs; secret: string },
  { roundId, text, actorId, now }: Adding,
): Promise<number> {
  return transact(db, async (tx) => {
    const round = await assertByLink(tx, roundId);
    const rows = readPeopleRows(text, await people.listAddresses(tx, roundId));
    if (!canBeAdded(rows)) throw new Problem("invalid-request");
    const fresh = rows
      .filter((row) => row.state === "new")
      .map(({ address, name, locale }) => {
        const invitationId = randomUUID();
        const tokenHash = hashToken(invitationToken(secret, invitationId));
        return { invitationId, kind: "personal" as const, tokenHash, address, name: name || null, locale };
      });
    const added = await people.insertPeople(tx, roundId, fresh, now);
    if (round.state === "open") {
      await assertFarEnough(tx, roundId);
      await queueInvitations(tx, jobs, roundId);
    }
    await insertAudit(tx, { actorId, verb: "round.invite", object: "round", objectId: roundId, detail: { added } });
    return added;
  });
}

/** Of an open round: its audience with whoever has just been added is compared as at opening. Throws invalid-round. */
async function assertFarEnough(tx: Tx, roundId: string): Promise<void> {
  const setup = await findSetup(tx, roundId);
  if (!setup) throw new Problem("not-found");
  await lockQuestionnaire(tx, setup.questionnaire_id);
  const faults = await differenceFaults(tx, setup, await listInvited(tx, [roundId]), setup.opens_at);
  if (faults.length > 0) throw new Problem("invalid-round", { faults });
}

/**
 * Forgets who a person by link is: name, address, the reason for declining, and what they asked the coordination. No mail goes to them any more; what they
 * answered stays, and leads to nobody. Again changes nothing. Throws not-found, drafts included: there they are taken
 * out.
 */
export function forgetPerson(
  db: Db,
  { roundId, invitationId, actorId }: { roundId: string; invitationId: string; actorId: string },
): Promise<void> {
  return transact(db, async (tx) => {
    const round = await people.holdAudience(tx, roundId);
    if (!round || round.state === "draft") throw new Problem("not-found");
    if (!(await people.forgetPerson(tx, roundId, invitationId))) throw new Problem("not-found");
    await eraseInquiries(tx, { invitationId });
    const event = { actorId, verb: "invitation.forget", object: "invitation", objectId: invitationId };
    await insertAudit(tx, { ...event, detail: { roundId } });
  });
}

/** Takes a person out of a draft. Throws not-found, and round-closed once the round has opened. */
export function removePerson(
  db: Db,
  { roundId, invitationId, actorId }: { roundId: string; invitationId: string; actorId: string },
): Promise<void> {
  return transact(db, async (tx) => {
    const round = await assertByLink(tx, roundId);
    if (round.state !== "draft") throw new Problem("round-closed");
    if (!(await people.deletePerson(tx, roundId, invitationId))) throw new Problem("not-found");
    await insertAudit(tx, {
      actorId,
      verb: "round.uninvite",
      object: "invitation",
      objectId: invitationId,
      detail: { roundId },
    });
  });
}
