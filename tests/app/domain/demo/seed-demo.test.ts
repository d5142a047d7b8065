import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCodingOverview } from "#app/domain/coding/read-overview.server.ts";
import { type SampleSettings, seedDemo } from "#app/domain/demo/seed-demo.server.ts";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { remindDue } from "#app/domain/mail/keep-mailing.server.ts";
import { queueInvitations, queueResults } from "#app/domain/mail/round-mails.server.ts";
import { readRequests } from "#app/domain/members/requests.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { viewerOf } from "../../../support/people.ts";

const ORIGIN = "https://praxisspiegel.example";
const POST = { origin: ORIGIN, from: "noreply@praxisspiegel.example", secret: "s" };
/** A queue that nobody works off: what these functions put into it can be counted by the rows. */
const jobs = { insert: async () => [] };

let database: TestDatabase;
let dataDir: string;
const now = new Date();

beforeAll(async () => {
  database = await createDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), "praxisspiegel-sample-"));
  const post: SampleSettings["post"] = { ...POST, dataDir };
  expect(await seedDemo(database.db, now, { post })).toBe(true);
}, 120_000);
afterAll(async () => {
  await database?.dispose();
  await rm(dataDir, { recursive: true, force: true });
});

const listRounds = () =>
  database.db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(["round.round_id", "round.state", "round.wave", "round.privacy", "round.opens_at", "round.closes_at"])
    .select(["round.series_id", "questionnaire.name"])
    .select(({ selectFrom, fn }) => [
      selectFrom("response")
        .select(fn.countAll<number>().as("n"))
        .whereRef("response.round_id", "=", "round.round_id")
        .where("state", "<>", "draft")
        .as("submitted"),
      selectFrom("response")
        .select(fn.countAll<number>().as("n"))
        .whereRef("response.round_id", "=", "round.round_id")
        .where("state", "=", "draft")
        .as("begun"),
    ])
    .orderBy("closes_at")
    .execute();

const mails = (kind?: "invitation" | "reminder" | "receipt" | "results") =>
  database.db
    .selectFrom("mail")
    .selectAll()
    .where((eb) => (kind ? eb("kind", "=", kind) : eb.lit(true)))
    .execute();

