import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guestOf } from "#app/domain/links/guest-link.server.ts";
import { addPeople } from "#app/domain/links/people.server.ts";
import { submitAnonymously } from "#app/domain/links/submit-anonymously.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { randomFor, shuffle } from "#db/seed/random.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { openRoundByLink } from "../app/domain/links/by-link.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { openPost, SECRET, type TestPost } from "../support/post.ts";
import { correlate, countMatches, type Feature, readFeatures, readTraces } from "./attacker.ts";

/**
 * Who took part, and when, is known to the attacker in full: the order in which tokens were used. They may read every
 * table as its owner. They must not be able to say whose answers are whose.
 */
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const SUBMISSIONS = 200;
const MOST_MATCHES = 5;
const HIGHEST_RHO = 0.06;
/** Random ids give more than five matches once in 1,700 tries: chance does not do it twice in the same column, a leak does. */
const TRIES = 2;

const DEFINITION: JsonObject = {
  title: { default: "Nummern", en: "Numbers" },
  elements: [{ type: "text", inputType: "number", name: "nummer", title: { default: "Nummer", en: "Number" } }],
};

let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  checking = createCheckingPool({ threads: 1 });
});
afterAll(async () => {
  await checking?.close();
  await post?.close();
  await database?.dispose();
});

test(`of ${SEEDS.length} × ${SUBMISSIONS} anonymous submissions nobody can be told by their answers`, {
  timeout: 600_000,
}, async () => {
  const byFeature = new Map<string, number[]>();
  let mostMatches = 0;
  let repeated = 0;
  for (const seed of SEEDS) {
    const suspects = new Set<string>();
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const features = await runRound(seed);
      const found = features.map((feature) => ({
        name: feature.name,
        matches: countMatches(feature),
        rho: correlate(feature),
      }));
      if (attempt === 1) {
        for (const { name, rho } of found) byFeature.set(name, [...(byFeature.get(name) ?? []), rho]);
        mostMatches = Math.max(mostMatches, ...found.map(({ matches }) => matches));
      }
      const over = found.filter(({ matches }) => matches > MOST_MATCHES).map(({ name }) => name);
      if (over.length === 0) break;
      repeated++;
      expect(
        over.filter((name) => suspects.has(name)),
        `seed ${seed}`,
      ).toEqual([]);
      for (const name of over) suspects.add(name);
    }
  }
  const means = [...byFeature].map(([name, rhos]) => ({
    name,
    mean: rhos.reduce((sum, rho) => sum + rho, 0) / rhos.length,
  }));
  const worst = means.toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean))[0];
  expect(means.length).toBeGreaterThan(30);
  console.log(
    `linkage: ${SEEDS.length} seeds × ${SUBMISSIONS} submissions, ${means.length} columns: ` +
      `highest |mean ρ| ${Math.abs(worst?.mean ?? 1).toFixed(3)} (${worst?.name}), ` +
      `most matched pairs in one seed ${mostMatches} of ${SUBMISSIONS}, rounds repeated ${repeated}`,
  );
  expect(means.filter(({ mean }) => Math.abs(mean) >= HIGHEST_RHO)).toEqual([]);
});

/** One round from the invitations to closing; gives back what each column says of the order in which people took part. */
async function runRound(seed: number): Promise<Feature[]> {
  const { db, owner } = database;
  const round = await openRoundByLink(db, { privacy: "anonymous", definition: DEFINITION });
  const text = Array.from({ length: SUBMISSIONS }, (_, i) => `person${i}@example.org`).join("\n");
  await addPeople({ db, jobs: post.jobs, secret: SECRET }, { ...round, text, now: new Date() });
  const rows = await db
    .selectFrom("invitation")
    .select(["invitation_id", "token_hash", "address"])
    .where("round_id", "=", round.roundId)
    .orderBy("address")
    .execute();
  // Who takes part when, and what each answers, is drawn anew for each seed.
  const order = shuffle(randomFor(seed, "order"), rows);
  const numbers = shuffle(
    randomFor(seed, "numbers"),
    rows.map((_, i) => i),
  );
  const before = await readTraces(owner);
  for (const [i, { invitation_id: id }] of order.entries()) {
    const row = await getInvitation(db, guestOf(id, "de"), id, "response.submit");
    const answers = { submissionId: randomUUID(), answers: { nummer: numbers[i] } };
    await submitAnonymously({ db, checking }, { kind: "invitation", row }, answers, "de");
  }
  // Neither a sequence, nor a job, nor a mail, nor an audit row tells that something came.
  expect(await readTraces(owner)).toEqual(before);
  const used = { tokens: order.map((one) => (one.token_hash as Buffer).toString("hex")), numbers };
  if (seed === SEEDS[0]) await expectAttackWorks(round.roundId, used);
  await closeRound(db, { ...round, now: new Date() });
  const { rows: left } = await sql<{ bytes: number }>`select pg_relation_size('inbox') as bytes`.execute(owner);
  expect(left[0]?.bytes).toBe(0);
  return readFeatures(owner, round.roundId, used);
}

/** Before closing the operator could link, and the pages say so: the same attack on the inbox finds everybody. */
async function expectAttackWorks(roundId: string, used: { tokens: string[]; numbers: number[] }): Promise<void> {
  const features = await readFeatures(database.owner, roundId, used, ["inbox"]);
  const ctid = features.find(({ name }) => name === "inbox.ctid") as Feature;
  expect([countMatches(ctid), correlate(ctid)]).toEqual([SUBMISSIONS, 1]);
}
