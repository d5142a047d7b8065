import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { declineInvitation, rejoin } from "#app/domain/links/decline.server.ts";
import { findGuestLink, guestOf } from "#app/domain/links/guest-link.server.ts";
import { limitStarts, STARTS_PER_HOUR } from "#app/domain/links/limit-starts.server.ts";
import { barOf, readOpenLink, revokeOpenLink, startByOpenLink } from "#app/domain/links/open-links.server.ts";
import { addPeople, checkPeople, readRoundLinks, removePerson } from "#app/domain/links/people.server.ts";
import { invitationToken, startTicket } from "#app/domain/links/tokens.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { readCover } from "#app/domain/responses/open-sheet.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { submitResponse } from "#app/domain/responses/submit-response.server.ts";
import { VERBS } from "#app/domain/roles.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { transact } from "#db/client.server.ts";
import { insertRound } from "#db/queries/audience.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openPost, SECRET, type TestPost } from "../../../support/post.ts";
import { openSampleSheet, outcomeOf } from "../responses/sample-sheet.ts";
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

describe("guests", () => {
  test("a link opens its own invitation; every other id is the same 404, and so is every verb of others", async () => {
    const { db } = database;
    const round = await openRoundByLink(db);
    const [anna, ben] = await invite(db, post, round, "Anna;anna@example.org\nBen;ben@example.org;en");
    const link = await findGuestLink(db, invitationToken(SECRET, anna as string));
    expect(link).toEqual({ invitationId: anna, locale: "de", soon: false });
    expect(await findGuestLink(db, invitationToken(SECRET, randomUUID()))).toBeUndefined();
    const guest = guestOf(anna as string, "de");
    const project = await (await openSampleSheet(db)).invitation();
    for (const verb of VERBS) {
      const own = await outcomeOf(getInvitation(db, guest, anna as string, verb));
      const isGuestVerb = ["invitation.read", "response.edit", "response.submit", "inquiry.ask"].includes(verb);
      expect(typeof own === "string" ? own : "ok", verb).toBe(isGuestVerb ? "ok" : "not-found");
      for (const foreign of [ben as string, project.invitation_id, randomUUID(), "kein"])
        expect(await outcomeOf(getInvitation(db, guest, foreign, verb))).toBe("not-found");
    }
    // A part in a project opens nothing that is by link, not even under the same id.
    const lead = (await openSampleSheet(db)).lead;
    expect(await outcomeOf(getInvitation(db, lead, anna as string, "invitation.read"))).toBe("not-found");
    // The hash of a project's invitation to an anonymous round is nobody's link.
    expect(await findGuestLink(db, `invitation ${project.invitation_id}`)).toBeUndefined();
  });

  test("a guest fills in and submits under no account; the receipt goes to the address, never to who came by open link", async () => {
    const { db } = database;
    const round = await openRoundByLink(db);
    const [anna] = await invite(db, post, round, "Anna;anna-receipt@example.org");
    const link = await openLinkOf(db, round);
    const ticket = startTicket(SECRET, link.link_id, randomUUID());
    const started = await startByOpenLink(db, link, { secret: SECRET, ticket, locale: "de", now: now() });
    for (const id of [anna as string, started.invitationId]) {
      const guest = guestOf(id, "de");
      const edit = { opId: randomUUID(), path: "plan", base: 0, value: "lang" };
      const { seq } = await saveChanges(db, guest, await asGuest(db, id), [edit]);
      const submission = { submissionId: randomUUID(), seq };
      const { receipt } = await submitResponse(
        { db, checking, jobs: post.jobs },
        guest,
        await asGuest(db, id),
        submission,
      );
      expect(receipt).toMatch(/^PS-/);
      expect((await readCover(db, guest, id)).state).toBe("submitted");
    }
    const mails = await db
      .selectFrom("mail")
      .select(["kind", "invitation_id"])
      .where("round_id", "=", round.roundId)
      .execute();
    expect(mails.filter(({ kind }) => kind === "receipt")).toEqual([{ kind: "receipt", invitation_id: anna }]);
    const rows = await db.selectFrom("operation").select("by").where("round_id", "=", round.roundId).execute();
    expect(rows).toEqual([{ by: null }, { by: null }]);
  });
});

