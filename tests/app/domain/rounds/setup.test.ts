import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOpenLink } from "#app/domain/links/open-links.server.ts";
import { addPeople } from "#app/domain/links/people.server.ts";
import type { DraftChange } from "#app/domain/rounds/draft-round.server.ts";
import { changeDraft, createDraft } from "#app/domain/rounds/draft-round.server.ts";
import { readDryRun } from "#app/domain/rounds/dry-run.server.ts";
import { openDraft } from "#app/domain/rounds/open-round.server.ts";
import { countAudience, readAudienceChoices, readSetup } from "#app/domain/rounds/read-setup.server.ts";
import { textsOf } from "#app/locales/index.ts";
import type { Db } from "#db/client.server.ts";
import type { Audience } from "#db/tables/round.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";
import { openPost, SECRET, type TestPost } from "../../../support/post.ts";
import { daysLater, insertNetwork, makeDraft, NOW, publishSample, stateOf, verbsOf } from "./sample-draft.ts";

let database: TestDatabase;
let db: Db;
let post: TestPost;
let actorId: string;
let versionId: string;
let projects: string[];

beforeAll(async () => {
  database = await createDatabase();
  db = database.db;
  post = await openPost(database);
  projects = await insertNetwork(db, 60, 12);
  actorId = await insertAccount(db, { role: "coordination" });
  versionId = await publishSample(db);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});

const faultsOf = async (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error) => (error.faults ?? []).map((one: { path: string; code: string }) => `${one.path} ${one.code}`),
  );
const open = (roundId: string, now = NOW) => openDraft({ db, jobs: post.jobs }, { roundId, actorId, now });

const FOREIGN = "11111111-1111-4111-8111-111111111111";
const times = (more: Partial<{ opensAt: Date; closesAt: Date; reminders: number[] }>): DraftChange => ({
  ...{ step: "times", opensAt: NOW, closesAt: daysLater(20), reminders: [7] },
  ...more,
});
const asked = (audience: Audience): DraftChange => ({ step: "audience", audience });

