import type { Tx } from "#db/client.server.ts";
import type { InquiryRow } from "#db/queries/inquiries.server.ts";
import { findInquiryRound } from "#db/queries/letters.server.ts";
import { textIn } from "../../../format.ts";
import type { Locale } from "../../../locales/index.ts";
import { placeOf } from "../../inquiries/place.ts";
import { getInstrument } from "../../responses/instrument.server.ts";

/** What both letters about an inquiry say: the round, the question it is about, and what was asked. */
export async function inquiryValues(tx: Tx, asked: InquiryRow, locale: Locale) {
  const round = await findInquiryRound(tx, asked.round_id);
  const { definition } = await getInstrument(tx, { ...round, roster: [] });
  const place = placeOf(definition, asked.question);
  return {
    erhebung: `${textIn(round.title, locale)} ${round.wave}`,
    frage: place ? textIn(place.title, locale) : "",
    anfrage: asked.text ?? "",
  };
}
