import fc from "fast-check";
import { expect, test } from "vitest";
import { liesIn, type MeasureState, monthsOf, planOf, STATES, stepsOf, yearsOf } from "#app/domain/measures/measure.ts";
import { planFile } from "#app/domain/measures/plan-file.ts";
import type { ListedMeasure } from "#app/domain/measures/read-measures.server.ts";

const MEASURE: ListedMeasure = {
  ...{ measureId: "a", title: 'Gruppe; "A"', kind: "working_group", why: "=1+1", state: "decided", droppedFrom: null },
  ...{ responsibleId: null, responsible: "", startsOn: "2027-03-01", endsOn: "2027-06-30", audience: "1-2" },
  ...{ budget: "to_20000", result: "", roundId: null, revision: 1 },
  evidence: [{ releaseId: "r", item: "i", label: { de: "Zugang" }, title: { de: "Bedarfe" }, wave: "2026/1" }],
};

test("whatever step is taken, one step leads back to where it was", () => {
  for (const state of STATES) {
    for (const { to } of stepsOf({ state, droppedFrom: state === "dropped" ? "running" : state })) {
      const droppedFrom: MeasureState = to === "dropped" ? state : to;
      if (state === "dropped") continue;
      expect(
        stepsOf({ state: to, droppedFrom }).map((step) => step.to),
        `${state} → ${to}`,
      ).toContain(state);
    }
  }
});

test("a measure lies in the months from its first day to its last, and in the years of these months", () => {
  const day = fc
    .date({ min: new Date("2025-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.integer({ min: 2025, max: 2029 }), (a, b, at) => {
      const [startsOn = "", endsOn = ""] = [a, b].sort();
      const year = String(at);
      const months = monthsOf({ startsOn, endsOn }, year);
      const first = new Date(startsOn);
      const inside = Array.from({ length: 12 }, (_, month) => {
        const [from, until] = [new Date(Date.UTC(at, month, 1)), new Date(Date.UTC(at, month + 1, 0))];
        return first <= until && new Date(endsOn) >= from;
      });
      expect(months.map((one) => one !== null)).toEqual(inside);
      expect(liesIn({ startsOn, endsOn }, year)).toBe(inside.includes(true));
      expect(yearsOf([{ startsOn, endsOn }], "2026").includes(year)).toBe(inside.includes(true) || at === 2026);
    }),
  );
  expect(monthsOf({ startsOn: "2027-03-01", endsOn: null }, "2027").filter(Boolean)).toEqual(["whole"]);
});

test("the plan of a year leaves out what was dropped, and names what has no day yet apart", () => {
  const undated = { ...MEASURE, measureId: "b", startsOn: null, endsOn: null, state: "proposed" as const };
  const dropped = { ...MEASURE, measureId: "c", state: "dropped" as const };
  const { dated, undated: open } = planOf([MEASURE, undated, dropped], "2027");
  expect([dated, open].map((list) => list.map(({ measureId }) => measureId))).toEqual([["a"], ["b"]]);
  expect(planOf([MEASURE], "2028").dated).toEqual([]);
});

test("the file opens in a German Excel: mark, semicolons, German days, nothing that runs or becomes a date", () => {
  const { name, text } = planFile([MEASURE], "2027", "de");
  expect(name).toBe("jahresplan-2027.csv");
  const [head, row, end] = text.split("\r\n");
  expect(head?.startsWith("\uFEFFMaßnahme;Art;Stand;Beginn;Ende;Verantwortlich;")).toBe(true);
  expect(row).toBe(
    `"Gruppe; ""A""";Arbeitsgruppe;Beschlossen;01.03.2027;30.06.2027;;'1-2;5.000 bis unter 20.000 €;'=1+1;Zugang (Bedarfe 2026/1);`,
  );
  expect(end).toBe("");
  expect(planFile([MEASURE], "2027", "en").text).toContain("1 March 2027,30 June 2027");
});
