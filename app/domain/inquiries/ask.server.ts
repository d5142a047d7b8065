import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findInquiry, insertInquiry, listCoordination, type NewInquiry } from "#db/queries/inquiries.server.ts";
import type { OpenLinkRow } from "#db/queries/open-links.server.ts";
import { insertHit, type Limit, lockLimit } from "#db/queries/rate-limit.server.ts";
import { enqueueMails, type Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { getInvitation, type Respondent } from "../responses/access.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { limitKey } from "../sign-in/secrets.server.ts";
import { PER_HOUR, PER_HOUR_AND_NETWORK } from "./limits.ts";
import { placeOf } from "./place.ts";

export type AskingServices = { db: Db; jobs: Jobs; secret: string };

/** What somebody asks: `inquiryId` is made by their form; `text` has one to `INQUIRY_SIGNS` signs, no edges of spaces. */
export type Asked = { inquiryId: string; text: string; question: string | null };

/**
 * Asks the coordination about the round of an invitation: by mail and on its desk, without any answer of the
 * questionnaire. `unnamed` leaves out who asks; only anonymous rounds offer it. The same inquiry again is kept once.
 * Throws not-found, invalid-request (a question that does not exist; unnamed where it is not offered), different-body,
 * and too-many-requests with the seconds to wait.
 */
export async function askInquiry(
  { db, jobs, secret }: AskingServices,
  respondent: Respondent,
  invitationId: string,
  { unnamed, ...asked }: Asked & { unnamed: boolean },
): Promise<void> {
  const invitation = await getInvitation(db, respondent, invitationId, "inquiry.ask");
  if (unnamed && invitation.privacy !== "anonymous") throw new Problem("invalid-request");
  const { accountId } = respondent;
  const person = accountId ? limitKey(secret, "account", accountId) : limitKey(secret, "invitation", invitationId);
  await keep(db, jobs, {
    inquiry: {
      ...asked,
      question: await knownQuestion(db, invitation, asked.question),
      roundId: invitation.round_id,
      invitationId: unnamed ? null : invitationId,
      authorId: unnamed ? null : accountId,
    },
    limit: { bucket: "inquiry", keyHash: person, perHour: PER_HOUR },
  });
}

/** The same by an open link, which knows of nobody; `network` is what is counted instead. */
export async function askByOpenLink(
  { db, jobs, secret }: AskingServices,
  link: OpenLinkRow,
  asked: Asked & { network: string },
): Promise<void> {
  const { network, ...inquiry } = asked;
  await keep(db, jobs, {
    inquiry: {
      ...inquiry,
      question: await knownQuestion(db, link, asked.question),
      roundId: link.round_id,
      invitationId: null,
      authorId: null,
    },
    limit: {
      bucket: "inquiry-by-link",
      keyHash: limitKey(secret, "network", network),
      perHour: PER_HOUR_AND_NETWORK,
    },
  });
}

async function knownQuestion(
  db: Db,
  round: Parameters<typeof getInstrument>[1],
  name: string | null,
): Promise<string | null> {
  if (name === null) return null;
  const place = placeOf((await getInstrument(db, round)).definition, name);
  if (!place) throw new Problem("invalid-request");
  return place.name;
}

function keep(db: Db, jobs: Jobs, { inquiry, limit }: { inquiry: NewInquiry; limit: Limit }): Promise<void> {
  return transact(db, async (tx) => {
    // Held until the end: of two at once the second finds the first.
    const retryAfter = await lockLimit(tx, limit);
    if (await isKept(tx, inquiry)) return;
    if (retryAfter > 0) throw new Problem("too-many-requests", { retryAfter });
    await insertHit(tx, limit);
    if (!(await insertInquiry(tx, inquiry))) throw new Problem("different-body");
    const { inquiryId, roundId, authorId } = inquiry;
    const coordination = await listCoordination(tx);
    await enqueueMails(
      tx,
      jobs,
      coordination.map((accountId) => ({
        key: `inquiry:${inquiryId}:${accountId}`,
        kind: "inquiry",
        accountId,
        subjectIds: { inquiryId },
        roundId,
      })),
    );
    const event = { verb: "inquiry.ask", object: "inquiry", objectId: inquiryId };
    await insertAudit(tx, { actorId: authorId, ...event, detail: { roundId } });
  });
}

/** True if this very inquiry is there already. Throws different-body where its id says something else. */
async function isKept(tx: Tx, inquiry: NewInquiry): Promise<boolean> {
  const kept = await findInquiry(tx, inquiry.inquiryId);
  if (!kept) return false;
  const same =
    kept.round_id === inquiry.roundId &&
    kept.invitation_id === inquiry.invitationId &&
    kept.author_id === inquiry.authorId &&
    kept.question === inquiry.question &&
    kept.text === inquiry.text;
  if (!same) throw new Problem("different-body");
  return true;
}