describe("a first start", () => {
  it("that is broken off leaves nothing behind; the next one begins anew", async () => {
    const empty = await createDatabase();
    const folder = await mkdtemp(path.join(tmpdir(), "praxisspiegel-sample-"));
    const post: SampleSettings["post"] = { ...POST, dataDir: folder };
    let rounds = 0;
    const tell = () => {
      rounds += 1;
      if (rounds === 12) throw new Error("stopped");
    };
    await expect(seedDemo(empty.db, now, { tell, post })).rejects.toThrow("stopped");
    const left = ["project", "version", "round", "audit", "mail"] as const;
    for (const table of left) expect(await empty.db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    expect(await seedDemo(empty.db, now, { post })).toBe(true);
    await empty.dispose();
    await rm(folder, { recursive: true, force: true });
  }, 300_000);
});

describe("the sample year", () => {
  it("is loaded once", async () => {
    expect(await seedDemo(database.db, now)).toBe(false);
  });

  it("has a round of each of the seven questionnaires within twelve months, in every state that a visitor may meet", async () => {
    const rounds = await listRounds();
    const year = new Date(now.getTime() - 365 * 86_400_000);
    const recent = rounds.filter((round) => round.closes_at > year);
    expect([...new Set(recent.map((round) => round.name))].sort()).toEqual([
      "ansaetze",
      "bedarfe",
      "fortbildung",
      "netzwerk",
      "netzwerkziele",
      "puls",
      "schnittstellen",
    ]);
    const states = Map.groupBy(rounds, (round) => round.state);
    expect(states.get("open")?.map(({ name }) => name)).toEqual(["fortbildung", "bedarfe"]);
    expect(states.get("closed")?.map(({ name }) => name)).toEqual(["netzwerkziele"]);
    expect(states.get("draft")?.map(({ name }) => name)).toEqual(["puls"]);
    expect(states.get("released")).toHaveLength(13);
    expect(new Set(rounds.map((round) => `${round.series_id} ${round.wave}`)).size).toBe(rounds.length);
    for (const { state, closes_at, opens_at } of rounds) {
      expect(closes_at > now).toBe(state === "open" || state === "draft");
      expect(opens_at > now).toBe(state === "draft");
    }
  });

  it("has returns as the recipe wants them, none after its time", async () => {
    let late = 0;
    for (const round of await listRounds()) {
      if (round.privacy === "anonymous" || round.state === "draft") continue;
      if (round.state === "open") expect(round.submitted).toBe(40);
      else expect(round.submitted).toBeGreaterThan(55);
      expect(round.begun).toBeGreaterThan(3);
      const { rows } = await sql<{ early: number; late: number; wrong: number }>`
        select count(*) filter (where submitted_at < opens_at + interval '7 days') as early,
          count(*) filter (where submitted_at > closes_at - interval '3 days') as late,
          count(*) filter (where not (opens_at < started_at and started_at <= changed_at
            and changed_at < least(closes_at, ${now}))) as wrong
        from response join round using (round_id) where round_id = ${round.round_id}`.execute(database.db);
      expect(rows[0]?.wrong).toBe(0);
      expect(rows[0]?.early).toBeGreaterThan(8);
      late += rows[0]?.late ?? 0;
    }
    expect(late).toBeGreaterThan(80);
    const { rows } = await sql<{ state: string; submitted: number }>`
      select round.state, (select count(*) from response where response.round_id = round.round_id)
        + count_inbox(round_id) as submitted
      from round where privacy = 'anonymous' order by closes_at`.execute(database.db);
    expect(rows.map(({ submitted }) => submitted)).toEqual([36, 33, 13]);
  });

  it("asks the members alone for the directory, and everybody for the rest", async () => {
    const rounds = await listRounds();
    const { rows } = await sql<{ round_id: string; invited: number; strangers: number }>`
      select round_id, count(*) as invited, count(*) filter (where attributes -> 'status' ->> 0 = 'interessiert') as strangers
      from invitation group by round_id`.execute(database.db);
    for (const { round_id, invited, strangers } of rows) {
      const isDirectory = rounds.find((round) => round.round_id === round_id)?.name === "ansaetze";
      expect([invited, strangers]).toEqual(isDirectory ? [100, 0] : [120, expect.any(Number)]);
    }
  });

  it("has one response per invitation, and invitations in every state of the desk", async () => {
    const { rows } = await sql<Record<string, number>>`
      select count(*) as invited, count(first_opened_at) as opened, count(declined_at) as declined,
        count(decline_reason) as reasoned, count(bounced_at) as bounced, count(response_id) as begun,
        count(*) filter (where declined_at is not null and response_id is not null) as both
      from invitation join round using (round_id) left join response using (round_id, invitation_id)
      where round.state = 'open' and round.privacy <> 'anonymous'`.execute(database.db);
    const [desk] = rows as [Record<string, number>];
    expect(desk).toMatchObject({ invited: 120, declined: 3, bounced: 2, both: 0 });
    expect(desk.opened).toBeGreaterThan(desk.begun ?? 0);
    expect(desk.opened).toBeLessThan(110);
    const { rows: reasons } = await sql<{ n: number }>`
      select count(*) as n from invitation where decline_reason is not null`.execute(database.db);
    expect(reasons[0]?.n).toBeGreaterThan(10);
  });

  it("has responses that were corrected, and some that are open again, with what counts until then", async () => {
    const { rows } = await sql<{ state: string; versions: number; kinds: string[]; cells: number }>`
      select response.state, (select count(*) from submission s where s.response_id = response.response_id) as versions,
        array(select kind from response_event e where e.response_id = response.response_id) as kinds,
        (select count(*) from cell c where c.response_id = response.response_id) as cells
      from response where exists (select from response_event e where e.response_id = response.response_id)
      order by 1, 2, 3`.execute(database.db);
    expect(rows.map(({ state, versions, kinds }) => [state, versions, kinds])).toEqual([
      ["reopened", 1, ["reopened"]],
      ["reopened", 1, ["taken-back"]],
      ["submitted", 2, ["taken-back"]],
      ["submitted", 2, ["taken-back"]],
    ]);
    expect(rows.every(({ cells }) => cells > 20)).toBe(true);
    const { rows: versions } = await sql<{ checksums: number }>`
      select count(distinct checksum) as checksums from submission group by response_id having count(*) > 1`.execute(
      database.db,
    );
    expect(versions.map(({ checksums }) => checksums)).toEqual([2, 2]);
  });

  it("gives the demo's lead and member an open sheet, answered ones and a missed one", async () => {
    const lead = (await findDemoAccount(database.db, "lead")) as string;
    expect(await findDemoAccount(database.db, "member")).toBeDefined();
    const { rows } = await sql<{ state: string; response: string | null; declined: boolean }>`
      select round.state, response.state as response, declined_at is not null as declined
      from invitation join membership using (project_id) join round using (round_id)
        left join response using (round_id, invitation_id)
      where account_id = ${lead}`.execute(database.db);
    const open = rows.filter(({ state }) => state === "open");
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ declined: false });
    expect(open[0]?.response).not.toBe("submitted");
    const past = rows.filter(({ state }) => state !== "open").map(({ response }) => response);
    expect(past).toContain("submitted");
    expect(past).toContain(null);
  });

  it("has two people in the coordination; what the one proposed waits for the other, and a project for both", async () => {
    const people = [
      await findDemoAccount(database.db, "coordination"),
      await findDemoAccount(database.db, "coordination", 1),
    ];
    expect(new Set(people).size).toBe(2);
    const [draft, ...more] = await database.db.selectFrom("version_draft").select(["state", "proposed_by"]).execute();
    expect([draft?.state, more]).toEqual(["proposed", []]);
    expect(draft?.proposed_by).toBe(people[0]);
    const { open } = await readRequests(database.db);
    expect(open.map(({ changes }) => changes)).toEqual([[{ attribute: "vzae", before: ["2_u5"], after: ["5_u10"] }]]);
  });
});

