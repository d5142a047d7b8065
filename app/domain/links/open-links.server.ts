import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as links from "#db/queries/open-links.server.ts";
import { findStart, holdAudience, insertPeople } from "#db/queries/people-by-link.server.ts";
import { Problem } from "../problem.ts";
import { isOpen } from "../responses/access.server.ts";
import { hashToken, invitationToken, openLinkToken, readTicket } from "./tokens.server.ts";

export type OpenLinkRow = links.OpenLinkRow;

/** How long the same start may come again: a double click, not the next person at the same screen. */
const AGAIN_MS = 60_000;

/** What stands between somebody and an open link; undefined where it can be used. */
export type LinkBar = "soon" | "closed" | "revoked" | "full";

/** Why a link cannot be used at the moment. */
export function barOf(link: OpenLinkRow, now = new Date()): LinkBar | undefined {
  if (link.revoked_at) return "revoked";
  if (link.round_state === "draft") return "soon";
  if (!isOpen(link, now)) return "closed";
  return link.uses >= link.uses_limit ? "full" : undefined;
}

type Making = { secret: string; roundId: string; label: string; limit: number; actorId: string };

/** Makes an open link for a round of people by link. Throws not-found, and round-closed where nobody can come in any more. */
export function makeOpenLink(db: Db, making: Making): Promise<{ linkId: string }> {
  return transact(db, async (tx) => {
    await assertByLink(tx, making.roundId);
    const linkId = randomUUID();
    const tokenHash = hashToken(openLinkToken(making.secret, linkId));
    await links.insertOpenLink(tx, { ...making, linkId, tokenHash });
    await noteLink(tx, "link.make", making.actorId, linkId, making.roundId);
    return { linkId };
  });
}

/** Stops an open link; who began with it goes on by their own link. Throws not-found. */
export function revokeOpenLink(
  db: Db,
  { roundId, linkId, actorId, now }: { roundId: string; linkId: string; actorId: string; now: Date },
): Promise<void> {
  return transact(db, async (tx) => {
    if (!(await links.findOpenLink(tx, roundId, linkId))) throw new Problem("not-found");
    if (!(await links.revokeOpenLink(tx, roundId, linkId, now))) return;
    await noteLink(tx, "link.revoke", actorId, linkId, roundId);
  });
}

/** One open link of a round. Throws not-found. */
export async function readOpenLink(db: Db, roundId: string, linkId: string): Promise<OpenLinkRow> {
  const link = await links.findOpenLink(db, roundId, linkId);
  if (!link) throw new Problem("not-found");
  return link;
}

/** The open link behind a token, or undefined. */
export function findOpenLink(db: Db, token: string): Promise<OpenLinkRow | undefined> {
  return links.findOpenLinkByToken(db, hashToken(token));
}

type Starting = { secret: string; ticket: string; locale: "de" | "en"; now: Date };

/**
 * Begins a response by an open link: counts one use and makes an invitation with a link of its own. The same ticket
 * within a minute leads to the same invitation. Throws not-found for anonymous rounds and foreign tickets, round-closed,
 * link-full.
 */
export async function startByOpenLink(
  db: Db,
  link: OpenLinkRow,
  { secret, ticket, locale, now }: Starting,
): Promise<{ invitationId: string }> {
  const invitationId = readTicket(secret, link.link_id, ticket);
  if (!invitationId || link.privacy === "anonymous") throw new Problem("not-found");
  return transact(db, async (tx) => {
    const round = await assertByLink(tx, link.round_id);
    if (!isOpen({ round_state: round.state, closes_at: round.closes_at }, now)) throw new Problem("round-closed");
    const counted = await links.countUse(tx, link.link_id);
    const before = await findStart(tx, link.round_id, invitationId);
    if (before) {
      if (now.getTime() - before.getTime() > AGAIN_MS) throw new Problem("not-found");
      throw new Begun(invitationId);
    }
    if (!counted) throw new Problem("link-full");
    const tokenHash = hashToken(invitationToken(secret, invitationId));
    const person = { invitationId, kind: "open" as const, tokenHash, address: null, name: null, locale };
    await insertPeople(tx, link.round_id, [person], now);
    return { invitationId };
  }).catch((error) => {
    if (error instanceof Begun) return { invitationId: error.invitationId };
    throw error;
  });
}

/** Takes back the use that a repeated start has just counted. */
class Begun extends Error {
  readonly invitationId: string;
  constructor(invitationId: string) {
    super("begun");
    this.invitationId = invitationId;
  }
}

/** The round, if people come to it by link and still may. Throws not-found and round-closed. */
export async function assertByLink(tx: Tx, roundId: string) {
  const round = await holdAudience(tx, roundId);
  if (round?.audience.kind !== "link") throw new Problem("not-found");
  if (round.state !== "draft" && round.state !== "open") throw new Problem("round-closed");
  return round;
}

function noteLink(tx: Tx, verb: string, actorId: string, linkId: string, roundId: string): Promise<void> {
  return insertAudit(tx, { actorId, verb, object: "link", objectId: linkId, detail: { roundId } });
}
