import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guestOf } from "#app/domain/links/guest-link.server.ts";
import { readOpenLink } from "#app/domain/links/open-links.server.ts";
import { submitAnonymously, type Way } from "#app/domain/links/submit-anonymously.server.ts";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { readCover } from "#app/domain/responses/open-sheet.server.ts";
import { readSubmitted, reviewSheet } from "#app/domain/responses/read-sheet.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { submitResponse } from "#app/domain/responses/submit-response.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { outcomeOf, PROBE } from "../responses/sample-sheet.ts";
import { asGuest, invite, openLinkOf, openRoundByLink } from "./by-link.ts";

let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;
const now = () => new Date();

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

const ANSWERS = { plan: "lang", thema: ["recht"] };
const send = (way: Way, submissionId: string = randomUUID(), answers: Record<string, unknown> = ANSWERS) =>
  submitAnonymously({ db: database.db, checking }, way, { submissionId, answers }, "de");
const byInvitation = async (id: string): Promise<Way> => ({
  kind: "invitation",
  row: await asGuest(database.db, id),
});
const people = (n: number) => Array.from({ length: n }, (_, i) => `Person ${i};person${i}@example.org`).join("\n");
const countOf = async (table: "inbox" | "response" | "audit" | "mail") => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.owner);
  return rows[0]?.n;
};

describe("an anonymous round", () => {
  test("takes an answer once; the same again is the same, another one is refused; nothing else is written", async () => {
    const { db } = database;
    const round = await openRoundByLink(db, { privacy: "anonymous" });
    const [anna] = await invite(db, post, round, people(2));
    const before = [await countOf("audit"), await countOf("mail"), await countOf("response")];
    const submissionId = randomUUID();
    await send(await byInvitation(anna as string), submissionId);
    await send(await byInvitation(anna as string), submissionId);
    expect(await outcomeOf(send(await byInvitation(anna as string), submissionId, { plan: "kurz" }))).toBe(
      "different-body",
    );
    expect(await outcomeOf(send(await byInvitation(anna as string)))).toBe("link-used");
    expect([await countOf("audit"), await countOf("mail"), await countOf("response")]).toEqual(before);
    expect((await readCover(db, guestOf(anna as string, "de"), anna as string)).state).toBe("submitted");
    // Nobody but the owner of the tables reads the inbox.
    await expect(sql`select * from inbox`.execute(db)).rejects.toMatchObject({ code: "42501" });
  });

  test("20 submissions at once by one token are one, and 20 by a link for 5 are five", async () => {
    const { db } = database;
    const round = await openRoundByLink(db, { privacy: "anonymous" });
    const [anna] = await invite(db, post, round, people(1));
    const way = await byInvitation(anna as string);
    const submissionId = randomUUID();
    const same = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(send(way, submissionId))));
    expect(same).toEqual(Array(10).fill(undefined));
    const link = await openLinkOf(db, round, 5);
    const open: Way = { kind: "open", row: link };
    const many = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(send(open))));
    expect(many.filter((outcome) => outcome === "link-full")).toHaveLength(15);
    expect((await readOpenLink(db, round.roundId, link.link_id)).uses).toBe(5);
    const again = randomUUID();
    const other = await openLinkOf(db, round, 5);
    await Promise.all(Array.from({ length: 8 }, () => send({ kind: "open", row: other }, again)));
    expect((await readOpenLink(db, round.roundId, other.link_id)).uses).toBe(1);
  });

  test("checks answers as every submission, and keeps no drafts", async () => {
    const { db } = database;
    const round = await openRoundByLink(db, { privacy: "anonymous" });
    const [anna] = await invite(db, post, round, people(1));
    const id = anna as string;
    for (const [answers, path] of [
      [{ plan: "lang", zahl: "\0" }, "/zahl"],
      [{ thema: ["recht"] }, "/plan"],
      [{ plan: "lang", constructor: 1 }, "/constructor"],
    ] as const) {
      const refused = await send(await byInvitation(id), randomUUID(), answers).catch((error) => error);
      expect([refused.code, refused.faults?.map((fault: { path: string }) => fault.path)]).toEqual([
        "invalid-answer",
        [path],
      ]);
    }
    const guest = guestOf(id, "de");
    const edit = { opId: randomUUID(), path: "plan", base: 0, value: "lang" };
    expect(await outcomeOf(saveChanges(db, guest, await asGuest(db, id), [edit]))).toBe("not-found");
    const submission = { submissionId: randomUUID(), seq: 0 };
    const deps = { db, checking, jobs: post.jobs };
    expect(await outcomeOf(submitResponse(deps, guest, await asGuest(db, id), submission))).toBe("not-found");
    expect(await outcomeOf(reviewSheet(db, checking, guest, id))).toBe("not-found");
    expect(await outcomeOf(readSubmitted(db, guest, id))).toBe("not-found");
    const confidential = await openRoundByLink(db);
    const [ben] = await invite(db, post, confidential, people(1));
    expect(await outcomeOf(send(await byInvitation(ben as string)))).toBe("not-found");
  });

  test("with nine answers stays sealed at closing; with ten they become responses that lead to nobody", async () => {
    const { db, owner } = database;
    for (const [answers, moved] of [
      [9, 0],
      [10, 10],
    ] as const) {
      const round = await openRoundByLink(db, { privacy: "anonymous" });
      for (const id of await invite(db, post, round, people(answers))) await send(await byInvitation(id));
      await closeRound(db, { ...round, now: now() });
      const { rows } = await sql<{ invitation_id: string | null; started_at: Date }>`
        select invitation_id, started_at from response where round_id = ${round.roundId}`.execute(owner);
      expect(rows).toHaveLength(moved);
      expect(rows.every((row) => row.invitation_id === null)).toBe(true);
      expect(new Set(rows.map((row) => row.started_at.getTime())).size).toBe(moved ? 1 : 0);
      const sealed = await sql<{ n: number }>`select count_inbox(${round.roundId}) as n`.execute(db);
      expect(sealed.rows[0]?.n).toBe(moved ? 0 : answers);
      const release = makeRelease(db, { ...round, now: now() });
      if (moved === 0) expect(await outcomeOf(release)).toBe("too-few-respondents");
      else await expectTotalsOnly((await release).releaseId);
      const late = await invite(db, post, round, people(1)).catch((error) => error.code);
      expect(late).toBe("round-closed");
    }
  });

  test("works for projects as well: the lead answers, the member does not, and the release has totals only", async () => {
    const { db } = database;
    const projects = await Promise.all(Array.from({ length: 10 }, () => insertProject(db)));
    const { versionId } = await publishVersion(db, {
      name: `anonym-${randomUUID()}`,
      definition: PROBE,
      actorId: null,
    });
    const { roundId, invitations } = await openRound(db, {
      versionId,
      wave: "2026/1",
      privacy: "anonymous",
      opensAt: new Date(Date.now() - 1000),
      closesAt: new Date(Date.now() + 86_400_000),
      audience: { kind: "projects", projectIds: projects.map((one) => one.projectId) },
      actorId: null,
    });
    expect(invitations).toHaveLength(10);
    for (const { invitationId, projectId } of invitations) {
      const lead = await viewerOf(projectId, "lead");
      const { maySubmit } = await readCover(db, await viewerOf(projectId, "member"), invitationId);
      expect(maySubmit).toBe(false);
      const row = await getInvitation(db, lead, invitationId, "response.submit");
      await send({ kind: "invitation", row });
      expect((await readCover(db, lead, invitationId)).state).toBe("submitted");
    }
    await closeRound(db, { roundId, actorId: null, now: now() });
    await expectTotalsOnly((await makeRelease(db, { roundId, actorId: null, now: now() })).releaseId);
  });
});

