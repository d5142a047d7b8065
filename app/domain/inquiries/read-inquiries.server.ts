import type { Db } from "#db/client.server.ts";
import { listInquiriesOfRound } from "#db/queries/inquiries.server.ts";
import { findInquiryRound } from "#db/queries/letters.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { ANSWER_SIGNS, LISTED } from "./limits.ts";
import { type Place, placeOf } from "./place.ts";

/** What was asked about a round, as the coordination reads it. */
export type DeskInquiry = {
  inquiryId: string;
  text: string;
  place: Place | null;
  askedAt: Date;
  /** the project or the guest; null where nobody was named, or has no name */
  from: string | null;
  /** who asked for the project */
  askedBy: string | null;
  /** it was asked without saying who asks */
  unnamed: boolean;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  closedAt: Date | null;
};

/** `signs`: how long an answer may be; `capped`: there may be more than these. */
export type DeskInquiries = { all: DeskInquiry[]; signs: number; capped: boolean };

/** What was asked about a round: what is open first, the oldest of it first. At most `LISTED`. */
export async function readInquiries(db: Db, roundId: string): Promise<DeskInquiries> {
  const rows = await listInquiriesOfRound(db, roundId, LISTED);
  const about = { signs: ANSWER_SIGNS, capped: rows.length === LISTED };
  if (rows.length === 0) return { all: [], ...about };
  const { definition } = await getInstrument(db, { ...(await findInquiryRound(db, roundId)), roster: [] });
  const all = rows.map((row) => ({
    inquiryId: row.inquiry_id,
    text: row.text ?? "",
    place: placeOf(definition, row.question),
    askedAt: row.asked_at,
    from: row.project ?? row.guest,
    askedBy: row.author,
    unnamed: row.invitation_id === null,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
  }));
  return { all, ...about };
}
