import { expect, test } from "vitest";
import { createReplica } from "#app/components/survey/sync/replica.ts";

const ids = () => {
  let next = 0;
  return () => `op${++next}`;
};
const empty = () => createReplica({ seq: 0, fields: [], clashes: [] }, [], ids());
const ME = { byId: "me", by: "Ich" };
const AT = "2026-11-28T12:00:00.000Z";

test("a letter typed while the edit before it is just being sent becomes an edit of its own, and is not acknowledged with it", () => {
  const replica = empty();
  const first = replica.edit("frage", "Aus");
  // The device has handed "Aus" over to be sent; the page hears of it a moment later.
  replica.edit("frage", "Aust");
  const [next] = replica.take([{ ...first, sent: true }]);
  expect(next).toMatchObject({ path: "frage", value: "Aust", base: first.opId, sent: false });
  expect(next?.opId).not.toBe(first.opId);
  expect(replica.waiting(first.opId)).toBeUndefined();

  replica.acknowledge([{ opId: first.opId, path: "frage", rev: 1 }], ME, AT);
  expect(replica.field("frage")).toMatchObject({ value: "Aus", rev: 1 });
  expect(replica.shown().get("frage")).toBe("Aust");
  expect(replica.queue().map(({ opId }) => opId)).toEqual([next?.opId]);
});

test("what is under way keeps its body, also when another window tells of it late", () => {
  const replica = empty();
  const theirs = { opId: "far", path: "frage", base: 0, value: "Aus", order: 1, sent: false };
  replica.adopt([theirs]);
  expect(replica.take([{ ...theirs, sent: true }])).toEqual([]);
  replica.adopt([{ ...theirs, value: "Aust" }]);
  expect(replica.queue()).toEqual([{ ...theirs, sent: true }]);
});

test("an edit that takes the place of a refused one is alone in every window", () => {
  const [here, there] = [empty(), empty()];
  const wrong = here.edit("frage", "zu lang");
  there.adopt([wrong]);
  for (const window of [here, there]) window.refuse(wrong.opId, "text-too-long");
  const right = here.edit("frage", "kurz");
  expect(right).toMatchObject({ base: 0, instead: wrong.opId });
  there.adopt([right]);
  for (const window of [here, there]) expect(window.queue().map(({ opId }) => opId)).toEqual([right.opId]);
});

test("what was written on top of a refused edit takes its place, and stands on what that one stood on", () => {
  const replica = createReplica(
    { seq: 4, fields: [{ path: "frage", value: "alt", rev: 4, seq: 4, by: null, byId: null, at: AT }], clashes: [] },
    [],
    ids(),
  );
  const wrong = replica.edit("frage", "zu lang");
  replica.take([{ ...wrong, sent: true }]);
  const right = replica.edit("frage", "kurz");
  expect(right.base).toBe(wrong.opId);
  expect(replica.refuse(wrong.opId, "text-too-long")).toBeUndefined();
  expect(replica.queue()).toEqual([{ ...right, base: 4, sent: false }]);
  expect(replica.shown().get("frage")).toBe("kurz");
  replica.acknowledge([{ opId: right.opId, path: "frage", rev: 5 }], ME, AT);
  expect(replica.queue()).toEqual([]);
  expect(replica.shown().get("frage")).toBe("kurz");
});

test("of several refused edits of a field the last one stays, on what the first one stood on", () => {
  const replica = empty();
  const first = replica.edit("frage", "zu lang");
  replica.take([{ ...first, sent: true }]);
  const second = replica.edit("frage", "immer noch zu lang");
  replica.take([{ ...second, sent: true }]);
  for (const { opId } of [first, second]) replica.refuse(opId, "text-too-long");
  expect(replica.queue()).toEqual([{ ...second, base: 0, sent: false, refused: "text-too-long" }]);
});