describe("open links", () => {
  test("of 20 people at once as many begin as the limit allows", async () => {
    const { db } = database;
    const round = await openRoundByLink(db);
    const link = await openLinkOf(db, round, 5);
    const starts = Array.from({ length: 20 }, () => {
      const ticket = startTicket(SECRET, link.link_id, randomUUID());
      return outcomeOf(startByOpenLink(db, link, { secret: SECRET, ticket, locale: "de", now: now() }));
    });
    const outcomes = await Promise.all(starts);
    expect(outcomes.filter((outcome) => outcome === "link-full")).toHaveLength(15);
    const after = await readOpenLink(db, round.roundId, link.link_id);
    expect([after.uses, barOf(after)]).toEqual([5, "full"]);
    expect((await readRoundLinks(db, round.roundId, "")).started).toBe(5);
  });

  test("a double click begins once; the next person at the same screen does not get in with it", async () => {
    const { db } = database;
    const link = await openLinkOf(db, await openRoundByLink(db));
    const starting = { secret: SECRET, ticket: startTicket(SECRET, link.link_id, randomUUID()), locale: "de" as const };
    const twice = await Promise.all([
      startByOpenLink(db, link, { ...starting, now: now() }),
      startByOpenLink(db, link, { ...starting, now: now() }),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect((await readOpenLink(db, link.round_id, link.link_id)).uses).toBe(1);
    const later = new Date(Date.now() + 120_000);
    expect(await outcomeOf(startByOpenLink(db, link, { ...starting, now: later }))).toBe("not-found");
    expect((await readOpenLink(db, link.round_id, link.link_id)).uses).toBe(1);
  });

  test("nobody names the id of a start: neither a known one nor one made up", async () => {
    const { db } = database;
    const round = await openRoundByLink(db);
    const [anna] = await invite(db, post, round, "Anna;anna@example.org");
    const link = await openLinkOf(db, round);
    for (const ticket of [
      anna as string,
      `${anna}.x`,
      startTicket("another secret", link.link_id, anna as string),
      "",
    ]) {
      const starting = { secret: SECRET, ticket, locale: "de" as const, now: now() };
      expect(await outcomeOf(startByOpenLink(db, link, starting))).toBe("not-found");
    }
  });

  test("withdrawn, expired and closed links say so", async () => {
    const { db } = database;
    const round = await openRoundByLink(db);
    const link = await openLinkOf(db, round);
    expect(barOf(link)).toBeUndefined();
    expect(barOf(link, new Date(link.closes_at.getTime() + 1))).toBe("closed");
    await revokeOpenLink(db, { ...round, linkId: link.link_id, now: now() });
    const revoked = await readOpenLink(db, round.roundId, link.link_id);
    expect(barOf(revoked)).toBe("revoked");
    const ticket = startTicket(SECRET, link.link_id, randomUUID());
    const starting = { secret: SECRET, ticket, locale: "de" as const, now: now() };
    expect(await outcomeOf(startByOpenLink(db, link, starting))).toBe("link-full");
    const other = await openLinkOf(db, round);
    await closeRound(db, { ...round, now: now() });
    expect(barOf(await readOpenLink(db, round.roundId, other.link_id))).toBe("closed");
  });

  test("starts are limited per network, whoever starts", async () => {
    const { db } = database;
    const network = randomUUID();
    for (let n = 0; n < STARTS_PER_HOUR; n++) await limitStarts(db, SECRET, network);
    await expect(limitStarts(db, SECRET, network)).rejects.toMatchObject({ code: "too-many-requests" });
    await limitStarts(db, SECRET, randomUUID());
  });
});

describe("people by link", () => {
  test("all rows or none; whom the round knows stays as they are; a draft's people can be taken out again", async () => {
    const { db } = database;
    const round = await openRoundByLink(db);
    const workbench = { db, jobs: post.jobs, secret: SECRET };
    const adding = (text: string) => addPeople(workbench, { ...round, text, now: now() });
    expect(await adding("Anna;anna@example.org")).toBe(1);
    expect(await outcomeOf(adding("Ben;ben@example.org\nCarla;keine Adresse"))).toBe("invalid-request");
    expect((await readRoundLinks(db, round.roundId, "")).count).toBe(1);
    const list = "Anna Neu;ANNA@example.org;en\nBen;ben@example.org";
    expect((await checkPeople(db, round.roundId, list)).map((row) => row.state)).toEqual(["known", "new"]);
    expect(await adding(list)).toBe(1);
    const { people } = await readRoundLinks(db, round.roundId, "");
    expect(people.map(({ name, locale }) => [name, locale])).toEqual([
      ["Anna", "de"],
      ["Ben", "de"],
    ]);
    expect((await readRoundLinks(db, round.roundId, "100%_")).people).toEqual([]);
    const removing = { ...round, invitationId: people[0]?.invitation_id as string };
    expect(await outcomeOf(removePerson(db, removing))).toBe("round-closed");
    await expect(
      sql`delete from invitation where invitation_id = ${removing.invitationId}`.execute(db),
    ).rejects.toMatchObject({ code: "P0101" });
  });

  test("of a draft they wait: links lead nowhere yet, nobody is written to, and whoever is in can be taken out", async () => {
    const { db } = database;
    const { versionId, actorId } = await openRoundByLink(db);
    const version = await db
      .selectFrom("round")
      .select("series_id")
      .where("version_id", "=", versionId)
      .executeTakeFirstOrThrow();
    const roundId = randomUUID();
    await transact(db, (tx) =>
      insertRound(tx, {
        ...{ round_id: roundId, series_id: version.series_id, version_id: versionId, title: { de: "Probe" } },
        ...{ wave: "2027", privacy: "confidential", audience: { kind: "link" }, opened_at: null, closed_at: null },
        ...{ opens_at: now(), closes_at: new Date(Date.now() + 1_000_000) },
      }),
    );
    const round = { roundId, actorId };
    const [anna] = await invite(db, post, round, "Anna;anna@example.org");
    expect(await findGuestLink(db, invitationToken(SECRET, anna as string))).toMatchObject({ soon: true });
    expect(await outcomeOf(asGuest(db, anna as string))).toBe("not-found");
    expect(barOf(await openLinkOf(db, round))).toBe("soon");
    expect(await db.selectFrom("mail").select("mail_id").where("round_id", "=", roundId).execute()).toEqual([]);
    await removePerson(db, { ...round, invitationId: anna as string });
    expect((await readRoundLinks(db, roundId, "")).count).toBe(0);
    expect(await outcomeOf(removePerson(db, { ...round, invitationId: anna as string }))).toBe("not-found");
  });

  test("rounds for projects have no links", async () => {
    const { db } = database;
    const { roundId } = await openSampleSheet(db);
    const { actorId } = await openRoundByLink(db);
    const adding = { roundId, actorId, text: "Anna;anna@example.org", now: now() };
    expect(await outcomeOf(addPeople({ db, jobs: post.jobs, secret: SECRET }, adding))).toBe("not-found");
    expect(await outcomeOf(openLinkOf(db, { roundId, actorId }))).toBe("not-found");
  });
});

describe("declining", () => {
  test("is a state, stops reminders, and can be taken back while the round is open", async () => {
    const { db } = database;
    const sheet = await openSampleSheet(db);
    const invitationId = (await sheet.invitation()).invitation_id;
    const declining = { invitationId, reason: "  Keine Zeit ", now: now() };
    expect(await outcomeOf(declineInvitation(db, sheet.member, declining))).toBe("not-found");
    await declineInvitation(db, sheet.lead, declining);
    expect((await readCover(db, sheet.lead, invitationId)).declined).toBe(true);
    const kept = () =>
      db
        .selectFrom("invitation")
        .select(["decline_reason", "declined_at"])
        .where("invitation_id", "=", invitationId)
        .executeTakeFirstOrThrow();
    expect((await kept()).decline_reason).toBe("Keine Zeit");
    await rejoin(db, sheet.lead, invitationId);
    expect(await kept()).toEqual({ decline_reason: null, declined_at: null });
    const audits = await db
      .selectFrom("audit")
      .select(["verb", "detail"])
      .where("object_id", "=", invitationId)
      .execute();
    expect(audits).toEqual([
      { verb: "invitation.decline", detail: {} },
      { verb: "invitation.rejoin", detail: {} },
    ]);
    await declineInvitation(db, sheet.lead, declining);
    await closeRound(db, { roundId: sheet.roundId, actorId: null, now: now() });
    expect(await outcomeOf(rejoin(db, sheet.lead, invitationId))).toBe("round-closed");
  });

  test("whoever submits after all takes part; whoever has submitted cannot decline", async () => {
    const { db } = database;
    const sheet = await openSampleSheet(db);
    const invitationId = (await sheet.invitation()).invitation_id;
    await declineInvitation(db, sheet.lead, { invitationId, reason: "", now: now() });
    const edit = { opId: randomUUID(), path: "plan", base: 0, value: "lang" };
    const { seq } = await saveChanges(db, sheet.lead, await sheet.invitation(), [edit]);
    const deps = { db, checking, jobs: post.jobs };
    await submitResponse(deps, sheet.lead, await sheet.invitation(), { submissionId: randomUUID(), seq });
    expect((await sheet.invitation()).declined_at).toBeNull();
    const again = declineInvitation(db, sheet.lead, { invitationId, reason: "", now: now() });
    expect(await outcomeOf(again)).toBe("already-submitted");
  });
});
