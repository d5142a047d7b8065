import { describe, expect, test } from "vitest";
import { check, countFindings, type Kept, type KeptOperation } from "./checker.ts";
import type { Event } from "./history.ts";

// Forged histories: a checker that finds nothing in these would find nothing at all.

const SHEET = "sheet";
const NOTHING = { lost: 0, duplicated: 0, overwritten: 0, invented: 0 };

/** Three edits of one field, one after the other, a clash, and a submission: all as it should be. */
function healthy(): { events: Event[]; kept: Kept } {
  const op = (opId: string, base: number, value: unknown) => ({ opId, sheet: SHEET, path: "plan", base, value });
  const sent = [op("a", 0, "x"), op("b", 1, { y: [1] }), op("c", 2, "z"), op("late", 1, "w")];
  const rows = sent.map(
    (one, index): KeptOperation => ({ ...one, baseOp: null, settledBy: null, rev: index < 3 ? index + 1 : null }),
  );
  return {
    events: [
      ...sent.map((one): Event => ({ kind: "invoke", op: one })),
      { kind: "ok", opId: "a", verdict: { rev: 1 } },
      { kind: "unknown", opId: "b", why: "connection" },
      { kind: "ok", opId: "b", verdict: { rev: 2 } },
      { kind: "unknown", opId: "c", why: "connection" },
      { kind: "ok", opId: "late", verdict: { clash: { rev: 3 } } },
      { kind: "submit", sheet: SHEET, submissionId: "s" },
      { kind: "submitted", submissionId: "s", receipt: "PS-1" },
    ],
    kept: {
      operations: rows,
      fields: [{ sheet: SHEET, path: "plan", rev: 3, value: "z" }],
      submissions: [{ submissionId: "s", sheet: SHEET, receipt: "PS-1" }],
    },
  };
}

/** What the checker counts after `forge` has changed what is kept or what was told. */
function found(forge: (run: ReturnType<typeof healthy>) => void) {
  const run = healthy();
  forge(run);
  return countFindings(check(run.events, run.kept));
}
const without = (run: ReturnType<typeof healthy>, opId: string) => {
  run.kept.operations = run.kept.operations.filter((row) => row.opId !== opId);
};
const row = (run: ReturnType<typeof healthy>, opId: string) =>
  run.kept.operations.find((one) => one.opId === opId) as KeptOperation;
const field = (run: ReturnType<typeof healthy>) => run.kept.fields[0] as Kept["fields"][number];

test("a run in order has no finding", () => {
  expect(found(() => {})).toEqual(NOTHING);
});

test("an edit on top of a preceding one of the same client is in order, and so is one that nobody knows about", () => {
  expect(found((run) => Object.assign(row(run, "c"), { base: 0, baseOp: "b" }))).toEqual(NOTHING);
  const gone = found((run) => {
    without(run, "c");
    Object.assign(field(run), { rev: 2, value: { y: [1] } });
  });
  expect(gone).toEqual(NOTHING);
});

describe("lost", () => {
  test("acknowledged and absent", () => {
    expect(found((run) => run.events.push({ kind: "invoke", op: op("d") }, ok("d", 4))).lost).toBe(1);
  });
  test("an acknowledged clash that is not kept", () => {
    expect(found((run) => without(run, "late")).lost).toBe(1);
  });
  test("a clash that was put away by nobody; one that somebody settled is in order", () => {
    expect(found((run) => Object.assign(row(run, "late"), { settledBy: "nobody" })).lost).toBe(1);
    expect(found((run) => Object.assign(row(run, "late"), { settledBy: "c" }))).toEqual(NOTHING);
  });
  test("kept with another value, at another place, or as something else than was said", () => {
    expect(found((run) => Object.assign(row(run, "late"), { value: "v" })).lost).toBe(1);
    expect(found((run) => Object.assign(row(run, "late"), { sheet: "other" })).lost).toBe(1);
    expect(found((run) => Object.assign(row(run, "a"), { rev: null })).lost).toBe(1);
  });
  test("the field was set back", () => {
    const counts = found((run) => {
      run.events.push(ok("c", 3));
      Object.assign(field(run), { rev: 2, value: { y: [1] } });
    });
    expect(counts).toMatchObject({ lost: 1, overwritten: 1 });
  });
  test("the field is gone although its operations are there", () => {
    expect(found((run) => (run.kept.fields = [])).lost).toBeGreaterThan(0);
  });
  test("an acknowledged submission that is not there, or belongs to another sheet", () => {
    expect(found((run) => (run.kept.submissions = [])).lost).toBe(1);
    expect(found((run) => Object.assign(run.kept.submissions[0] as object, { sheet: "other" })).lost).toBe(1);
  });
});

