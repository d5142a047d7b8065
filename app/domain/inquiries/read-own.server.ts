import type { Db } from "#db/client.server.ts";
import { findInquiry, type InquiryRow, listInquiriesOf } from "#db/queries/inquiries.server.ts";
import { findGuest } from "#db/queries/letters.server.ts";
import type { OpenLinkRow } from "#db/queries/open-links.server.ts";
import type { Definition } from "#surveys/definition.ts";
import { getInvitation, type Respondent } from "../responses/access.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { coverOf, type RoundCover, roundCover } from "../responses/open-sheet.server.ts";
import { INQUIRY_SIGNS } from "./limits.ts";
import { type Place, placeOf } from "./place.ts";

/** What was asked, as those read it who asked; `text` is null where it was erased. */
export type OwnInquiry = {
  inquiryId: string;
  text: string | null;
  place: Place | null;
  askedAt: Date;
  /** null for guests, and where nobody was named */
  askedBy: string | null;
  answer: string | null;
  answeredAt: Date | null;
  closed: boolean;
  /** it says who asked */
  named: boolean;
};

/** Where the answer comes: by mail and on the page; on the page alone; on the page of this one inquiry alone. */
export type AnswerWay = "mail" | "page";

export type Asking = {
  cover: RoundCover & { project?: string; kind?: "project" | "personal" | "open" };
  /** the question that somebody came from */
  place: Place | null;
  /** what was just asked, or whose address was kept */
  sent: OwnInquiry | null;
  /** what else was asked under the invitation */
  others: OwnInquiry[];
  answerWay: AnswerWay;
  /** how long an inquiry may be */
  signs: number;
};

type Wanted = { question: string | null; inquiryId: string | null };

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The page on which an invitation's people ask the coordination, with what they asked before. Throws not-found. */
export async function readAsking(
  db: Db,
  respondent: Respondent,
  invitationId: string,
  wanted: Wanted,
): Promise<Asking> {
  const invitation = await getInvitation(db, respondent, invitationId, "inquiry.ask");
  const instrument = await getInstrument(db, invitation);
  const { definition } = instrument;
  const rows = await listInquiriesOf(db, invitationId);
  const sent =
    rows.find((row) => row.inquiry_id === wanted.inquiryId) ??
    (await findUnnamed(db, invitation.round_id, wanted.inquiryId));
  const reachable = respondent.accountId !== null || Boolean((await findGuest(db, invitationId))?.address);
  return {
    cover: coverOf(invitation, instrument),
    place: placeOf(definition, wanted.question),
    sent: sent ? ownInquiry(definition, sent) : null,
    others: rows.filter((row) => row !== sent).map((row) => ownInquiry(definition, row)),
    answerWay: reachable ? "mail" : "page",
    signs: INQUIRY_SIGNS,
  };
}

/** The same page behind an open link, which knows of nobody: only what was asked without a name is found again. */
export async function readAskingByLink(db: Db, link: OpenLinkRow, wanted: Wanted): Promise<Asking> {
  const instrument = await getInstrument(db, link);
  const sent = await findUnnamed(db, link.round_id, wanted.inquiryId);
  return {
    cover: roundCover(link, instrument),
    place: placeOf(instrument.definition, wanted.question),
    sent: sent ? ownInquiry(instrument.definition, sent) : null,
    others: [],
    answerWay: "page",
    signs: INQUIRY_SIGNS,
  };
}

/** What was asked without a name is found by its id alone, which nobody has but who asked. */
async function findUnnamed(db: Db, roundId: string, inquiryId: string | null): Promise<InquiryRow | undefined> {
  const row = inquiryId && UUID.test(inquiryId) ? await findInquiry(db, inquiryId) : undefined;
  return row && row.round_id === roundId && row.invitation_id === null ? row : undefined;
}

function ownInquiry(definition: Definition, row: InquiryRow): OwnInquiry {
  return {
    inquiryId: row.inquiry_id,
    text: row.text,
    place: placeOf(definition, row.question),
    askedAt: row.asked_at,
    askedBy: row.author,
    answer: row.answer,
    answeredAt: row.answered_at,
    closed: row.closed_at !== null,
    named: row.invitation_id !== null,
  };
}

/** How many were asked under an invitation, and how many of them have an answer. */
export async function countAsked(db: Db, invitationId: string): Promise<{ all: number; answered: number }> {
  const rows = await listInquiriesOf(db, invitationId);
  return { all: rows.length, answered: rows.filter((row) => row.answer !== null).length };
}
