import fc from "fast-check";
import { expect, test } from "vitest";
import { countStates, planRows } from "#app/domain/members/import/plan.ts";
import { readMemberFile } from "#app/domain/members/import/read-file.ts";
import { readWorkbook } from "#app/domain/members/import/read-workbook.server.ts";
import { writeCsv } from "#app/domain/members/import/write-table.ts";
import { writeWorkbook } from "#app/domain/members/import/write-workbook.server.ts";
import { nameKey } from "#app/domain/members/names.ts";
import { anyNetwork } from "./sample-network.ts";

const TODAY = "2026-11-23";
const WHEN = { from: TODAY, today: TODAY };

/** Spreadsheets in other encodings hold what the encoding has. */
function inUtf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "utf16le"));
}

/** Two that differ in case and spaces only would be one to the import: the app makes no such pair. */
const told = anyNetwork.filter((network) => {
  const keys = [...network.organisations, ...network.projects].map((one) => nameKey(one.name));
  return new Set(keys).size === keys.length;
});

test("what was exported changes nothing when it is read again, for every network", async () => {
  await fc.assert(
    fc.asyncProperty(told, fc.boolean(), async (network, wide) => {
      const text = writeCsv(network, TODAY);
      const bytes = wide ? inUtf16(text) : new TextEncoder().encode(text);
      if (network.projects.length === 0) return;
      const { table, form } = await readMemberFile(bytes, readWorkbook);
      expect(form).toBe(wide ? "utf-16le" : "utf-8");
      expect(table.unknown).toEqual([]);
      const plans = planRows(table.rows, network, WHEN);
      expect(plans.filter(({ state }) => state !== "unchanged")).toEqual([]);
      expect(plans.length).toBe(network.projects.length);
    }),
    { numRuns: 300 },
  );
});

test("the same without identifiers: organisation and name are enough", async () => {
  await fc.assert(
    fc.asyncProperty(told, async (network) => {
      if (network.projects.length === 0) return;
      const { table } = await readMemberFile(new TextEncoder().encode(writeCsv(network, TODAY)), readWorkbook);
      const rows = table.rows.map(({ line, cells: { id: _, ...cells } }) => ({ line, cells }));
      expect(countStates(planRows(rows, network, WHEN)).unchanged).toBe(network.projects.length);
    }),
    { numRuns: 200 },
  );
});

test("the same as an Excel file", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(told, async (network) => {
      if (network.projects.length === 0) return;
      const { table, form } = await readMemberFile(await writeWorkbook(network, TODAY), readWorkbook);
      expect(form).toBe("xlsx");
      expect(planRows(table.rows, network, WHEN).filter(({ state }) => state !== "unchanged")).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("the export into an empty network, read and applied, is the export again", async () => {
  await fc.assert(
    fc.asyncProperty(told, async (network) => {
      if (network.projects.length === 0) return;
      const { table } = await readMemberFile(new TextEncoder().encode(writeCsv(network, TODAY)), readWorkbook);
      const rows = table.rows.map(({ line, cells: { id: _, ...cells } }) => ({ line, cells }));
      const empty = { organisations: [], projects: [], accounts: [] };
      const plans = planRows(rows, empty, WHEN);
      expect(plans.filter(({ state }) => state !== "new")).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