describe("what was asked in the sample year", () => {
  it("is open, answered or settled, about the open round, and begins after its opening", async () => {
    const asked = await database.db
      .selectFrom("inquiry")
      .innerJoin("round", "round.round_id", "inquiry.round_id")
      .select(["asked_at", "opens_at", "state", "answer", "inquiry.closed_at", "author_id"])
      .execute();
    for (const one of asked) {
      expect(one.state).toBe("open");
      expect(one.asked_at > one.opens_at && one.asked_at < (one.closed_at ?? now)).toBe(true);
    }
    const kinds = asked.map((one) => (one.answer ? "answered" : one.closed_at ? "settled" : "open"));
    expect(kinds.sort()).toEqual(["answered", "open", "open", "settled"]);
    const lead = await findDemoAccount(database.db, "lead");
    expect(asked.filter((one) => one.author_id === lead)).toHaveLength(2);
  });
});

describe("the mails of the sample year", () => {
  it("are what the app itself would have sent: it sends nothing again", async () => {
    const { tx, rollback } = await startTransaction(database.db);
    for (const { round_id: roundId, state, privacy } of await listRounds()) {
      if (privacy === "anonymous" || state === "draft") continue;
      expect(await queueInvitations(tx, jobs, roundId)).toBe(0);
    }
    for (const { release_id: releaseId } of await tx.selectFrom("release").select("release_id").execute())
      expect(await queueResults(tx, jobs, releaseId)).toBe(0);
    expect(await remindDue(tx, jobs, now)).toBe(0);
    await rollback();
  });

  it("have keys of their own and have all gone but the two that came back", async () => {
    const all = await mails();
    expect(new Set(all.map((mail) => mail.mail_key)).size).toBe(all.length);
    expect(all.filter(({ state }) => state === "bounced").map(({ kind }) => kind)).toEqual([
      "invitation",
      "invitation",
    ]);
    expect(all.filter(({ state }) => state !== "sent" && state !== "bounced")).toEqual([]);
    for (const { queued_at, sent_at } of all)
      expect(queued_at <= (sent_at as Date) && (sent_at as Date) <= now).toBe(true);
    const receipts = await mails("receipt");
    const submissions = await database.db
      .selectFrom("submission")
      .innerJoin("round", "round.round_id", "submission.round_id")
      .select("receipt")
      .where("privacy", "<>", "anonymous")
      .execute();
    expect(receipts.map((mail) => mail.subject_ids.receipt).sort()).toEqual(
      submissions.map(({ receipt }) => receipt).sort(),
    );
  });

  it("remind nobody twice a week, nor anybody who has answered or declined", async () => {
    const reminders = Map.groupBy(await mails("reminder"), (mail) => mail.account_id);
    expect(reminders.size).toBeGreaterThan(100);
    for (const [, ofOne] of reminders) {
      const times = ofOne.map((mail) => (mail.sent_at as Date).getTime()).sort((a, b) => a - b);
      for (const [i, time] of times.entries())
        expect(time - (times[i - 1] ?? 0)).toBeGreaterThan(7 * 86_400_000 - 600_000);
    }
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from mail join invitation using (round_id, invitation_id)
        left join response using (round_id, invitation_id)
      where mail.kind = 'reminder' and (submitted_at < sent_at - interval '10 minutes' or declined_at < sent_at - interval '10 minutes')`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(0);
  });

  it("lie in the folder as far as the demo's people are concerned, with their dates", async () => {
    const files = (await readdir(path.join(dataDir, "mail"))).filter((name) => name.endsWith(".json"));
    expect(files.length).toBeGreaterThan(30);
    expect(files.length).toBeLessThanOrEqual(70);
    const filed = await listFiledMails(dataDir);
    const lead = (await findDemoAccount(database.db, "lead")) as string;
    const { address } = await database.db
      .selectFrom("account")
      .select("address")
      .where("account_id", "=", lead)
      .executeTakeFirstOrThrow();
    const subjects = new Set(filed.filter(({ to }) => to === address).map(({ subject }) => subject));
    expect(subjects.size).toBe(5);
    for (const { at, text } of filed) {
      expect(new Date(at) <= now).toBe(true);
      expect(text).toContain(ORIGIN);
    }
  });
});

describe("changes of the sample year", () => {
  it("touch no round that was opened before them", async () => {
    const { rows } = await sql<{ project_id: string; attribute: string; valid_from: string; codes: string[] }>`
      select distinct project_id, attribute, valid_from from project_attribute
      where valid_from > (select min(valid_from) from project_attribute)`.execute(database.db);
    expect(new Set(rows.map(({ project_id }) => project_id)).size).toBe(3);
    for (const { project_id, attribute, valid_from } of rows) {
      const { rows: copies } = await sql<{ later: boolean; codes: string }>`
        select (round.opened_at at time zone 'Europe/Berlin')::date >= ${valid_from}::date as later,
          (attributes -> ${attribute}::text)::text as codes
        from invitation join round using (round_id) where project_id = ${project_id}`.execute(database.db);
      const of = (after: boolean) => new Set(copies.filter(({ later }) => later === after).map(({ codes }) => codes));
      expect(of(false).size).toBe(1);
      expect(of(true).size).toBe(1);
      expect(of(true)).not.toEqual(of(false));
    }
  });
});

describe("the desk for free text", () => {
  it("has a question that one person has coded and the demo's analyst is half way through", async () => {
    const viewer = await viewerOf(database.db, (await findDemoAccount(database.db, "analyst")) as string);
    const closed = (await listRounds()).find((round) => round.state === "closed");
    const { items } = await readCodingOverview(database.db, viewer, closed?.round_id ?? "");
    const begun = items.filter(({ coders }) => coders.length > 0);
    expect(begun).toMatchObject([{ agreement: null, codes: 4, unapproved: 1, quotes: { waiting: 1, approved: 0 } }]);
    const { texts = 0, coders = [] } = begun[0] ?? {};
    expect(texts).toBeGreaterThan(5);
    const mine = coders.find((one) => one.me);
    expect(mine).toMatchObject({ decided: Math.floor(texts / 2), finished: false });
    expect(coders.find((one) => !one.me)).toMatchObject({ decided: texts, finished: true });
  });
});
