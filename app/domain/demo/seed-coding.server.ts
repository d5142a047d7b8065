import type { Db, Tx } from "#db/client.server.ts";
import { findDemoAccount, getAccount, insertAccount, insertMembership } from "#db/queries/accounts.server.ts";
import { listCodingRounds } from "#db/queries/coding-tree.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";
import { addCode, approveName } from "../coding/change-tree.server.ts";
import { beginCoding, chooseCodes, finishCoding, readCodingDesk } from "../coding/code-texts.server.ts";
import { proposeQuote } from "../coding/quotes.server.ts";
import type { Viewer } from "../viewer.ts";

/** Of the closed round: "Was hat Ihr Projekt übernommen?" */
const ITEM = "zi_uebernahme_text";

/** Codes with the words by which the two people of the sample give them. */
const CODES = [
  { name: "Vorlagen und Leitfäden", of: null, words: ["Leitfaden", "Vorlage", "Muster", "Checkliste"] },
  { name: "Dokumentation", of: "Vorlagen und Leitfäden", words: ["Dokumentation"] },
  { name: "Zusammenarbeit im Team", of: null, words: ["Fallberatung", "Team"] },
  { name: "Methoden der Beratung", of: null, words: ["Eltern", "Schule", "Biografie"] },
] as const;

/**
 * A text item of the closed round that two people code: the second has finished, the demo's analyst is half way, so that
 * the other half, the comparison and the settling can be tried. One name and one quote wait for a second person.
 */
export async function seedCoding(tx: Tx, today: Date): Promise<void> {
  const firstId = await findDemoAccount(tx, "analyst");
  const closed = (await listCodingRounds(tx, 1)).find((round) => round.state === "closed");
  if (!firstId || !closed) return;
  const [first, second] = [await analystOf(tx, firstId), await addSecond(tx)];
  const key = { roundId: closed.round_id, item: ITEM };
  const by = (viewer: Viewer) => ({ viewer, key, now: today });
  const ids = new Map<string, string>();
  for (const { name, of } of CODES) {
    const namedBy = name === "Methoden der Beratung" ? second : first;
    const texts = { name, description: "", example: "", parentId: of && (ids.get(of) ?? null) };
    const codeId = await addCode(tx, { viewer: namedBy, key }, texts);
    ids.set(name, codeId);
    if (namedBy === first) await approveName(tx, { viewer: second, key }, { codeId, now: today });
  }
  const codesFor = (text: string, most: number) =>
    CODES.filter(({ words }) => words.some((word) => text.includes(word)))
      .slice(0, most)
      .flatMap(({ name }) => ids.get(name) ?? []);
  const choose = async (viewer: Viewer, share: number, mostOf: (number: number) => number) => {
    await beginCoding(tx, by(viewer));
    const { total } = await readCodingDesk(tx, by(viewer), 1);
    let last = { id: "", text: "" };
    for (let number = 1; number <= Math.floor(total * share); number++) {
      const { text } = await readCodingDesk(tx, by(viewer), number);
      if (!text) continue;
      last = text;
      const codes = codesFor(text.text, mostOf(number));
      // A moment apart, so that the last decision is the one to be taken back.
      const now = new Date(today.getTime() - (total - number) * 1000);
      const kind = codes.length > 0 ? "codes" : "none";
      await chooseCodes(tx, { ...by(viewer), now }, { textId: text.id, kind, codes });
    }
    return last;
  };
  const quoted = await choose(second, 1, () => CODES.length);
  await finishCoding(tx, by(second));
  await proposeQuote(tx, by(second), { quoteId: sampleUuid("quote-1"), textId: quoted.id, text: quoted.text });
  await choose(first, 0.5, (number) => (number % 3 === 0 ? 1 : CODES.length));
}

async function analystOf(db: Db | Tx, accountId: string): Promise<Viewer> {
  const { name, locale } = await getAccount(db, accountId);
  return { accountId, name, locale, parts: [{ role: "analyst", projectId: null }] };
}

/** Two people code; the sample network has one who may. */
async function addSecond(tx: Tx): Promise<Viewer> {
  const accountId = sampleUuid("second-analyst");
  const account = { address: "zoe.zweitblick-beispiel@analyse.example", name: "Zoe Zweitblick-Beispiel" };
  await insertAccount(tx, { accountId, ...account, locale: "de" });
  await insertMembership(tx, { accountId, role: "analyst", projectId: null });
  return analystOf(tx, accountId);
}
