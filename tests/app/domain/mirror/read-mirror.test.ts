import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listMirrors } from "#app/domain/mirror/list-mirrors.server.ts";
import { partOf } from "#app/domain/mirror/part.ts";
import { readMirror } from "#app/domain/mirror/read-mirror.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { takeBack, withdrawResponse } from "#app/domain/responses/take-back.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { ALL_SECTIONS } from "#app/paths.ts";
import { transact } from "#db/client.server.ts";
import { listItems, listWithheld } from "#db/queries/releases.server.ts";
import { findLatestSubmission, insertSubmission } from "#db/queries/submissions.server.ts";
import type { TestDatabase } from "../../../support/database.ts";
import { insertAccount, viewerOf } from "../../../support/people.ts";
import { createSeededDatabase } from "../../../support/seeded.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createSeededDatabase();
}, 240_000);
afterAll(() => database?.dispose());

const NOT_FOUND = { code: "not-found" };

const read = (viewer: Viewer, invitationId: string, breakdown: string | null = null) =>
  readMirror(database.db, database.report, viewer, invitationId, breakdown);

/** What a project submitted in a round of the questionnaire, with two people of its team. */
async function submittedIn(state: "open" | "released") {
  const found = await database.db
    .selectFrom("response")
    .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
    .innerJoin("round", "round.round_id", "response.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(["response.round_id", "response.response_id", "invitation.invitation_id", "invitation.project_id"])
    .select("invitation.attributes")
    .where("questionnaire.name", "=", "bedarfe")
    .where("round.state", "=", state)
    .where("response.state", "=", "submitted")
    .where("invitation.project_id", "is not", null)
    .orderBy("round.opens_at", "desc")
    .orderBy("invitation.invitation_id")
    .executeTakeFirstOrThrow();
  const projectId = found.project_id as string;
  const [lead, member] = [
    await viewerOf(database.db, await insertAccount(database.db, { role: "lead", projectId })),
    await viewerOf(database.db, await insertAccount(database.db, { role: "member", projectId })),
  ];
  const key = { roundId: found.round_id, responseId: found.response_id };
  return { ...found, id: found.invitation_id, key, lead, member };
}

const linesOf = (mirror: Awaited<ReturnType<typeof read>>) =>
  new Map(
    mirror.pages.flatMap(({ questions }) => questions.flatMap(({ lines }) => lines.map((one) => [one.item, one]))),
  );

describe("the mirror of a released round", () => {
  test("sends the figures of everybody and of the own group, and none of any other", async () => {
    const { id, member, attributes } = await submittedIn("released");
    const { chosen, blocks, breakdowns, hidden, release } = await read(member, id, "region5");
    expect(chosen?.groups).toHaveLength(1);
    expect(breakdowns.map(({ code }) => code)).toContain("region5");
    const group = chosen?.groups[0]?.code;
    expect([attributes.region5?.[0], "uebrige"]).toContain(group);
    const items = await listItems(database.report, release.releaseId);
    const withheldIn = (code: string) =>
      items.filter(({ withheld }) => withheld.includes(code)).map(({ item }) => item);
    expect(hidden).toEqual(withheldIn("total"));
    expect(await listWithheld(database.report, release.releaseId, "region5")).toEqual(withheldIn("region5"));
    expect(withheldIn("region5").length).toBeGreaterThan(0);
    const shown = blocks.flatMap(({ items }) => items.flatMap(({ figures }) => figures.map((one) => one.group)));
    expect(new Set(shown)).toEqual(new Set(["all", group]));
    expect(blocks.flatMap(({ items }) => items.flatMap(({ quotes }) => quotes))).toEqual([]);
  });

  test("comes in parts: a section has nothing but its own answers and their figures, and all sections are the whole", async () => {
    const { id, member } = await submittedIn("released");
    const mirror = await read(member, id);
    const start = partOf(mirror, null);
    expect([start.pages, start.blocks, start.hidden]).toEqual([[], [], []]);
    expect(start.sections).toEqual(mirror.pages.map(({ title }) => title));
    const withHidden = { ...mirror, hidden: mirror.blocks.flatMap(({ items }) => items.map(({ key }) => key)) };
    const sections = start.sections.map((_, index) => partOf(withHidden, String(index + 1)));
    expect(sections.map(({ view }) => view)).toEqual(
      start.sections.map((_, index) => ({ kind: "section", place: String(index + 1) })),
    );
    expect(sections.flatMap(({ pages }) => pages)).toEqual(mirror.pages);
    for (const { pages, blocks, hidden } of sections) {
      const asked = pages.flatMap((page) => page.questions.map((one) => one.asked));
      expect(blocks).toEqual(mirror.blocks.filter(({ question }) => asked.includes(question)));
      expect(hidden).toEqual(blocks.flatMap(({ items }) => items.map(({ key }) => key)));
    }
    const questions = mirror.pages.flatMap((page) => page.questions.map(({ asked }) => asked));
    expect(sections.flatMap(({ blocks }) => blocks)).toEqual(
      mirror.blocks.filter(({ question }) => questions.includes(question)),
    );
    expect(partOf(mirror, ALL_SECTIONS)).toMatchObject({ pages: mirror.pages, blocks: mirror.blocks });
    for (const place of ["0", String(mirror.pages.length + 1), "1.0", "deckung", ""]) {
      expect(() => partOf(mirror, place)).toThrow(expect.objectContaining(NOT_FOUND));
    }
  });

  test("is nobody's but the project's", async () => {
    const { id } = await submittedIn("released");
    const other = await database.db
      .selectFrom("invitation")
      .select("project_id")
      .where("project_id", "is not", null)
      .where("invitation_id", "!=", id)
      .orderBy("invitation_id", "desc")
      .executeTakeFirstOrThrow();
    const projectId = other.project_id as string;
    for (const part of [{ role: "lead", projectId }, { role: "coordination" }, { role: "analyst" }] as const) {
      const viewer = await viewerOf(database.db, await insertAccount(database.db, part));
      await expect(read(viewer, id)).rejects.toMatchObject(NOT_FOUND);
    }
  });
});

describe("the mirror of a round that is still open", () => {
  test("waits for a release, shows what was submitted last, and goes with what is withdrawn", async () => {
    const { id, key, lead, member } = await submittedIn("open");
    const listed = async () => {
      const { released, waiting } = await listMirrors(database.db, database.report, member);
      const one = released.find(({ invitationId }) => invitationId === id);
      return one?.state ?? (waiting.some(({ invitationId }) => invitationId === id) ? "waiting" : "nowhere");
    };
    await expect(read(member, id)).rejects.toMatchObject(NOT_FOUND);
    expect(await listed()).toBe("waiting");

    const making = { roundId: key.roundId, actorId: null, now: new Date(), kind: "interim" } as const;
    await makeRelease(database.db, making);
    const before = await read(member, id);
    expect([before.isNewer, before.release.kind, before.breakdowns]).toEqual([false, "interim", []]);
    expect(await listed()).toBe("ready");

    const submission = await findLatestSubmission(database.db, key);
    const answers = submission?.answers as { team_anzahl: string };
    const asked = before.blocks.flatMap(({ items }) => items).find(({ key }) => key === "team_anzahl");
    const changed = asked?.codes.find(({ code }) => code !== answers.team_anzahl)?.code as string;
    await takeBack(database.db, lead, id);
    expect(linesOf(await read(member, id))).toEqual(linesOf(before));
    await transact(database.db, (tx) =>
      insertSubmission(tx, key, {
        ...{ submissionId: randomUUID(), seq: 99, receipt: randomUUID(), checksum: "0".repeat(64), invisible: [] },
        ...{ actorId: lead.accountId, answers: { ...answers, team_anzahl: changed } },
      }),
    );
    const after = await read(member, id);
    expect(after.isNewer).toBe(true);
    expect(linesOf(before).get("team_anzahl")?.codes).not.toEqual([changed]);
    expect(linesOf(after).get("team_anzahl")?.codes).toEqual([changed]);
    expect(after.blocks).toEqual(before.blocks);

    await withdrawResponse(database.db, lead, id);
    await expect(read(member, id)).rejects.toMatchObject(NOT_FOUND);
    expect(await listed()).toBe("silent");
  });
});