describe("bad input", () => {
  it.each<[string, DraftChange, string[]]>([
    ["a wave without a name", { step: "version", versionId: "", wave: "  " }, ["/wave wave-missing"]],
    ["a wave with a long name", { step: "version", versionId: "", wave: "x".repeat(21) }, ["/wave wave-long"]],
    ["a deadline in the past", times({ closesAt: daysLater(-1) }), ["/closesAt deadline-past"]],
    ["a deadline at this moment", times({ closesAt: NOW, reminders: [] }), ["/closesAt deadline-past"]],
    [
      "a deadline before the beginning",
      times({ opensAt: daysLater(9), closesAt: daysLater(8), reminders: [] }),
      ["/closesAt deadline-before-opening"],
    ],
    ["reminders too near each other", times({ reminders: [7, 3] }), ["/reminders reminders-close"]],
    ["a reminder before the beginning", times({ reminders: [21] }), ["/reminders reminders-early"]],
    ["a reminder on no day", times({ reminders: [Number.NaN] }), ["/reminders reminders-unknown"]],
    ["no attribute", asked({ kind: "attributes", attributes: { land: [] } }), ["/attributes attributes-missing"]],
    [
      "an unknown attribute",
      asked({ kind: "attributes", attributes: { name: ["x"] } }),
      ["/attributes attributes-unknown"],
    ],
    [
      "an unknown value",
      asked({ kind: "attributes", attributes: { land: ["xx"] } }),
      ["/attributes attributes-unknown"],
    ],
    [
      "an audience of zero by attributes",
      asked({ kind: "attributes", attributes: { land: ["hb"] } }),
      ["/audience audience-empty"],
    ],
    ["no project", asked({ kind: "projects", projectIds: [] }), ["/projects projects-missing"]],
    ["an unknown project", asked({ kind: "projects", projectIds: [FOREIGN] }), ["/audience audience-empty"]],
  ])("%s is refused at its field and changes nothing", async (_, change, faults) => {
    const roundId = await makeDraft(db, { versionId, actorId });
    const [before, verbs] = [await stateOf(db, roundId), await verbsOf(db, roundId)];
    const meant = change.step === "version" ? { ...change, versionId } : change;
    expect(await faultsOf(changeDraft(db, { roundId, actorId, now: NOW }, meant))).toEqual(faults);
    expect(await stateOf(db, roundId)).toEqual(before);
    expect(await verbsOf(db, roundId)).toEqual(verbs);
    const words = textsOf("de").roundSetup.faults;
    for (const fault of faults) expect(words[fault.split(" ")[1] as string]?.({})).toMatch(/\.$|\d$/);
  });

  it("a named round of people by link is refused, and so is opening without anybody to ask or after the deadline", async () => {
    const roundId = await makeDraft(db, { versionId, actorId, audience: { kind: "link" } });
    const named: DraftChange = { step: "privacy", privacy: "named", strict: false };
    expect(await faultsOf(changeDraft(db, { roundId, actorId, now: NOW }, named))).toEqual([
      "/privacy named-by-project",
    ]);
    expect(await faultsOf(open(roundId, daysLater(30)))).toEqual([
      "/audience addressees-missing",
      "/closesAt deadline-past",
    ]);
    expect(await stateOf(db, roundId)).toMatchObject({ state: "draft" });
  });

  it("a draft of an unknown version does not come about", async () => {
    const draft = { wave: "2026", fictional: false, actorId, now: NOW };
    await expect(createDraft(db, { ...draft, versionId: FOREIGN })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an audience", () => {
  it("by attributes joins attributes by and, values by or, and knows the region of a Land", async () => {
    const choices = await readAudienceChoices(db, NOW);
    expect(choices.projects).toHaveLength(60);
    const valuesOf = (attribute: string) => choices.attributes.find((one) => one.attribute === attribute)?.values ?? [];
    expect(valuesOf("land").filter(({ projects: n }) => n > 0)).toEqual([
      { code: "by", projects: 30 },
      { code: "sn", projects: 30 },
    ]);
    expect(valuesOf("region5").filter(({ projects: n }) => n > 0)).toEqual([
      { code: "mitteost", projects: 30 },
      { code: "sued", projects: 30 },
    ]);
    const setup = await readSetup(db, await makeDraft(db, { versionId, actorId }));
    const count = async (attributes: Record<string, string[]>) =>
      (await countAudience(db, setup, { kind: "attributes", attributes }, NOW)).projects;
    expect(await count({ land: ["by"], ansatz: ["person"] })).toBe(10);
    expect(await count({ land: ["by", "sn"], ansatz: ["person", "umfeld"] })).toBe(40);
    expect(await count({ region5: ["sued"], land: ["sn"] })).toBe(0);
    expect(await count({ ansatz: [], land: ["by"] })).toBe(30);
  });

  it("that differs from another round's by a set that fails rule 2 is refused, until it differs by enough", async () => {
    const own = await publishSample(db);
    const draft = (projectIds: string[], more: object = {}) =>
      makeDraft(db, { versionId: own, actorId, audience: { kind: "projects", projectIds }, ...more });
    await open(await makeDraft(db, { versionId: own, actorId }));

    const near = await draft(projects.slice(0, 58));
    const [fault] = await open(near).then(
      () => [],
      (error) => error.faults,
    );
    expect(fault).toMatchObject({
      code: "audience-differs",
      path: "/audience",
      detail: { side: "only-there", size: 2, round: "Probe 2026/2", minimum: 6, organisations: 3 },
    });
    const said = textsOf("de").roundSetup.faults["audience-differs"]?.(fault.detail) ?? "";
    expect(said).toContain("Gegenüber „Probe 2026/2“ fehlen 2 Projekte");
    expect(said).not.toContain("Projekt 0");
    expect(await stateOf(db, near)).toMatchObject({ state: "draft" });
    const setup = await readSetup(db, near);
    expect((await countAudience(db, setup, setup.audience, NOW)).faults).toEqual([fault]);

    // Named rounds are not held to it, strict ones to more, and a year later it is over.
    await open(await draft(projects.slice(0, 59), { privacy: "named" }));
    const seven = await draft(projects.slice(0, 53), { strict: true });
    expect((await faultsOf(open(seven)))[0]).toBe("/audience audience-differs");
    const later = new Date("2027-12-20T09:00:00Z");
    const lateDraft = await draft(projects.slice(0, 58), { now: later });
    expect(await faultsOf(open(lateDraft, later))).toEqual([]);
  });

  it("of two drafts at once is compared with the one that was first", async () => {
    const own = await publishSample(db);
    const [a, b] = [
      await makeDraft(db, { versionId: own, actorId }),
      await makeDraft(db, { versionId: own, actorId, audience: { kind: "projects", projectIds: projects.slice(1) } }),
    ];
    const both = await Promise.all([faultsOf(open(a)), faultsOf(open(b))]);
    expect(both.map((faults) => faults.join()).sort()).toEqual(["", "/audience audience-differs"]);
  });

  it("of another questionnaire does not matter", async () => {
    const own = await publishSample(db);
    const audience: Audience = { kind: "projects", projectIds: projects.slice(0, 58) };
    expect(await faultsOf(open(await makeDraft(db, { versionId: own, actorId, audience })))).toEqual([]);
  });
});

describe("the dry run", () => {
  it("lists projects as a person would look them up: umlauts beside their vowels", async () => {
    const own = await publishSample(db);
    const named = ["Brückenpfeiler", "Brunnenhof", "Ärmelkanal"];
    const projectIds = [];
    for (const name of named) projectIds.push((await insertProject(db, name)).projectId);
    const audience: Audience = { kind: "projects", projectIds };
    const run = await readDryRun(db, await makeDraft(db, { versionId: own, actorId, audience }), NOW);
    expect(run.projects.map((one) => one.name)).toEqual(["Ärmelkanal", "Brückenpfeiler", "Brunnenhof"]);
    await db.updateTable("project").set({ active_until: "2026-01-01" }).where("project_id", "in", projectIds).execute();
  });

  it("names who would be written to and what would be left, and changes nothing", async () => {
    const own = await publishSample(db);
    const [lonely, orphan] = projects as [string, string];
    const leads = await db.selectFrom("membership").selectAll().where("project_id", "in", [lonely, orphan]).execute();
    await db
      .updateTable("account")
      .set({ bounced_at: NOW })
      .where(
        "account_id",
        "in",
        leads.map((one) => one.account_id),
      )
      .execute();
    const memberId = await insertAccount(db, { role: "member", projectId: lonely });
    const roundId = await makeDraft(db, { versionId: own, actorId });
    const verbs = await verbsOf(db, roundId);
    const run = await readDryRun(db, roundId, NOW);
    expect(run).toMatchObject({ faults: [], unreachable: 1, withoutLead: 1, mails: 59, minutes: 20, links: null });
    expect(run.projects.find((one) => one.projectId === lonely)).toMatchObject({
      people: ["Test member"],
      leads: false,
    });
    expect(run.projects.find((one) => one.projectId === orphan)).toMatchObject({ people: [], leads: false });
    expect(run.expected.total.map(({ share, chance }) => [share, chance])).toEqual([
      [0.6, 1],
      [0.8, 1],
      [1, 1],
    ]);
    const region = run.expected.breakdowns.find(({ breakdown }) => breakdown === "region5");
    expect(region?.outlook.map(({ groups }) => groups)).toEqual([2, 2, 2]);
    expect(region?.groups.map(({ n }) => n)).toEqual([30, 30]);
    // The same draws each time, and no trace of having looked.
    expect((await readDryRun(db, roundId, NOW)).expected).toEqual(run.expected);
    expect(await verbsOf(db, roundId)).toEqual(verbs);
    expect(await stateOf(db, roundId)).toMatchObject({ state: "draft" });
    // What it promised is what happens.
    expect(await open(roundId)).toEqual({ invited: 60, mails: run.mails });
    const written = await db.selectFrom("mail").select("account_id").where("round_id", "=", roundId).execute();
    expect(written.map((mail) => mail.account_id)).toContain(memberId);
  });

  it("says where the answers of a few would be left out", async () => {
    const own = await publishSample(db);
    const audience: Audience = { kind: "projects", projectIds: projects.slice(0, 8) };
    const run = await readDryRun(db, await makeDraft(db, { versionId: own, actorId, audience }), NOW);
    expect(run.expected.breakdowns).toEqual([]);
    expect(run.expected.total.map(({ chance }) => chance)).toEqual([0, expect.any(Number), 1]);
  });

  it("asks nobody of a list by link when another audience is chosen later", async () => {
    const roundId = await makeDraft(db, { versionId: await publishSample(db), actorId, audience: { kind: "link" } });
    const acting = { roundId, actorId, now: NOW };
    await addPeople({ db, jobs: post.jobs, secret: SECRET }, { ...acting, text: "Kim; kim@example.org" });
    await changeDraft(db, acting, { step: "audience", audience: { kind: "all" } });
    const run = await readDryRun(db, roundId, NOW);
    expect(await openDraft({ db, jobs: post.jobs }, acting)).toEqual({ invited: 60, mails: run.mails });
    const invited = db.selectFrom("invitation").select("kind").distinct().where("round_id", "=", roundId);
    expect(await invited.execute()).toEqual([{ kind: "project" }]);
  });

  it("warns where even everybody together would be too few for results", async () => {
    const own = await publishSample(db);
    const few = async (n: number, privacy: "confidential" | "anonymous", strict = false) => {
      const audience: Audience = { kind: "projects", projectIds: projects.slice(0, n) };
      const roundId = await makeDraft(db, { versionId: own, actorId, audience, privacy, strict });
      return (await readDryRun(db, roundId, NOW)).tooFew;
    };
    expect(await few(5, "confidential")).toEqual({ most: 5, minimum: 6 });
    expect(await few(6, "confidential")).toBeNull();
    expect(await few(9, "confidential", true)).toEqual({ most: 9, minimum: 10 });
    expect(await few(9, "anonymous")).toEqual({ most: 9, minimum: 10 });
    expect(await few(10, "anonymous")).toBeNull();

    const byLink = { versionId: own, actorId, audience: { kind: "link" as const }, privacy: "anonymous" as const };
    const roundId = await makeDraft(db, byLink);
    const acting = { roundId, actorId, now: NOW };
    expect((await readDryRun(db, roundId, NOW)).tooFew).toBeNull();
    await addPeople({ db, jobs: post.jobs, secret: SECRET }, { ...acting, text: "Kim; kim@example.org" });
    await makeOpenLink(db, { ...acting, secret: SECRET, label: "", limit: 8 });
    expect((await readDryRun(db, roundId, NOW)).tooFew).toEqual({ most: 9, minimum: 10 });
    await makeOpenLink(db, { ...acting, secret: SECRET, label: "", limit: 1 });
    expect((await readDryRun(db, roundId, NOW)).tooFew).toBeNull();
  });

  it("warns where projects would be asked for more than the year's limit", async () => {
    const heavy = await publishSample(db, `lang-${randomUUID()}`, 125);
    const audience: Audience = { kind: "projects", projectIds: projects.slice(0, 8) };
    const light = await readDryRun(
      db,
      await makeDraft(db, { versionId: await publishSample(db), actorId, audience }),
      NOW,
    );
    const run = await readDryRun(db, await makeDraft(db, { versionId: heavy, actorId, audience }), NOW);
    // Drafts of other tests count as planned for both.
    expect(run.burden.most - light.burden.most).toBe(125);
    expect(run.burden).toMatchObject({ limit: 120, above: 8 });
  });
});