async function viewerOf(projectId: string, role: "lead" | "member") {
  const accountId = await insertAccount(database.db, { role, projectId });
  return { accountId, name: "", locale: "de" as const, parts: [{ role, projectId }] };
}

async function expectTotalsOnly(releaseId: string) {
  const groups = await database.report
    .selectFrom("release_group")
    .select(["breakdown", "n"])
    .where("release_id", "=", releaseId)
    .execute();
  expect(groups).toEqual([{ breakdown: "total", n: 10 }]);
  const plan = await database.report
    .selectFrom("release_figure")
    .select(["base", "counts"])
    .where("release_id", "=", releaseId)
    .where("item", "=", "plan")
    .executeTakeFirstOrThrow();
  expect(plan.base).toBe(10);
}

test("rounds are closed while others are answered: nobody waits for ever, nothing is lost", async () => {
  const { db, owner } = database;
  const busy = await openRoundByLink(db, { privacy: "anonymous" });
  const link = await openLinkOf(db, busy, 500);
  const invited = await invite(db, post, busy, people(30));
  const closing = Array.from({ length: 5 }, async () => {
    const round = await openRoundByLink(db, { privacy: "anonymous" });
    const full = await openLinkOf(db, round, 20);
    for (let n = 0; n < 10; n++) await send({ kind: "open", row: full });
    await closeRound(db, { ...round, now: now() });
  });
  const byToken = invited.map(async (id) => send(await byInvitation(id)));
  const byLink = Array.from({ length: 30 }, () => send({ kind: "open", row: link }));
  await Promise.all([...closing, ...byToken, ...byLink]);
  const { rows } = await sql<{ n: number }>`select count_inbox(${busy.roundId}) as n`.execute(db);
  expect(rows[0]?.n).toBe(60);
  const used = owner.selectFrom("participation").select("used").where("round_id", "=", busy.roundId);
  expect(await used.execute()).toHaveLength(30);
});
