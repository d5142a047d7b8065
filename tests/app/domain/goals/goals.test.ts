import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import type { GoalDraft } from "#app/domain/goals/check-goal.ts";
import { addGoal, changeGoal, endGoal, previewGoal } from "#app/domain/goals/edit-goals.server.ts";
import { evaluate } from "#app/domain/goals/evaluate.ts";
import { judgeGoal } from "#app/domain/goals/judge.ts";
import { readEvidence, readGoal, readGoals } from "#app/domain/goals/read-goals.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import type { TestDatabase } from "../../../support/database.ts";
import { viewerOf } from "../../../support/people.ts";
import { attempt, NO_RIGHT } from "../../../support/refusal.ts";
import { createSeededDatabase } from "../../../support/seeded.ts";

let database: TestDatabase;
let actorId: string;

beforeAll(async () => {
  database = await createSeededDatabase();
  actorId = (await findDemoAccount(database.db, "coordination")) as string;
}, 240_000);
afterAll(() => database?.dispose());

const DRAFT: GoalDraft = {
  theme: "binding",
  title: { de: "Probe" },
  sentence: { de: "{wert} der Projekte sind dabei." },
  formula: { kind: "share", questionnaire: "netzwerkziele", items: ["zi_vereinb"], codes: ["ja"] },
  ...{ direction: "at-least", target: 0.8, due: "2028-12-31" },
};
const acting = () => ({ actorId, now: new Date() });
const add = async (draft: GoalDraft = DRAFT) => {
  const goalId = randomUUID();
  await addGoal(database.db, goalId, draft, acting());
  return goalId;
};
const faultsOf = async (draft: GoalDraft) => {
  const refused = await add(draft).catch((error) => error);
  return refused.faults?.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`) ?? "added";
};

/** How often each code was given to an item in a round, counted anew from the answers. */
async function recount(roundId: string, item: string) {
  const { rows } = await sql<{ code: string; response_id: string }>`
    select distinct code, response_id from cell join response using (round_id, response_id)
    where round_id = ${roundId} and state = 'submitted' and visible and item = ${item}
      and code not in ('wn', 'ka', 'nz')`.execute(database.owner);
  const who = (codes: string[]) =>
    new Set(rows.filter(({ code }) => codes.includes(code)).map((row) => row.response_id)).size;
  const base = new Set(rows.map((row) => row.response_id)).size;
  return { count: who, base, mean: rows.reduce((sum, { code }) => sum + Number(code), 0) / base };
}

describe("the goals of the sample network", () => {
  test("have the numbers that the answers give, each kind of formula counted anew", async () => {
    const { goals, evidence } = await readGoals(database.db, database.report);
    expect(new Set(goals.map(({ formula }) => formula.kind))).toEqual(
      new Set(["share", "top", "mean", "rows", "returns"]),
    );
    let compared = 0;
    for (const goal of goals) {
      const { formula } = goal;
      for (const point of judgeGoal(goal, evidence).points) {
        const { release } = evidence.find((one) => one.release.releaseId === point.releaseId) ?? evidence[0]!;
        const rows = await Promise.all(
          (formula.kind === "returns" ? [] : formula.items).map((item) => recount(release.roundId, item)),
        );
        const { rows: sent } = await sql<{ asked: number; sent: number }>`
          select (select count(*) from invitation where round_id = ${release.roundId}) as asked,
            (select count(*) from response where round_id = ${release.roundId} and state = 'submitted') as sent`.execute(
          database.owner,
        );
        const [first] = rows;
        const expected = {
          share: () => first!.count("codes" in formula ? formula.codes : []) / first!.base,
          top: () => first!.count(["4", "5"]) / first!.base,
          mean: () => rows.reduce((sum, { mean }) => sum + mean, 0) / rows.length,
          rows: () => rows.filter(({ count, base }) => count(["3"]) / base >= 0.15).length,
          returns: () => sent[0]!.sent / sent[0]!.asked,
        }[formula.kind]();
        expect(point.value, `${goal.title.de} ${point.wave}`).toBeCloseTo(expected, 9);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(goals.length);
  });

  test("need nothing but the releases: the role that can read no answer gives the same, and of each only what is asked", async () => {
    const { goals, evidence } = await readGoals(database.db, database.report);
    const { rows } = await sql<{ release_id: string }>`
      select release_id from release where kind = 'final' and questionnaire in ('bedarfe', 'schnittstellen', 'netzwerkziele', 'fortbildung')`.execute(
      database.report,
    );
    expect(evidence.map(({ release }) => release.releaseId).sort()).toEqual(rows.map((row) => row.release_id).sort());
    const asked = new Set(goals.flatMap(({ formula }) => ("items" in formula ? formula.items : [])));
    for (const { blocks } of evidence) {
      const items = blocks.flatMap((block) => block.items);
      expect(items.filter(({ key }) => !asked.has(key))).toEqual([]);
      expect(items.flatMap(({ figures }) => figures).filter(({ breakdown }) => breakdown !== "total")).toEqual([]);
    }
  });

  test("say that a target was raised, by whom, when and why", async () => {
    const { goals } = await readGoals(database.db, database.report);
    const raised = goals.find(({ number }) => number === 2);
    expect(raised).toMatchObject({
      target: 0.8,
      reason: expect.stringContaining("80 %"),
      before: [{ number: 1, target: 0.75, reason: null }],
    });
    expect(raised?.author).toBeTruthy();
  });
});

describe("a formula", () => {
  test("gives no number where the question was not asked, where rows of a mean are missing, or nobody knows how many were asked", async () => {
    const [one] = await readEvidence(database.report, [DRAFT.formula]);
    expect(one && evaluate({ ...DRAFT.formula, items: ["gibt_es_nicht"] } as never, one)).toBeNull();
    expect(one && evaluate({ ...DRAFT.formula, codes: ["vielleicht"] } as never, one)).toBeNull();
    const [needs] = await readEvidence(database.report, [
      { kind: "mean", questionnaire: "bedarfe", items: ["bed_gedeckt/austausch"] },
    ]);
    const mean = { kind: "mean", questionnaire: "bedarfe" } as const;
    expect(needs && evaluate({ ...mean, items: ["bed_gedeckt/austausch"] }, needs)?.value).toBeGreaterThan(1);
    expect(needs && evaluate({ ...mean, items: ["bed_gedeckt/austausch", "bed_gedeckt/weg"] }, needs)).toBeNull();
    const byLink = await readEvidence(database.report, [{ kind: "returns", questionnaire: "fortbildung" }]);
    expect(byLink.length).toBeGreaterThan(0);
    expect(byLink.map((release) => evaluate({ kind: "returns", questionnaire: "fortbildung" }, release))).toEqual(
      byLink.map(() => null),
    );
  });

  test.each([
    ["asks for a question that there is", { items: ["gibt_es_nicht"] }, "/rows no-row"],
    ["asks for codes that there are", { codes: ["vielleicht"] }, "/codes no-code"],
    ["counts no kind of missing answer", { codes: ["wn"] }, "/codes no-code"],
    ["asks for one row of a share", { items: ["zi_nutzen/alltag", "zi_nutzen/aufwand"], codes: ["5"] }, "/rows no-row"],
    ["counts nobody twice", { items: ["zi_formate"], codes: ["fachtag", "ag"] }, "/codes one-code"],
  ])("%s", async (_, change, fault) => {
    expect(await faultsOf({ ...DRAFT, formula: { ...DRAFT.formula, ...change } as never })).toEqual([fault]);
  });

  test("averages scales with steps alone, and no two questions in one", async () => {
    const mean = (items: string[]) =>
      faultsOf({ ...DRAFT, target: 3, formula: { kind: "mean", questionnaire: "netzwerkziele", items } });
    expect(await mean(["zi_uebernahme"])).toEqual(["/rows no-row"]);
    expect(await mean(["zi_nutzen/alltag", "zi_stimme/politik"])).toEqual(["/rows no-row"]);
    expect(await mean(["zi_nutzen/alltag", "zi_nutzen/aufwand"])).toBe("added");
  });
});

test("a goal with faults is not kept, and each stands at its field", async () => {
  const count = async () => (await sql<{ n: number }>`select count(*) as n from goal`.execute(database.db)).rows[0]?.n;
  const before = await count();
  const draft = {
    ...DRAFT,
    title: { de: "" },
    sentence: { de: "ohne Zahl", en: "{wert} {wert}" },
    target: 1.2,
    due: undefined,
  };
  expect(await faultsOf(draft)).toEqual([
    "/title empty",
    "/sentence no-figure",
    "/sentenceEn no-figure",
    "/target out-of-range",
    "/due no-day",
  ]);
  expect(await count()).toBe(before);
});

test("sent twice a goal is added once; another one under its id is refused", async () => {
  const goalId = await add();
  await addGoal(database.db, goalId, DRAFT, acting());
  const other = addGoal(database.db, goalId, { ...DRAFT, title: { de: "Anders" } }, acting());
  await expect(other).rejects.toMatchObject({ code: "different-body" });
  const { goal } = await readGoal(database.db, database.report, goalId);
  expect(goal).toMatchObject({ number: 1, title: { de: "Probe" }, before: [] });
});

test("of two who change the same version one is refused, and what the other saved stays", async () => {
  const goalId = await add();
  const change = (target: number) =>
    changeGoal(database.db, goalId, { base: 1, draft: { ...DRAFT, target }, reason: "Probe" }, acting());
  const outcomes = await Promise.allSettled([change(0.7), change(0.9)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((one) => one.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "changed-since", status: 409 });
  const { goal } = await readGoal(database.db, database.report, goalId);
  expect(goal.number).toBe(2);
  expect([0.7, 0.9]).toContain(goal.target);
  // Having seen it, they may go on from there.
  await changeGoal(database.db, goalId, { base: 2, draft: { ...DRAFT, target: 0.85 }, reason: "Gemeinsam" }, acting());
  expect((await readGoal(database.db, database.report, goalId)).goal).toMatchObject({
    number: 3,
    target: 0.85,
    before: [{}, {}],
  });
});

test("sent twice a change is written once, and a goal that ended stays so when its words change", async () => {
  const goalId = await add();
  const change = { base: 1, draft: { ...DRAFT, target: 0.7 }, reason: "Neue Lage." };
  await changeGoal(database.db, goalId, change, acting());
  await changeGoal(database.db, goalId, change, acting());
  const end = { base: 2, reason: "Erledigt.", ended: true };
  await endGoal(database.db, goalId, end, acting());
  await endGoal(database.db, goalId, end, acting());
  await changeGoal(database.db, goalId, { base: 3, draft: DRAFT, reason: "Wortlaut." }, acting());
  const { goal } = await readGoal(database.db, database.report, goalId);
  expect([goal.number, goal.ended]).toEqual([4, true]);
});

test("a goal begins anew where its question is asked otherwise", async () => {
  const { goals, evidence } = await readGoals(database.db, database.report);
  const found = goals.find((one) => one.formula.kind !== "returns" && judgeGoal(one, evidence).points.length > 1);
  if (!found) throw new Error("no goal of the sample network has two values");
  const { points, since } = judgeGoal(found, evidence);
  expect(since).toBeNull();
  const first = points[0]?.releaseId;
  const otherwise = evidence.map((one) =>
    one.release.releaseId !== first
      ? one
      : {
          ...one,
          blocks: one.blocks.map((block) => ({
            ...block,
            items: block.items.map((item) => ({ ...item, codes: item.codes.slice(1) })),
          })),
        },
  );
  const judged = judgeGoal(found, otherwise);
  expect(judged.since).toBe(points[1]?.wave);
  expect(judged.points).toEqual(points.slice(1));
});

test("a change wants a reason; a goal that ended leaves the list with its history, and comes back", async () => {
  const goalId = await add();
  await expect(changeGoal(database.db, goalId, { base: 1, draft: DRAFT, reason: "" }, acting())).rejects.toMatchObject({
    faults: [{ path: "/reason", code: "empty" }],
  });
  await endGoal(database.db, goalId, { base: 1, reason: "Ersetzt", ended: true }, acting());
  await endGoal(database.db, goalId, { base: 2, reason: "Doch nicht", ended: false }, acting());
  const { goal } = await readGoal(database.db, database.report, goalId);
  expect([goal, ...goal.before].map(({ ended }) => ended)).toEqual([false, true, false]);
  const audit = await database.db
    .selectFrom("audit")
    .select("verb")
    .where("object_id", "=", goalId)
    .orderBy("audit_id")
    .execute();
  expect(audit.map(({ verb }) => verb)).toEqual(["goal.add", "goal.end", "goal.resume"]);
});

test("a preview writes nothing", async () => {
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from goal_version`.execute(database.db)).rows[0]?.n;
  const before = await count();
  const { faults, preview } = await previewGoal(
    database.db,
    database.report,
    { goalId: randomUUID(), draft: DRAFT },
    new Date(),
  );
  expect(faults).toEqual([]);
  expect(preview && judgeGoal(preview.goal, preview.evidence).points).toHaveLength(1);
  expect(await count()).toBe(before);
});

test("versions are never changed, taken away or skipped, and reports cannot read them", async () => {
  for (const table of ["goal", "goal_version"]) {
    expect(await attempt(database.db, `delete from ${table}`)).toBe(NO_RIGHT);
    expect(await attempt(database.report, `select * from ${table}`)).toBe(NO_RIGHT);
  }
  expect(await attempt(database.db, "update goal_version set target = 1")).toBe(NO_RIGHT);
  const skipped =
    "insert into goal_version (goal_id, number, theme, title, sentence, formula, measured, direction, target, due, reason, at) select goal_id, number + 5, theme, title, sentence, formula, measured, direction, target, due, 'x', at from goal_version limit 1";
  expect(await attempt(database.db, skipped)).toBe("23503");
});

test("who wrote a goal finds their words among their own data", async () => {
  const goalId = await add();
  await endGoal(database.db, goalId, { base: 1, reason: "Weil es zwei davon gab", ended: true }, acting());
  const own = await collectOwnData(database.db, await viewerOf(database.db, actorId), "de", new Date());
  expect(own.goals).toContainEqual(expect.objectContaining({ goal: "Probe", reason: "Weil es zwei davon gab" }));
});
