import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as queries from "#db/queries/coding-quotes.server.ts";
import { findText } from "#db/queries/coding-texts.server.ts";
import { type ItemKey, lockItem } from "#db/queries/coding-tree.server.ts";
import { type Fault, Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import { noteLook } from "./code-texts.server.ts";
import { QUOTE_SIGNS, QUOTES_PER_ITEM, REASON_SIGNS } from "./limits.ts";
import { assertCodes, openForChange, openItem, type Place, placeOf } from "./open-item.server.ts";

type Asking = { viewer: Viewer; key: ItemKey; now: Date };

export type Quote = {
  id: string;
  text: string;
  proposer: string;
  /** proposed by whoever looks: somebody else decides */
  mine: boolean;
  proposedAt: Date;
  decision: "approved" | "refused" | null;
  decider: string | null;
  decidedAt: Date | null;
  reason: string;
  /** the whole text, beside a quote that waits for this person */
  source: string | null;
};

export type QuotesPage = {
  place: Place;
  quotes: Quote[];
  /** the text out of which a quote is to be made */
  proposing: { textId: string; text: string } | null;
};

/**
 * The quotes of an item; with `textId` also the text to quote from. Whole texts are shown where a quote waits for this
 * person, and each such look is noted. Throws not-found.
 */
export async function readQuotes(db: Db, { viewer, key, now }: Asking, textId: string | null): Promise<QuotesPage> {
  assertCodes(viewer);
  const item = await openItem(db, key);
  const read = async (id: string) => {
    const text = await findText(db, key, id);
    if (text !== undefined) await noteLook(db, viewer, key, id, now);
    return text;
  };
  const proposed = textId === null ? undefined : await read(textId);
  if (textId !== null && proposed === undefined) throw new Problem("not-found");
  const quotes: Quote[] = [];
  for (const row of await queries.listQuotes(db, key)) {
    const mine = row.proposed_by === viewer.accountId;
    quotes.push({
      id: row.quote_id,
      text: row.text,
      proposer: row.proposer ?? "",
      mine,
      proposedAt: row.proposed_at,
      decision: row.decision,
      decider: row.decider,
      decidedAt: row.decided_at,
      reason: row.reason,
      source: row.decision === null && !mine ? ((await read(row.text_id)) ?? null) : null,
    });
  }
  return {
    place: placeOf(item),
    quotes,
    proposing: textId !== null && proposed !== undefined ? { textId, text: proposed } : null,
  };
}

/**
 * Proposes a quote: a passage, shortened and cleared of names. `quoteId` is made by the form, so that sending twice
 * proposes once. Throws not-found, already-released, and invalid-coding with the faults.
 */
export async function proposeQuote(
  db: Db,
  { viewer, key, now }: Asking,
  { quoteId, textId, text: typed }: { quoteId: string; textId: string; text: string },
): Promise<void> {
  assertCodes(viewer);
  return transact(db, async (tx) => {
    await openForChange(tx, key);
    await lockItem(tx, key);
    if ((await findText(tx, key, textId)) === undefined) throw new Problem("not-found");
    const text = tidy(typed);
    const quotes = await queries.listQuotes(tx, key);
    if (quotes.some((one) => one.quote_id === quoteId)) return;
    const faults: Fault[] = [];
    if (text === "") faults.push({ code: "quote-missing", path: "/text" });
    if (text.length > QUOTE_SIGNS) faults.push({ code: "too-long", path: "/text", detail: { limit: QUOTE_SIGNS } });
    if (quotes.length >= QUOTES_PER_ITEM) {
      faults.push({ code: "too-many-quotes", path: "/text", detail: { limit: QUOTES_PER_ITEM } });
    }
    if (quotes.some((one) => one.text_id === textId && one.text === text)) {
      faults.push({ code: "quote-known", path: "/text" });
    }
    if (faults.length > 0) throw new Problem("invalid-coding", { faults });
    await queries.insertQuote(tx, key.roundId, { quoteId, textId, text, by: viewer.accountId, at: now });
    await note(tx, "coding.propose-quote", viewer, key, quoteId);
  });
}

/**
 * Approves or refuses a quote, once; a refusal needs a reason. The same decision again changes nothing. Throws not-found,
 * already-released, second-person for whoever proposed it, changed-since where it was decided otherwise, invalid-coding.
 */
export async function decideOnQuote(
  db: Db,
  { viewer, key, now }: Asking,
  { quoteId, decision, reason: typed }: { quoteId: string; decision: "approved" | "refused"; reason: string },
): Promise<void> {
  assertCodes(viewer);
  return transact(db, async (tx) => {
    await openForChange(tx, key);
    await lockItem(tx, key);
    const quote = (await queries.listQuotes(tx, key)).find((one) => one.quote_id === quoteId);
    if (!quote) throw new Problem("not-found");
    if (quote.proposed_by === viewer.accountId) throw new Problem("second-person");
    if (quote.decision === decision) return;
    if (quote.decision !== null) throw new Problem("changed-since");
    const reason = tidy(typed);
    const faults: Fault[] = [];
    if (decision === "refused" && reason === "") faults.push({ code: "reason-missing", path: "/reason" });
    if (reason.length > REASON_SIGNS) {
      faults.push({ code: "too-long", path: "/reason", detail: { limit: REASON_SIGNS } });
    }
    if (faults.length > 0) throw new Problem("invalid-coding", { faults });
    await queries.decideQuote(tx, quoteId, { decision, by: viewer.accountId, at: now, reason });
    await note(tx, decision === "approved" ? "coding.approve-quote" : "coding.refuse-quote", viewer, key, quoteId);
  });
}

const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();

type Writing = Parameters<typeof insertAudit>[0];

function note(tx: Writing, verb: string, viewer: Viewer, key: ItemKey, quoteId: string): Promise<void> {
  const detail = { roundId: key.roundId, item: key.item };
  return insertAudit(tx, { actorId: viewer.accountId, verb, object: "quote", objectId: quoteId, detail });
}
