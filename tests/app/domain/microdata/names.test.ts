import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { microdataBundle, microdataFileName } from "#app/domain/microdata/bundle.server.ts";
import {
  countWithdrawn,
  findOpenInsight,
  getMicrodataRound,
  mayHaveNames,
  openInsight,
  readMicrodata,
} from "#app/domain/microdata/read-microdata.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { readTeam } from "#app/domain/team/read-team.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { transact } from "#db/client.server.ts";
import { insertNamingStep } from "#db/queries/naming.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, viewerOf } from "../../../support/people.ts";
import { openArchive } from "../export/archive.ts";
import { CLOSED_AT, insertRound } from "../release/sample-round.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";

const DEFINITION: JsonObject = {
  title: "Probe",
  pages: [
    {
      name: "eins",
      elements: [
        { type: "boolean", name: "nennen", nameConsent: true },
        { type: "text", name: "zahl", inputType: "number" },
        { type: "comment", name: "frei" },
      ],
    },
  ],
};

/** What became of a project's consent; `steps` times it was withdrawn or given again. */
type Plan = { answer: boolean | null; hidden: boolean; draft: boolean; steps: number; sign: string };
const plan: fc.Arbitrary<Plan> = fc.record({
  answer: fc.constantFrom(true, true, true, false, null),
  hidden: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  draft: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  steps: fc.integer({ min: 0, max: 3 }),
  sign: fc.constantFrom("", "=", "+", "-", "@", "＝", '"', "Ü, "),
});
const isNamed = (one: Plan) => one.answer === true && !one.hidden && !one.draft && one.steps % 2 === 0;

let database: TestDatabase;
let analyst: Viewer;
let lead: string;

beforeAll(async () => {
  database = await createDatabase();
  analyst = await viewerOf(database.db, await insertAccount(database.db, { role: "analyst" }));
  lead = await insertAccount(database.db, { role: "steering" });
});
afterAll(() => database?.dispose());

/** A round that is over, with a project and an organisation of its own for each plan. */
async function roundOf(plans: readonly Plan[], privacy: "named" | "confidential" = "named") {
  const { db } = database;
  const people = plans.map(({ answer, hidden, draft }, i) => ({
    ...{ organisation: i, attributes: {}, draft, invisible: hidden ? ["/nennen"] : [] },
    answers: { zahl: i, frei: "geheim", ...(answer === null ? {} : { nennen: answer }) },
  }));
  const roundId = await insertRound(db, people, { definition: DEFINITION, privacy });
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("response", "response.invitation_id", "invitation.invitation_id")
    .innerJoin("cell", "cell.response_id", "response.response_id")
    .select(["response.response_id", "invitation.project_id", "invitation.organisation_id", "cell.number"])
    .where("invitation.round_id", "=", roundId)
    .where("cell.item", "=", "zahl")
    .orderBy("cell.number")
    .execute();
  const names = [];
  for (const [i, row] of rows.entries()) {
    const { sign, steps } = plans[i] as Plan;
    const [project, organisation] = ["p", "o"].map((kind) => `${sign}${kind}${randomUUID()}😀`) as [string, string];
    names.push({ project, organisation, projectId: row.project_id as string, responseId: row.response_id });
    await db.updateTable("project").set({ name: project }).where("project_id", "=", row.project_id).execute();
    await db
      .updateTable("organisation")
      .set({ name: organisation })
      .where("organisation_id", "=", row.organisation_id)
      .execute();
    for (let number = 1; number <= steps; number++) await step(roundId, row.response_id, number);
  }
  await closeRound(db, { roundId, actorId: null, now: CLOSED_AT });
  return { roundId, names };
}

const step = (roundId: string, responseId: string, number: number) =>
  transact(database.db, (tx) =>
    insertNamingStep(tx, {
      ...{ round_id: roundId, response_id: responseId, number, withdrawn: number % 2 === 1 },
      ...{ at: new Date(), by: lead },
    }),
  );

const ask = (roundId: string, withNames: boolean) =>
  openInsight(database.db, analyst, { roundId, reason: "Vergleich der Wellen", withNames, now: new Date() });

/** Every file of the archive, as text, by its name. */
async function fetchFiles(roundId: string, insightId: string) {
  const insight = await findOpenInsight(database.db, analyst, { roundId, insightId, now: new Date() });
  if (!insight) throw new Error("the look is over");
  const data = await readMicrodata(database.db, roundId, { secret: "geheim", insight });
  const pieces: Buffer[] = [];
  for await (const piece of microdataBundle(data, new Date())) pieces.push(Buffer.from(piece));
  const files = Object.entries(openArchive(Buffer.concat(pieces)));
  return {
    archive: microdataFileName(data),
    files: Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)])),
    all: files.map(([, bytes]) => strFromU8(bytes)).join("\n"),
  };
}

