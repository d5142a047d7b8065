import { expect, test } from "vitest";
import { lasting, pack } from "#app/domain/report/packed.ts";

type Sent = { packed: string; item: unknown };

test("an item goes over the wire as its text alone, and is there itself in the process that wrote it", () => {
  const item = lasting({ key: "a", figures: [{ base: 12, counts: [{ code: "1", n: 5 }] }] });
  const own = [{ values: ["ja"] }];
  const { blocks, pages, title } = pack(
    { blocks: [{ items: [item] }], pages: own, title: "T" },
    "pages",
  ) as unknown as {
    blocks: { items: Sent[] }[];
    pages: Sent;
    title: string;
  };
  const sent = blocks[0]?.items[0] as Sent;
  expect([Object.keys(sent), Object.keys(pages), title]).toEqual([["packed"], ["packed"], "T"]);
  expect([sent.item, pages.item]).toEqual([item, own]);
  expect([JSON.parse(sent.packed), JSON.parse(pages.packed)]).toEqual([item, own]);
});

test("what lasts cannot be changed, however deep", () => {
  const item = lasting({ figures: [{ counts: [{ n: 5 }] }, { counts: [] }] });
  expect(() => item.figures.reverse()).toThrow(TypeError);
  expect(() => Object.assign(item.figures[0]?.counts[0] ?? {}, { n: 6 })).toThrow(TypeError);
});
