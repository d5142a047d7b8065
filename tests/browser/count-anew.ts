import { expect } from "vitest";

/** A row of the downloaded report, by the heads of its columns. */
export type Row = Record<string, string>;
type Answers = Record<string, unknown>;
/** What one project submitted, with its attributes on the day of opening. */
export type Sheet = { answers: Answers; attributes: Record<string, string[]> };

export const rowsOf = (rows: readonly Row[], breakdown: string, group?: string) =>
  rows.filter((row) => row.Aufschlüsselung === breakdown && (group === undefined || row.Gruppe === group));

/** The groups of the report that are one value of one attribute, with who is in them; merged groups are left out. */
export function plainGroups(rows: readonly Row[], sheets: readonly Sheet[]) {
  const names = new Set(rows.map((row) => `${row.Aufschlüsselung} ${row.Gruppe}`));
  return [...names].flatMap((name) => {
    const [breakdown = "", code = ""] = name.split(" ");
    const members = sheets.filter(({ attributes }) => attributes[breakdown]?.[0] === code);
    return members.length > 0 ? [{ breakdown, code, members }] : [];
  });
}

const MISSING = ["wn", "nz"];
const isMissing = (value: unknown) => MISSING.includes(String(value));
const listOf = (answers: Answers, name: string) => (answers[name] ?? []) as unknown[];
const inMatrix = (answers: Answers, name: string, row: string) => (answers[name] as Answers | undefined)?.[row];
const tally = (codes: unknown[]) =>
  Object.fromEntries([...Map.groupBy(codes, String)].map(([code, same]) => [code, same.length]));
const numberOf = (text: string | undefined) => Number(text?.replace(",", "."));
const sum = (values: number[]) => values.reduce((before, value) => before + value, 0);

/**
 * Counts the submitted answers of `bedarfe` with nothing but loops, and compares every row of the report about them: all
 * needs, a list of choices, one that is asked only of some, and the ranking. Says which of them the report showed.
 */
export function compareAnew(rows: readonly Row[], sheets: readonly Sheet[]) {
  const all = sheets.map((sheet) => sheet.answers);
  const of = (item: string, kind: string) => rows.filter((row) => row.Merkmal === item && row.Art === kind);
  const figures = (item: string, kind: string) =>
    Object.fromEntries(
      of(item, kind)
        .filter((row) => row.n !== "0")
        .map((row) => [row.Rang ? `${row.Code} ${row.Rang}` : row.Code, Number(row.n)]),
    );
  const compareBase = (item: string, base: number) => {
    for (const row of of(item, "gültig")) {
      expect(Number(row.Basis), item).toBe(base);
      expect(numberOf(row.Anteil), item).toBeCloseTo(Number(row.n) / base, 5);
    }
  };

  const matrix = [...new Set(rows.map((row) => row.Merkmal ?? ""))].filter((item) =>
    /^bed_(wichtig|gedeckt)\//.test(item),
  );
  for (const item of matrix) {
    const [name = "", row = ""] = item.split("/");
    const given = all.map((answers) => inMatrix(answers, name, row)).filter((value) => value !== undefined);
    const valid = given.filter((value) => !isMissing(value)).map(Number);
    expect(figures(item, "gültig"), item).toEqual(tally(valid));
    expect(figures(item, "fehlend"), item).toEqual(tally(given.filter(isMissing)));
    expect(of(item, "ohne Antwort").map((one) => Number(one.n))).toEqual([all.length - given.length]);
    compareBase(item, valid.length);
    const mean = of(item, "gültig")[0]?.Mittelwert;
    expect(numberOf(mean), item).toBeCloseTo(sum(valid) / valid.length, 5);
  }

  const choosers = all.filter((answers) => listOf(answers, "fb_themen").length > 0);
  const topics = of("fb_themen", "gültig").length > 0;
  if (topics)
    expect(figures("fb_themen", "gültig")).toEqual(tally(choosers.flatMap((one) => listOf(one, "fb_themen"))));
  compareBase("fb_themen", choosers.length);

  const ranks = all.flatMap((answers) => listOf(answers, "hf_rang").map((code, i) => `${code} ${i + 1}`));
  const ranking = of("hf_rang", "gültig").length > 0;
  if (ranking) expect(figures("hf_rang", "gültig")).toEqual(tally(ranks));

  // Asked only of those who named the challenge: what others once said to it does not count.
  const threatened = all.filter((answers) => listOf(answers, "hf_rang").includes("bedrohung_team"));
  const help = of("hf_schutz", "gültig").length > 0;
  if (help)
    expect(figures("hf_schutz", "gültig")).toEqual(tally(threatened.flatMap((one) => listOf(one, "hf_schutz"))));
  return { matrix: matrix.length, topics, ranking, help };
}

/** Protected counts are multiples of three, and half of them lie within so much of what was counted. */
const MULTIPLE = 3;
const TYPICAL = 2;

/**
 * The same for one group of a breakdown, whose counts are protected: multiples of three near what was counted, adding up
 * to the base, which gives the shares. Says how many needs the report showed.
 */
export function compareProtected(rows: readonly Row[], sheets: readonly Sheet[]): number {
  const needs = Map.groupBy(
    rows.filter((row) => /^bed_(wichtig|gedeckt)\//.test(row.Merkmal ?? "")),
    (row) => row.Merkmal ?? "",
  );
  const errors: number[] = [];
  for (const [item, lines] of needs) {
    const [name = "", need = ""] = item.split("/");
    const given = sheets.map(({ answers }) => inMatrix(answers, name, need));
    const valid = lines.filter((row) => row.Art === "gültig");
    for (const row of valid) {
      expect(Number(row.n) % MULTIPLE, item).toBe(0);
      errors.push(Math.abs(Number(row.n) - given.filter((value) => String(value) === row.Code).length));
      if (Number(row.Basis) > 0) expect(numberOf(row.Anteil), item).toBeCloseTo(Number(row.n) / Number(row.Basis), 5);
    }
    expect(sum(valid.map((row) => Number(row.n))), item).toBe(Number(valid[0]?.Basis));
  }
  errors.sort((a, b) => a - b);
  expect(errors[Math.floor(errors.length / 2)] ?? 0).toBeLessThanOrEqual(TYPICAL);
  return needs.size;
}
