import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submitAnonymously } from "#app/domain/links/submit-anonymously.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openLinkOf, openRoundByLink } from "./by-link.ts";

const PEOPLE = 12;
let database: TestDatabase;
let checking: CheckingPool;

beforeAll(async () => {
  database = await createDatabase();
  checking = createCheckingPool({ threads: 1 });
});
afterAll(async () => {
  await checking?.close();
  await database?.dispose();
});

/** The code that a person makes up from their own life: the same before and after the training. */
const codeOf = (person: number) => ({
  code_1: "ABCDEFGHIJKL"[person],
  code_2: "MNOPQRSTUVWY"[person],
  code_3: "A",
  code_4: String(person % 10),
  code_5: "X",
  code_6: "Z",
});

/** The feedback on a training, answered by everybody at one of its times, through one open link. */
async function answerAll(phase: "vor" | "nach") {
  const { db } = database;
  const file = new URL("../../../../surveys/definitions/fortbildung/1.json", import.meta.url);
  const definition: JsonObject = JSON.parse(await readFile(file, "utf8"));
  const round = await openRoundByLink(db, { privacy: "anonymous", definition });
  const link = await openLinkOf(db, round, PEOPLE);
  for (let person = 0; person < PEOPLE; person++) {
    const answers = { phase, ...codeOf(phase === "vor" ? person : PEOPLE - 1 - person) };
    const sent = { submissionId: randomUUID(), answers };
    await submitAnonymously({ db, checking }, { kind: "open", row: link }, sent, "de");
  }
  await closeRound(db, { ...round, now: new Date() });
  const { releaseId } = await makeRelease(db, { ...round, now: new Date() });
  return { ...round, releaseId };
}

test("before and after a training are joined by the code that people made up, and by nothing else", async () => {
  const before = await answerAll("vor");
  const after = await answerAll("nach");
  const { rows: joined } = await sql<{ pairs: number }>`
    with coded as (
      select round_id, response_id, string_agg(item || '=' || code, ' ' order by item) as made_up from cell
      where item like 'code\\_%' and round_id in (${before.roundId}, ${after.roundId}) group by 1, 2
    )
    select count(*) as pairs from coded a join coded b using (made_up)
    where a.round_id = ${before.roundId} and b.round_id = ${after.roundId}`.execute(database.owner);
  expect(joined[0]?.pairs).toBe(PEOPLE);

  // Neither an id, nor a link, nor an invitation stands in both.
  const idsOf = async (roundId: string) => {
    const { rows } = await sql<{ id: string }>`
      select response_id::text as id from response where round_id = ${roundId}
      union select submission_id::text from submission where round_id = ${roundId}
      union select receipt from submission where round_id = ${roundId}
      union select link_id::text from open_link where round_id = ${roundId}
      union select invitation_id::text from invitation where round_id = ${roundId}`.execute(database.owner);
    return new Set(rows.map(({ id }) => id));
  };
  const [first, second] = [await idsOf(before.roundId), await idsOf(after.roundId)];
  expect(first.size).toBe(3 * PEOPLE + 1);
  expect([...first].filter((id) => second.has(id))).toEqual([]);

  // The code itself never leaves the house.
  for (const { releaseId } of [before, after]) {
    const items = database.report.selectFrom("release_item").select("item").where("release_id", "=", releaseId);
    const released = (await items.execute()).map(({ item }) => item);
    expect(released).toContain("phase");
    expect(released.filter((item) => item.startsWith("code_"))).toEqual([]);
  }
});
