import fc from "fast-check";
import { expect, test } from "vitest";
import { completeValues, differingAttributes, retyped, TYPED_ATTRIBUTES } from "#app/domain/members/attributes.ts";
import { withChange } from "#app/domain/members/dated-values.ts";
import { planRows } from "#app/domain/members/import/plan.ts";
import { readMemberFile } from "#app/domain/members/import/read-file.ts";
import { readWorkbook } from "#app/domain/members/import/read-workbook.server.ts";
import { writeCsv } from "#app/domain/members/import/write-table.ts";
import { nameKey } from "#app/domain/members/names.ts";
import { anyNetwork } from "./sample-network.ts";

const TODAY = "2026-11-23";
const PLANNED = ["2026-12-01", "2027-01-01", "2027-06-01"];

const anyValues = fc
  .record(
    Object.fromEntries(
      TYPED_ATTRIBUTES.map(({ code, codes, multiple }) => {
        return [code, multiple ? fc.subarray([...codes]) : fc.constantFrom(...codes).map((one) => [one])];
      }),
    ),
  )
  .map(completeValues);

/** A network in which some projects change on days to come. */
const planned = fc
  .record({
    network: anyNetwork,
    plans: fc.array(fc.record({ project: fc.nat(), day: fc.constantFrom(...PLANNED), values: anyValues }), {
      maxLength: 4,
    }),
  })
  .map(({ network, plans }) => {
    const projects = network.projects.map((project, index) => {
      const own = plans.filter((plan) => plan.project % network.projects.length === index);
      const attributes = own.reduce(
        (rows, { day, values }) =>
          Object.entries(values).reduce((all, [code, of]) => withChange(all, code, of, day), rows),
        project.attributes,
      );
      return { ...project, attributes };
    });
    return { ...network, projects };
  })
  .filter((network) => {
    const keys = [...network.organisations, ...network.projects].map((one) => nameKey(one.name));
    return network.projects.length > 0 && new Set(keys).size === keys.length;
  });

test("an export that comes back for a later day takes no planned change back, for every network and day", async () => {
  await fc.assert(
    fc.asyncProperty(
      planned,
      fc.constantFrom(TODAY, "2026-12-31", "2027-02-01", "2028-01-01"),
      async (network, from) => {
        const { table } = await readMemberFile(new TextEncoder().encode(writeCsv(network, TODAY)), readWorkbook);
        const plans = planRows(table.rows, network, { from, today: TODAY });
        expect(plans.filter(({ state }) => state !== "unchanged")).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test("one cell that was changed in an export changes that attribute alone, for every network and day", async () => {
  const changed = fc.constantFrom(["traeger", "Verein"], ["reichweite", "bundesweit"]);
  await fc.assert(
    fc.asyncProperty(planned, fc.constantFrom("2026-12-31", "2027-02-01"), changed, async (network, from, cell) => {
      const [code = "", label = ""] = cell;
      const { table } = await readMemberFile(new TextEncoder().encode(writeCsv(network, TODAY)), readWorkbook);
      const rows = table.rows.map((row) => ({ ...row, cells: { ...row.cells, [code]: label } }));
      for (const { changes, action, faults } of planRows(rows, network, { from, today: TODAY })) {
        expect(faults).toEqual([]);
        expect(changes.filter(({ column }) => column !== code)).toEqual([]);
        const others = (all: readonly { attribute: string }[]) => all.filter(({ attribute }) => attribute !== code);
        if (action) expect(others(action.attributes)).toEqual(others(action.known?.attributes ?? []));
      }
    }),
    { numRuns: 300 },
  );
});

test("of a form only that counts which differs from what it showed", () => {
  fc.assert(
    fc.property(anyValues, anyValues, (shown, typed) => {
      expect(retyped(shown, shown)).toEqual({});
      const meant = retyped(shown, typed);
      expect(completeValues({ ...shown, ...meant })).toEqual(completeValues({ ...shown, ...typed }));
      expect(differingAttributes(shown, typed)).toEqual(expect.arrayContaining(Object.keys(meant)));
    }),
  );
});

test("a main phenomenon that stands among today's phenomena anyway is no change of them", () => {
  const today = { ph_haupt: ["re"], ph: ["re", "ri"] };
  expect(retyped(today, { ph_haupt: ["re"], ph: ["ri"] })).toEqual({});
  expect(retyped(today, { ph_haupt: ["le"], ph: ["re", "ri"] })).toEqual({ ph_haupt: ["le"] });
  expect(retyped(today, { ph_haupt: ["le"], ph: ["ri"] })).toEqual({ ph_haupt: ["le"], ph: ["ri"] });
});
