import { expect } from "vitest";
import type { Recounted } from "./recount.ts";

/** A row of the report for Excel, by the heads of its columns. */
export type ReportRow = Record<string, string>;

const numberOf = (text: string | undefined) => Number(text?.replace(",", "."));

/** Compares every row of a downloaded report with a count anew. Gives back the items that were compared. Panels have a test of their own. */
export function compareRows(all: readonly ReportRow[], counted: Recounted): string[] {
  const rows = all.filter((row) => row.Aufschlüsselung !== "panel");
  const figures = Map.groupBy(rows, (row) => [row.Merkmal, row.Aufschlüsselung, row.Gruppe].join(" "));
  for (const [name, own] of figures) {
    const { Merkmal = "", Aufschlüsselung = "", Gruppe = "" } = own[0] ?? {};
    const { expected, obstacle } = counted.figure(Merkmal, Aufschlüsselung, Gruppe);
    expect(obstacle, name).toBe("");
    const left = new Map(Object.entries(expected.counts));
    for (const row of own) {
      const n = Number(row.n);
      expect(Number(row.Basis), name).toBe(expected.base);
      if (expected.mean === null) expect(row.Mittelwert, name).toBe("");
      else expect(numberOf(row.Mittelwert), name).toBeCloseTo(expected.mean, 5);
      if (row.Art === "gültig" && expected.base > 0)
        expect(numberOf(row.Anteil), name).toBeCloseTo(n / expected.base, 5);
      if (row.Art === "ohne Antwort") expect(n, name).toBe(expected.unanswered);
      else if (row.Code === "") expect(n, name).toBe(expected.base);
      else {
        const code = row.Rang ? `${row.Code} ${row.Rang}` : (row.Code ?? "");
        expect(n, `${name} ${code}`).toBe(left.get(code) ?? 0);
        left.delete(code);
      }
    }
    expect([...left.keys()], name).toEqual([]);
  }
  return [...new Set(rows.map((row) => row.Merkmal ?? ""))];
}