const rowsOf = (file = ""): Record<string, string>[] => parse(file, { columns: true, record_delimiter: "\r\n" });
const YES: Plan = { answer: true, hidden: false, draft: false, steps: 0, sign: "" };
const unguarded = (text = "") => text.replace(/^'/, "");

describe("single responses with names", () => {
  test("have the names of those who consented and did not withdraw it, beside their answers, and no other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 6 }), async (drawn) => {
        // A round needs an answer that counts.
        const plans = [...drawn, { ...YES, answer: false }];
        const { roundId, names } = await roundOf(plans);
        const { files, all } = await fetchFiles(roundId, await ask(roundId, true));
        const counting = plans.flatMap((one, i) => (one.draft ? [] : [i]));
        const expected = counting.map((i) => {
          const { project, organisation } = names[i] ?? { project: "", organisation: "" };
          return isNamed(plans[i] as Plan) ? [String(i), project, organisation] : [String(i), "", ""];
        });
        const wide = rowsOf(files["einzeldaten-breit.csv"]);
        const read = wide.map((row) => [row.zahl ?? "", unguarded(row.projekt), unguarded(row.traeger)]);
        expect(read.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(expected);
        const long = rowsOf(files["einzeldaten-lang.csv"]).filter(({ item }) => item === "zahl");
        expect(long.map((row) => [row.number ?? "", unguarded(row.projekt), unguarded(row.traeger)]).sort()).toEqual(
          expected.toSorted(),
        );
        for (const [i, one] of plans.entries()) {
          const { project = "", organisation = "" } = names[i] ?? {};
          const tokens = [project, organisation].map((name) => name.slice(-38));
          for (const token of tokens) expect(all.includes(token)).toBe(isNamed(one));
        }
        const given = plans.filter(isNamed).length;
        expect(files["LIESMICH.txt"]).toMatch(
          new RegExp(`Mit Namen: +${given}\\nOhne Namen: ${counting.length - given} `),
        );
        expect(files["LIESMICH.txt"]).toContain("sofort aus allen Dateien löschen");
        expect(all).not.toContain("geheim");
        for (const cell of wide.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@＝]/);
      }),
      { numRuns: 12 },
    );
  });

  test("are without them unless they are asked for, and a withdrawal before the download counts", async () => {
    const { roundId, names } = await roundOf([YES, YES]);
    const [first, second] = names;
    const [plain, named] = [await ask(roundId, false), await ask(roundId, true)];
    const without = await fetchFiles(roundId, plain);
    expect(without.all).not.toMatch(new RegExp(names.flatMap((one) => [one.project, one.organisation]).join("|")));
    expect(rowsOf(without.files["einzeldaten-breit.csv"])[0]).not.toHaveProperty("projekt");
    expect(without.archive).not.toContain("namen");
    const before = await fetchFiles(roundId, named);
    expect(before.archive).toBe("einzeldaten-mit-namen-probe-2026-fiktiv.zip");
    expect([first, second].map((one) => before.all.includes(one?.project ?? "?"))).toEqual([true, true]);
    const told = async () => (await countWithdrawn(database.db, analyst)).get(roundId);
    expect(await told()).toBeUndefined();
    await step(roundId, first?.responseId ?? "", 1);
    expect(await told()).toBe(1);
    const after = await fetchFiles(roundId, named);
    expect([first, second].map((one) => after.all.includes(one?.project ?? "?"))).toEqual([false, true]);
    // No pseudonym leads from a file without names to one with them, or to the one after a withdrawal.
    const again = await fetchFiles(roundId, await ask(roundId, true));
    expect(await told()).toBeUndefined();
    const pseudonyms = [without, before, again].map(({ files }) =>
      rowsOf(files["einzeldaten-breit.csv"]).map(({ bogen }) => bogen),
    );
    expect(new Set(pseudonyms.flat()).size).toBe(6);
  });

  test("are read by the teams as such, and nothing of it is in the log", async () => {
    const { roundId, names } = await roundOf([YES, { ...YES, answer: false }]);
    const insightId = await ask(roundId, true);
    await ask(roundId, false);
    for (const { projectId } of names) {
      const member = await viewerOf(database.db, await insertAccount(database.db, { role: "member", projectId }));
      const { insights } = await readTeam(database.db, member, projectId, new Date());
      expect(insights.map(({ with_names: withNames }) => withNames).sort()).toEqual([false, true]);
    }
    const { detail } = await database.db
      .selectFrom("audit")
      .select("detail")
      .where("object_id", "=", insightId)
      .executeTakeFirstOrThrow();
    expect(detail).toEqual({ roundId, with: "names" });
  });

  test("do not exist in a confidential round, nor where the questionnaire asks for no consent", async () => {
    const { roundId, names } = await roundOf([YES], "confidential");
    expect(await mayHaveNames(database.db, await getMicrodataRound(database.db, roundId))).toBe(false);
    expect(await outcomeOf(ask(roundId, true))).toBe("invalid-request");
    const forged = { secret: "geheim", insight: { insightId: randomUUID(), withNames: true } };
    expect(await outcomeOf(readMicrodata(database.db, roundId, forged))).toBe("invalid-request");
    expect((await fetchFiles(roundId, await ask(roundId, false))).all).not.toContain(names[0]?.project);
    const silent = await insertRound(database.db, [{ organisation: 1, attributes: {}, answers: { plan: "kurz" } }], {
      privacy: "named",
    });
    await closeRound(database.db, { roundId: silent, actorId: null, now: CLOSED_AT });
    expect(await outcomeOf(ask(silent, true))).toBe("invalid-request");
  });
});
