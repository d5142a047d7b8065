import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Tx } from "#db/client.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { type Participant, participants, releaseRound } from "./sample-round.ts";

let database: TestDatabase;
let tx: Tx;
let rollback: () => Promise<void>;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.dispose());
beforeEach(async () => {
  ({ tx, rollback } = await startTransaction(database.db));
});
afterEach(() => rollback());

/** Submitted answers, counted here without cells, SQL or the code under test. */
const submitted = participants().filter((one) => one.answers && !one.draft);
const counted = (values: unknown[]) => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
};
const asObject = (counts: { code: string; n: number }[] = []) =>
  Object.fromEntries(counts.map(({ code, n }): [string, number] => [code, n]).sort());
/** What one respondent answered to one question. */
const answer = <T>(one: Participant, name: string) => one.answers?.[name] as T;
const bed = (people: Participant[], row: string) =>
  people.map((one) => answer<Record<string, unknown>>(one, "bed")[row]);

describe("figures of a release", () => {
  it("are those of an independent count in the total", async () => {
    const { figure, groups, release } = await releaseRound(tx, participants());
    expect(release).toMatchObject({ invited: 60, submitted: 54, number: 1, kind: "final", fictional: true });
    expect(groups[0]?.n).toBe(submitted.length);
    const zugang = bed(submitted, "zugang");
    const numbers = zugang.filter((value) => value !== "wn") as number[];
    const shown = figure("bed/zugang");
    expect(asObject(shown?.counts)).toEqual(counted(zugang));
    expect(shown?.base).toBe(numbers.length);
    expect(shown?.unanswered).toBe(0);
    expect(shown?.mean).toBeCloseTo(numbers.reduce((sum, one) => sum + one, 0) / numbers.length, 12);

    const topics = submitted.flatMap((one) => (one.answers?.thema as string[] | undefined) ?? []);
    expect(asObject(figure("thema")?.counts)).toEqual(counted(topics));
    expect(figure("thema")?.unanswered).toBe(submitted.filter((one) => !one.answers?.thema).length);
  });

  it("leave out what conditions hide", async () => {
    const { figure } = await releaseRound(tx, participants());
    const visible = submitted.filter((one) => !one.invisible?.length);
    expect(asObject(figure("plan")?.counts)).toEqual(counted(visible.map((one) => one.answers?.plan)));
    expect(figure("plan")?.base).toBe(visible.length);
    expect(figure("plan")?.unanswered).toBe(submitted.length - visible.length);
  });

  it("count rankings by position", async () => {
    const { figure } = await releaseRound(tx, participants());
    const expected = ["a", "b", "c"].flatMap((code) =>
      [1, 2, 3].flatMap((rank) => {
        const n = submitted.filter((one) => answer<string[]>(one, "rang")[rank - 1] === code).length;
        return n > 0 ? [{ code, rank, n }] : [];
      }),
    );
    expect(figure("rang")?.counts).toEqual(expected);
  });

  it("describe numbers in large totals only, as PostgreSQL does", async () => {
    const { figure, figures } = await releaseRound(tx, participants());
    const numbers = submitted.flatMap((one) =>
      one.answers?.faelle === undefined ? [] : [one.answers.faelle as number],
    );
    const { rows } = await sql<Record<string, number>>`
      select avg(x) as mean, stddev_samp(x) as sd, percentile_cont(0.25) within group (order by x) as q1,
        percentile_cont(0.5) within group (order by x) as median, percentile_cont(0.75) within group (order by x) as q3
      from unnest(${numbers}::float8[]) as x`.execute(tx);
    const total = figure("faelle");
    for (const key of ["mean", "sd", "q1", "median", "q3"] as const) {
      expect(total?.[key], key).toBeCloseTo(rows[0]?.[key] as number, 9);
    }
    expect(total?.counts).toEqual([]);
    for (const one of figures.filter(({ item, breakdown }) => item === "faelle" && breakdown !== "total")) {
      expect(one).toMatchObject({ mean: null, sd: null, q1: null, median: null, q3: null, counts: [] });
    }
    expect(figure("selten")).toMatchObject({ base: 8, mean: null, median: null });
  });

  it("count entries in repeated groups, so that no share passes the whole", async () => {
    const { figure, items } = await releaseRound(tx, participants());
    const answered = submitted.filter((one) => one.answers?.ort);
    const marks = answered.flatMap((one) => answer<{ note: number }[]>(one, "ort").map(({ note }) => note));
    const total = figure("ort/note");
    expect(total).toMatchObject({ base: marks.length, respondents: answered.length });
    expect(total?.unanswered).toBe(submitted.length - answered.length);
    expect(asObject(total?.counts)).toEqual(counted(marks));
    expect(total?.counts.reduce((sum, one) => sum + one.n, 0)).toBe(total?.base);
    expect(total?.mean).toBeCloseTo(marks.reduce((sum, one) => sum + one, 0) / marks.length, 12);
    expect(items.map(({ item }) => item)).toContain("ort/note");
    expect(figure("plan")?.respondents).toBeNull();
  });

  it("check the rule on respondents, however many entries they have", async () => {
    const ort = Array.from({ length: 20 }, () => ({ note: 3 }));
    const people = participants().map((one, i) => {
      const { ort: _, ...answers } = one.answers ?? {};
      return { ...one, answers: one.answers && (i < 5 ? { ...answers, ort } : answers) };
    });
    const { items, figure } = await releaseRound(tx, people);
    expect(items.find(({ item }) => item === "ort/note")?.withheld).toContain("total");
    expect(figure("ort/note")).toBeUndefined();
  });

  it("hold no text that anybody wrote", async () => {
    const { figures, items, groups, release, figure } = await releaseRound(tx, participants());
    expect(JSON.stringify([figures, items, groups, release])).not.toContain("canary");
    expect(figure("offen")).toMatchObject({ base: 54, counts: [] });
  });

  it("count codes that the definition does not list as one", async () => {
    const definition = {
      elements: [{ type: "dropdown", name: "ort", choices: ["a"], choicesLazyLoadEnabled: true }],
    };
    const people = participants().map((one, i) => ({
      ...one,
      answers: one.answers && { ort: i % 2 ? `canary ${i}` : "a" },
    }));
    const { figure, items } = await releaseRound(tx, people, { definition });
    expect(figure("ort")?.counts).toEqual([
      { code: "a", rank: null, n: 27 },
      { code: "-unlisted", rank: null, n: 27 },
    ]);
    expect(items[0]?.codes.map(({ code }) => code)).toEqual(["a", "-unlisted"]);
  });
});

