import { expect, test } from "vitest";
import { nextOf } from "#app/components/survey/sync/kept-edits.ts";

const edit = (order: number, more = {}) => ({
  ...{ invitationId: "bogen", as: "ich", opId: `op${order}`, path: `frage${order}`, base: 0, value: "x".repeat(100) },
  ...{ order, sent: false, ...more },
});
const most = { edits: 100, bytes: 100_000 };
const ids = (edits: { opId: string }[]) => edits.map(({ opId }) => opId);

test("only what is really sent becomes unchangeable: neither more edits nor more bytes than fit", () => {
  const own = [1, 2, 3, 4].map((order) => edit(order));
  expect(ids(nextOf(own, { edits: 2, bytes: 100_000 }))).toEqual(["op1", "op2"]);
  expect(ids(nextOf(own, { edits: 100, bytes: 450 }))).toEqual(["op1", "op2"]);
  expect(ids(nextOf(own, { edits: 100, bytes: 1 }))).toEqual(["op1"]);
  expect(nextOf(own, most).every(({ sent }) => sent)).toBe(true);
});

test("while edits are under way, those behind them wait and may still change", () => {
  const own = [edit(1, { sent: true }), edit(2, { sent: true, refused: "text-too-long" }), edit(3)];
  expect(ids(nextOf(own, most))).toEqual(["op1"]);
  expect(ids(nextOf(own.slice(1), most))).toEqual(["op3"]);
});
