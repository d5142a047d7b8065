import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileName } from "#app/domain/export/file-name.ts";
import { findFormat } from "#app/domain/export/index.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { getRelease, readReleases, readReport } from "#app/domain/report/read-report.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { readDesk } from "#app/domain/rounds/desk/read-desk.server.ts";
import { readRoundGroups } from "#app/domain/rounds/desk/read-rounds.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertRound, participants } from "../release/sample-round.ts";

const now = new Date("2026-10-02T09:00:00Z");
let database: TestDatabase;
let roundId: string;
let releaseId: string;

beforeAll(async () => {
  database = await createDatabase();
  // Too few numbers under `selten`: the whole item is withheld.
  const people = participants().map((one, i) =>
    i < 5 || !one.answers ? one : { ...one, answers: { ...one.answers, selten: null } },
  );
  roundId = await insertRound(database.db, people);
  await closeRound(database.db, { roundId, actorId: null, now });
  ({ releaseId } = await makeRelease(database.db, { roundId, actorId: null, now }));
});
afterAll(() => database.dispose());

describe("a report, read as the report role", () => {
  it("lists releases and gives the head of one", async () => {
    const [release] = await readReleases(database.report);
    expect(release).toMatchObject({ releaseId, number: 1, wave: "2026", invited: 60, submitted: 54, fictional: true });
    expect(release?.rule).toMatchObject({ minimum: 6, organisations: 3, withoutTwo: null });
    expect(release?.madeAt).toEqual(now);
  });

  it("gives blocks in the order of the questionnaire with totals only", async () => {
    const { blocks, chosen, breakdowns } = await readReport(database.report, releaseId, null);
    expect(blocks.map((block) => block.question)).toEqual([
      "bed",
      "plan",
      "thema",
      "rang",
      "faelle",
      "selten",
      "offen",
      "ort/note",
    ]);
    expect(chosen).toBeNull();
    expect(breakdowns.map(({ code }) => code)).toEqual(["region5", "land", "ansatz"]);
    expect(blocks[0]?.title).toEqual({ de: "Wie wichtig ist das?", en: "How important is this?" });
    expect(blocks[0]?.items.map((item) => item.key)).toEqual(["bed/zugang", "bed/austausch"]);
    for (const item of blocks.flatMap((block) => block.items)) {
      expect(item.figures).toHaveLength(1);
      expect(item.figures[0]).toMatchObject({ breakdown: "total", group: "all" });
      expect(item.withheld).toBe(false);
    }
  });

  it("says how uncertain shares of the total are, because 54 of 60 answered, and nothing of the kind about groups", async () => {
    const { blocks, sampling } = await readReport(database.report, releaseId, "ansatz");
    expect(sampling).toEqual({ kind: "part", fraction: 54 / 60 });
    const figures = blocks.flatMap(({ items }) => items.flatMap((item) => item.figures));
    const total = blocks[0]?.items[1]?.figures[0];
    // Wilson's interval of 22 of 54 out of 60, worked out by hand.
    const [n, z] = [54, 1.959963984540054];
    const top =
      total?.counts.filter(({ code }) => code === "4" || code === "5").reduce((sum, one) => sum + one.n, 0) ?? 0;
    const [p, m] = [top / n, (n * 59) / 6];
    const half = z * Math.sqrt((p * (1 - p)) / m + z ** 2 / (4 * m ** 2));
    const { share, range } = total?.derived.top ?? {};
    expect(share).toBeCloseTo(p, 12);
    // Outward to whole projects of 60, as far as those who were counted otherwise allow.
    const [low, high] = [-half, half].map((side) => ((p + z ** 2 / (2 * m) + side) / (1 + z ** 2 / m)) * 60);
    expect(range?.low).toBeCloseTo(Math.max(top, Math.floor(low ?? 0)) / 60, 12);
    expect(range?.high).toBeCloseTo(Math.min(60 - (n - top), Math.ceil(high ?? 0)) / 60, 12);
    for (const { breakdown, respondents, derived } of figures) {
      const hasRange = derived.ranges.length > 0 || (derived.top?.range ?? null) !== null;
      if (breakdown !== "total" || respondents !== null) expect(hasRange).toBe(false);
    }
  });

  it("names what is withheld even in the total, without a figure", async () => {
    const { blocks } = await readReport(database.report, releaseId, "region5");
    const block = blocks.find(({ question }) => question === "selten");
    expect(block).toEqual({ question: "selten", title: { de: "selten" }, items: [], hidden: [{ de: "selten" }] });
  });

  it("gives one breakdown at a time: the total, then its groups in their order", async () => {
    const { blocks, chosen } = await readReport(database.report, releaseId, "ansatz");
    expect(chosen?.groups.map(({ code }) => code)).toEqual(["person", "umfeld", "beides"]);
    // Eighteen each, protected.
    for (const { n } of chosen?.groups ?? []) expect([n % 3, Math.abs(n - 18) < 18]).toEqual([0, true]);
    const item = blocks[0]?.items[0];
    expect(item?.figures.map(({ breakdown, group }) => [breakdown, group])).toEqual([
      ["total", "all"],
      ["ansatz", "person"],
      ["ansatz", "umfeld"],
      ["ansatz", "beides"],
    ]);
    // The total is exact; the groups are protected one by one, so that they add up only nearly.
    const [total = 0, ...groups] = item?.figures.map((one) => one.base) ?? [];
    expect(groups.map((base) => base % 3)).toEqual([0, 0, 0]);
    expect(Math.abs(total - groups.reduce((sum, one) => sum + one, 0))).toBeLessThan(total / 2);
  });

  it("shows totals when an unknown breakdown is named, and knows no other release", async () => {
    expect((await readReport(database.report, releaseId, "organisation")).chosen).toBeNull();
    for (const id of ["", "1; drop table release", "00000000-0000-4000-8000-000000000000"]) {
      await expect(readReport(database.report, id, null)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  it("cannot reach an answer", async () => {
    for (const table of [
      "cell",
      "response",
      "submission",
      "field",
      "operation",
      "invitation",
      "project",
      "account",
    ] as const) {
      await expect(database.report.selectFrom(table).selectAll().execute()).rejects.toThrow(/permission denied/);
    }
  });
});

describe("the CSV of a release", () => {
  async function download() {
    const format = findFormat("csv");
    if (!format) throw new Error("no csv");
    const release = await getRelease(database.report, releaseId);
    let text = "";
    for await (const piece of format.write(database.report, release, "de")) text += piece;
    return { text, name: fileName(release, format, "de") };
  }
  const number = (cell: string | undefined) => Number(cell?.replace(",", "."));

  it("opens in German Excel and says that the data are made up", async () => {
    const { text, name } = await download();
    expect(name).toBe("probe-2026-stand-1-fiktiv.csv");
    expect(text.startsWith("\uFEFFErhebung;Welle;Auswertungsstand;")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    expect(text).not.toContain("sep=");
    expect(text).not.toContain("canary");
  });

  it("has one row per item, group and code, with the figures of the release", async () => {
    const { text } = await download();
    const rows: Record<string, string>[] = parse(text, { bom: true, delimiter: ";", columns: true });
    expect(new Set(rows.map((row) => row.Daten))).toEqual(new Set(["fiktiv"]));
    const keys = rows.map((row) =>
      [row.Merkmal, row.Aufschlüsselung, row.Gruppe, row.Art, row.Code, row.Rang].join("|"),
    );
    expect(new Set(keys).size).toBe(keys.length);

    const figures = await database.db
      .selectFrom("release_figure")
      .selectAll()
      .where("release_id", "=", releaseId)
      .execute();
    for (const figure of figures) {
      const own = rows.filter(
        (row) =>
          row.Merkmal === figure.item && row.Aufschlüsselung === figure.breakdown && row.Gruppe === figure.group_code,
      );
      expect(new Set(own.map((row) => row.Basis))).toEqual(new Set([String(figure.base)]));
      for (const { code, rank, n } of figure.counts) {
        const row = own.find((one) => one.Code === code && one.Rang === (rank === null ? "" : String(rank)));
        expect(number(row?.n), `${figure.item} ${code}`).toBe(n);
        if (row?.Art === "gültig") expect(number(row.Anteil)).toBeCloseTo(n / figure.base, 5);
        else expect(row?.Anteil).toBe("");
      }
      expect(new Set(own.map((row) => row.Antwortbögen))).toEqual(new Set([String(figure.respondents ?? figure.base)]));
      const units = new Set(own.filter((row) => row.Art !== "ohne Antwort").map((row) => row.Einheit));
      if (units.size > 0) expect([...units]).toEqual([figure.respondents === null ? "Antwortbogen" : "Eintrag"]);
      expect(number(own.find((row) => row.Art === "ohne Antwort")?.n)).toBe(figure.unanswered);
      const mean = own[0]?.Mittelwert ?? "";
      if (figure.mean === null) expect(mean).toBe("");
      else expect(number(mean)).toBeCloseTo(figure.mean, 5);
    }
    expect(rows.some((row) => row.Merkmal === "selten")).toBe(false);
  });
});

describe("the coordination's view of a round", () => {
  const view = { state: null, land: null, sort: "name" as const, by: null, all: false };
  const read = (id: string) =>
    readDesk(database.db, id, { view, now: new Date("2026-10-02T09:00:00Z"), labelOfLand: (code) => code });

  it("knows how far projects are, and no answer", async () => {
    const { round, known, release } = await read(roundId);
    expect(round).toMatchObject({ state: "released", invited: 60, begun: 3, submitted: 54 });
    expect(release?.release_id).toBe(releaseId);
    expect(known?.returns).toMatchObject({ submitted: 54, begun: 3, all: 60 });
    expect(known?.participants).toHaveLength(60);
    expect(JSON.stringify(known)).not.toContain("canary");
    const listed = (await readRoundGroups(database.db)).map(({ group, rounds }) => [
      group,
      rounds.map((one) => one.round_id),
    ]);
    expect(listed).toEqual([["released", [roundId]]]);
  });

  it("does not say who took part in an anonymous round", async () => {
    const anonymous = await insertRound(database.db, participants().slice(0, 6), { privacy: "anonymous" });
    expect((await read(anonymous)).known).toBeUndefined();
  });
});
