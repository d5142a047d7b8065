import { expect, it } from "vitest";
import { waveBefore } from "#app/domain/release/wave-before.ts";

const final = (round_id: string, closed: number, made = closed) => ({
  ...{ round_id, closed_at: new Date(closed), made_at: new Date(made) },
});

it("the wave before is the newest of those closed before", () => {
  expect(waveBefore([final("a", 1), final("b", 2), final("c", 3)], final("c", 3))?.round_id).toBe("b");
  expect(waveBefore([final("b", 2), final("a", 1)], final("c", 3))?.round_id).toBe("b");
  expect(waveBefore([], final("c", 3))).toBeUndefined();
});

it("there is none where a later round was released first, for that one has a panel with it", () => {
  expect(waveBefore([final("a", 1), final("c", 3)], final("b", 2, 4))).toBeUndefined();
});
