import { randomUUID } from "node:crypto";
import { addCode, approveName } from "#app/domain/coding/change-tree.server.ts";
import { beginCoding, chooseCodes, finishCoding, readCodingDesk } from "#app/domain/coding/code-texts.server.ts";
import { decideOnQuote, proposeQuote } from "#app/domain/coding/quotes.server.ts";
import { readTree } from "#app/domain/coding/read-tree.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/client.server.ts";
import { insertAnalyst } from "./coding-round.ts";
import type { SamplePage } from "./pages.ts";
import { viewerOf } from "./people.ts";

/** Text items of the sample's closed round: one is half coded in the sample, the other is coded here by two who differ. */
const CODING = "zi_uebernahme_text";
const COMPARED = "zi_aendern";

/** The desk for free text in each of its states, as an analyst sees it. */
export async function codingPages(db: Db, analystId: string): Promise<SamplePage[]> {
  const { round_id: roundId } = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "closed")
    .executeTakeFirstOrThrow();
  const { round_id: released } = await db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select("round_id")
    .where("state", "=", "released")
    .where("questionnaire.name", "=", "netzwerkziele")
    .executeTakeFirstOrThrow();
  const me = await viewerOf(db, analystId);
  const other = await insertAnalyst(db, "Zweite Analyse");
  const codeId = (await readTree(db, me, { roundId, item: CODING })).tree[0]?.id;
  const textId = await codeByTwo(db, { roundId, item: COMPARED }, me, other);
  return [
    paths.codingRounds(),
    paths.codingRound(roundId),
    paths.codingRound(released),
    paths.codeTree(roundId, CODING),
    paths.codeTree(roundId, CODING, { code: codeId }),
    paths.codeTree(released, COMPARED),
    paths.codingDesk(roundId, CODING),
    paths.codingDesk(roundId, CODING, { nr: "1" }),
    paths.codingDesk(roundId, COMPARED),
    paths.codingDesk(released, COMPARED),
    paths.codingAgreement(roundId, CODING),
    paths.codingAgreement(roundId, COMPARED),
    paths.settling(roundId, CODING),
    paths.settling(roundId, COMPARED),
    paths.quotes(roundId, CODING),
    paths.quotes(roundId, COMPARED),
    paths.quotes(roundId, COMPARED, { text: textId }),
  ].map((path): SamplePage => ({ group: "coding", role: "analyst", path }));
}

type Key = { roundId: string; item: string };

async function addCodes(db: Db, viewer: Viewer, key: Key, names: [string, string]): Promise<[string, string]> {
  const texts = { description: "Alles, was dazu gesagt wird.", example: "Wir brauchen mehr davon." };
  const first = await addCode(db, { viewer, key }, { ...texts, name: names[0], parentId: null });
  const second = await addCode(db, { viewer, key }, { ...texts, name: names[1], parentId: first });
  return [first, second];
}

async function codeByTwo(db: Db, key: Key, me: Viewer, other: Viewer): Promise<string> {
  const now = new Date();
  const [first, second] = await addCodes(db, me, key, ["Austausch", "Treffen in der Region"]);
  await approveName(db, { viewer: other, key }, { codeId: first, now });
  let textId = "";
  for (const viewer of [me, other]) {
    const asking = { viewer, key, now };
    await beginCoding(db, asking);
    const { total } = await readCodingDesk(db, asking, 1);
    for (let number = 1; number <= total; number++) {
      const { text } = await readCodingDesk(db, asking, number);
      textId = text?.id ?? "";
      const codes = number % 3 === 0 ? [second] : [first];
      await chooseCodes(db, asking, { textId, kind: "codes", codes });
    }
    await finishCoding(db, asking);
  }
  const quoteOf = async (viewer: Viewer, text: string) => {
    const quoteId = randomUUID();
    await proposeQuote(db, { viewer, key, now }, { quoteId, textId, text });
    return quoteId;
  };
  await quoteOf(other, "Mehr Treffen […] vor Ort.");
  const refused = await quoteOf(me, "Weniger Mails.");
  const reason = "Daran ist ein Projekt zu erkennen.";
  await decideOnQuote(db, { viewer: other, key, now }, { quoteId: refused, decision: "refused", reason });
  return textId;
}