describe("duplicated", () => {
  test("one id with two rows", () => {
    expect(found((run) => run.kept.operations.push({ ...row(run, "late"), path: "zahl" })).duplicated).toBe(1);
  });
  test("two edits of one revision that say different things; two that say the same are one answer", () => {
    const second = (value: unknown) =>
      found((run) => {
        run.events.push({ kind: "invoke", op: op("d") });
        run.kept.operations.push({ ...row(run, "c"), opId: "d", base: 1, value });
      });
    expect(second("w").duplicated).toBe(1);
    expect(second("z")).toEqual(NOTHING);
  });
  test("one edit that was acknowledged as two revisions", () => {
    expect(found((run) => run.events.push(ok("a", 2), ok("a", 1))).duplicated).toBeGreaterThan(0);
  });
  test("two submissions of a sheet, and two receipts of a submission", () => {
    const second = { submissionId: "t", sheet: SHEET, receipt: "PS-2" };
    expect(found((run) => run.kept.submissions.push(second)).duplicated).toBe(1);
    const other: Event = { kind: "submitted", submissionId: "s", receipt: "PS-2" };
    expect(found((run) => run.events.push(other)).duplicated).toBeGreaterThan(0);
  });
});

describe("overwritten", () => {
  test("a revision made on an older one", () => {
    expect(found((run) => Object.assign(row(run, "c"), { base: 1 })).overwritten).toBe(1);
  });
  test("a revision made on a clash, on another field, or on nothing that is known", () => {
    for (const baseOp of ["late", "a", "nobody"]) {
      expect(found((run) => Object.assign(row(run, "c"), { baseOp })).overwritten, baseOp).toBe(1);
    }
  });
  test("a revision that no operation made", () => {
    expect(found((run) => without(run, "b")).overwritten).toBe(1);
  });
  test("a value that no operation wrote", () => {
    expect(found((run) => Object.assign(field(run), { value: "somebody else" })).overwritten).toBe(1);
    expect(found((run) => Object.assign(field(run), { rev: 4 })).overwritten).toBe(1);
  });
});

describe("invented", () => {
  test("refused and yet there", () => {
    expect(found((run) => run.events.push({ kind: "fail", opId: "c", code: "round-closed" })).invented).toBe(1);
    const refused: Event = { kind: "submit-failed", submissionId: "s", code: "edit-clash" };
    expect(found((run) => run.events.push(refused)).invented).toBe(1);
  });
  test("never sent", () => {
    const row = { opId: "x", sheet: SHEET, path: "zahl", base: 0, baseOp: null, rev: null, value: 1, settledBy: null };
    expect(found((run) => run.kept.operations.push(row)).invented).toBe(1);
    const submission = { submissionId: "t", sheet: "other", receipt: "PS-2" };
    expect(found((run) => run.kept.submissions.push(submission)).invented).toBe(1);
  });
});

function op(opId: string) {
  return { opId, sheet: SHEET, path: "plan", base: 3, value: "v" };
}
function ok(opId: string, rev: number): Event {
  return { kind: "ok", opId, verdict: { rev } };
}