describe("what the definition says about its release", () => {
  const people = participants();
  const withAnswers = (answers: (i: number) => JsonObject) =>
    people.map((one, i) => ({ ...one, answers: one.answers && answers(i) }));

  it("is never broken down by an excluded attribute, nor by a finer one", async () => {
    const elements = [{ type: "radiogroup", name: "plan", choices: ["kurz", "lang"] }];
    const breakdownsWith = async (excludedBreakdowns: string[]) => {
      const definition = { excludedBreakdowns, elements };
      const { groups } = await releaseRound(
        tx,
        withAnswers((i) => ({ plan: i % 2 ? "kurz" : "lang" })),
        { definition },
      );
      return [...new Set(groups.map((group) => group.breakdown))];
    };
    expect(await breakdownsWith([])).toEqual(["total", "region5", "land", "ansatz"]);
    expect(await breakdownsWith(["land"])).toEqual(["total", "region5", "ansatz"]);
    expect(await breakdownsWith(["region5"])).toEqual(["total", "ansatz"]);
  });

  it("holds no linking code and no name of a roster", async () => {
    const definition = {
      elements: [
        { type: "dropdown", name: "code_1", linking: true, choices: ["A", "B"], showCommentArea: true },
        { type: "tagbox", name: "kontakt", roster: true, choices: [{ value: "keine", text: "keine" }] },
        { type: "radiogroup", name: "plan", choices: ["kurz", "lang"] },
      ],
    };
    const given = withAnswers((i) => ({ code_1: "A", kontakt: [`canary-${i % 4}`], plan: "kurz" }));
    const { items, figures, release } = await releaseRound(tx, given, { definition });
    expect(items.map(({ item }) => item)).toEqual(["kontakt", "plan"]);
    expect(items[0]?.codes.map(({ code }) => code)).toEqual(["keine", "-unlisted"]);
    expect(items[0]?.codes[1]?.label).toEqual({ de: "Projekte aus dem Netzwerk", en: "Projects of the network" });
    const kept = JSON.stringify([items, figures, release]);
    expect(kept).not.toContain("canary");
    expect(kept).not.toContain("code_1");
  });

  it("freezes the polarity of every item, row by row", async () => {
    const columns = [1, 2, 3];
    const definition = {
      elements: [
        { type: "matrix", name: "last", polarity: "high-bad", reversed: ["ruhe"], columns, rows: ["menge", "ruhe"] },
        { type: "matrix", name: "oft", polarity: "neutral", columns, rows: ["x"] },
        { type: "rating", name: "note", polarity: "unsinn" },
      ],
    };
    const given = withAnswers(() => ({ last: { menge: 1, ruhe: 2 }, oft: { x: 3 }, note: 4 }));
    const { items, release } = await releaseRound(tx, given, { definition });
    expect(items.map(({ item, polarity }) => [item, polarity])).toEqual([
      ["last/menge", "high-bad"],
      ["last/ruhe", "high-good"],
      ["oft/x", "neutral"],
      ["note", "high-good"],
    ]);
    expect(release.checksum).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("what a release withholds", () => {
  it("forms groups that all satisfy the rule and says so in both languages", async () => {
    const { groups } = await releaseRound(tx, participants());
    expect(groups[0]).toMatchObject({ breakdown: "total", group_code: "all", n: 54 });
    const breakdowns = Map.groupBy(groups, (group) => group.breakdown);
    expect([...breakdowns.keys()]).toEqual(["total", "region5", "land", "ansatz"]);
    for (const list of breakdowns.values()) {
      // Sizes of groups are protected one by one, so that they add up only nearly.
      expect(Math.abs(list.reduce((sum, one) => sum + one.n, 0) - 54)).toBeLessThanOrEqual(6 * list.length);
    }
    expect(breakdowns.get("region5")?.map((one) => one.label.de)).toContain("Westen");
    expect(breakdowns.get("land")?.map((one) => one.label)).toContainEqual({
      de: "Nordrhein-Westfalen",
      en: "North Rhine-Westphalia",
    });
  });

  it("withholds a breakdown for one item when a group has too few valid answers", async () => {
    const people = participants().map((one) => {
      if (one.attributes.ansatz?.[0] !== "umfeld" || !one.answers) return one;
      const { thema: _, ...answers } = one.answers;
      return { ...one, answers };
    });
    const { figures, items } = await releaseRound(tx, people);
    expect(items.find((one) => one.item === "thema")?.withheld).toContain("ansatz");
    expect(figures.some((one) => one.item === "thema" && one.breakdown === "ansatz")).toBe(false);
    expect(figures.some((one) => one.item === "thema" && one.breakdown === "total")).toBe(true);
    expect(figures.some((one) => one.item === "rang" && one.breakdown === "ansatz")).toBe(true);
  });

  it("keeps a breakdown when one member of its smallest group leaves an item blank", async () => {
    const sizes = { person: 20, umfeld: 27, beides: 7 };
    const ansatz = Object.entries(sizes).flatMap(([code, n]) => Array.from({ length: n }, () => code));
    const some = participants().map((one, i) => {
      const { thema: _, ...answers } = one.answers ?? {};
      return {
        ...one,
        attributes: { ansatz: [ansatz[i] ?? "person"] },
        answers: one.answers && (i === 50 ? answers : { ...answers, thema: ["recht"] }),
      };
    });
    const { groups, figure, items } = await releaseRound(tx, some);
    const own = groups.filter((one) => one.breakdown === "ansatz");
    expect(own.map((one) => one.group_code)).toEqual(Object.keys(sizes));
    expect(figure("thema", "ansatz", "beides")?.base).toBeDefined();
    expect(items.find((one) => one.item === "thema")?.withheld).not.toContain("ansatz");
    const smaller = some.map((one, i) => (i === 50 ? { ...one, answers: undefined } : one));
    const merged = (await releaseRound(tx, smaller)).groups.filter((one) => one.breakdown === "ansatz");
    expect(merged.map((one) => one.group_code)).toEqual(["umfeld", "uebrige"]);
  });

  it("shows no figure at all of an item that too few answered", async () => {
    const people = participants().map((one, i) => ({
      ...one,
      answers: one.answers && (i < 5 ? one.answers : { ...one.answers, selten: undefined }),
    }));
    const { figures, items } = await releaseRound(tx, people);
    expect(items.find((one) => one.item === "selten")?.withheld).toContain("total");
    expect(figures.filter((one) => one.item === "selten")).toEqual([]);
  });

  it("has no breakdowns in anonymous rounds and fewer groups in strict ones", async () => {
    const anonymous = await releaseRound(tx, participants(), { privacy: "anonymous" });
    expect(anonymous.groups.map((one) => one.breakdown)).toEqual(["total"]);
    const strict = await releaseRound(tx, participants(), { strict: true });
    expect(strict.release.rule).toMatchObject({ minimum: 10, withoutTwo: 5 });
    const standard = await releaseRound(tx, participants());
    expect(strict.groups.length).toBeLessThan(standard.groups.length);
  });

  it("refuses a round with too few respondents, or with one organisation as its majority", async () => {
    const few = participants().map((one, i) => (i < 5 ? one : { ...one, answers: undefined }));
    await expect(releaseRound(tx, few)).rejects.toMatchObject({ code: "too-few-respondents" });
    const oneVoice = participants().map((one, i) => ({ ...one, organisation: i % 2 ? 0 : i % 12 }));
    const majority = oneVoice.map((one, i) => (i === 2 ? { ...one, organisation: 0 } : one));
    await expect(releaseRound(tx, majority)).rejects.toMatchObject({ code: "too-few-respondents" });
  });
});
