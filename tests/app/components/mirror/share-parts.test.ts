import { expect, test } from "vitest";
import { partOfOwn, placed } from "#app/components/mirror/share-parts.ts";

const parts = (...shares: number[]) =>
  placed(shares.map((share, index) => ({ code: { code: `c${index}`, label: { de: "" } }, n: share * 8, share })));

test("parts stand one after the other", () => {
  expect(parts(0.25, 0, 0.5, 0.25).map(({ start }) => start)).toEqual([0, 0.25, 0.25, 0.75]);
});

test("the own answer has a part, but none where the protected figure of the group is 0", () => {
  expect(partOfOwn(parts(0.25, 0, 0.75), "c2")).toMatchObject({ start: 0.25, share: 0.75 });
  expect(partOfOwn(parts(0.25, 0, 0.75), "c1")).toBeUndefined();
  expect(partOfOwn(parts(1), undefined)).toBeUndefined();
});
