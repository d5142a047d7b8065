import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainRecords } from "#app/domain/export/csv.ts";
import { chooseSigns, cutAtPlaces, unpack } from "#app/domain/microdata/packed.ts";
import { longRows, wideRow } from "#app/domain/microdata/rows.ts";
import { variablesOf } from "#app/domain/microdata/variables.ts";
import { writerOf } from "#app/domain/microdata/writers.ts";
import type { Cell, Item } from "#surveys/model.ts";

const item = (key: string, scale: Item["scale"], codes: string[] = [], repeated = false): Item => ({
  ...{ key, question: key, scale, repeated, title: { de: key }, label: { de: key } },
  codes: codes.map((code) => ({ code, label: { de: code }, ...(code === "wn" ? { missing: true } : {}) })),
});
const ITEMS = [
  item("bed/eins", "ordinal", ["1", "2", "wn"]),
  item('th,e"men', "multiple", ["recht", "=1+1", "a\nb", "wn"]),
  item("rang", "rank", ["a", "b", "c"]),
  item("zahl", "number"),
  item("tag", "date"),
  item("text", "text"),
  item("ort/art", "choice", ["nah", "fern"], true),
];
const KEPT_BACK = "liste";
const variables = variablesOf(ITEMS, () => ["1", "1.2", "2"]);
const signs = chooseSigns([
  ...ITEMS.flatMap(({ key, codes }) => [key, ...codes.map(({ code }) => code)]),
  KEPT_BACK,
  ".12",
]);
const codesOf = (key: string) => ITEMS.find((one) => one.key === key)?.codes.map(({ code }) => code) ?? [];

/** As the database packs them. */
const packed = (cells: readonly Cell[]): string =>
  cells
    .map(({ item: key, entry, code, number, text }) =>
      [
        key + (entry === null ? "" : signs.entry + entry),
        signs.code + (code ?? ""),
        number === null ? "" : signs.number + number,
        text === null ? "" : signs.text + text,
      ].join(""),
    )
    .join(signs.cell);

/** Any cells, wherever they lie; texts of days only, as the database gives them. */
const cell: fc.Arbitrary<Cell> = fc
  .constantFrom(...ITEMS, item(KEPT_BACK, "choice", ["x"]))
  .chain(({ key, repeated, codes, scale }) =>
    fc.record({
      item: fc.constant(key),
      entry: repeated ? fc.constantFrom("1", "1.2", "2") : fc.constant(null),
      code: fc.constantFrom(null, "-unlisted", ...codes.map(({ code }) => code)),
      number: fc.oneof(fc.constant(null), fc.double({ noNaN: true }), fc.integer({ min: 1, max: 3 })),
      text: scale === "date" ? fc.constantFrom(null, "2026-11-28", "=1") : fc.constant(null),
    }),
  );
const cells = fc.array(cell, { maxLength: 12 });
const sorted = (rows: string) => rows.split("\r\n").sort();

describe("writers of packed answers", () => {
  test("write what rows made cell by cell say, however the cells lie", () => {
    const write = writerOf(signs, ITEMS, variables);
    const isListed = (key: string, code: string) => codesOf(key).includes(code);
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (responses) => {
        for (const [at, own] of responses.entries()) {
          const [pseudonym, name] = [`p${at}`, at % 2 === 0 ? null : { project: "=P, 1", organisation: 'O "eins"' }];
          const sheet = { pseudonym, name, places: cutAtPlaces(packed(own), signs) };
          const asked = own.filter(({ item: key }) => key !== KEPT_BACK);
          const inOrder = unpack(packed(asked), signs);
          expect(write.wide([sheet])).toBe(plainRecords([wideRow({ pseudonym, name, cells: inOrder }, variables)]));
          const rows = longRows({ pseudonym, name, cells: asked }, isListed, (key) => key === "tag");
          expect(sorted(write.long([sheet]))).toEqual(sorted(plainRecords(rows)));
        }
      }),
    );
  });

  test("get every cell back as it was packed, in an order that does not say who was chosen first", () => {
    fc.assert(
      fc.property(cells, (own) => {
        const plain = (list: readonly Cell[]) => list.map((one) => JSON.stringify(one)).sort();
        expect(plain(cutAtPlaces(packed(own), signs).flatMap((place) => unpack(place, signs)))).toEqual(plain(own));
        const chosen = own.filter(({ item: key, text }) => key === "rang" && text === null);
        expect(unpack(packed(chosen), signs)).toEqual(unpack(packed(chosen.toReversed()), signs));
      }),
    );
  });

  test("go on where more different answers come than are kept", () => {
    const write = writerOf(signs, ITEMS, variables);
    const numbers = Array.from({ length: 12_000 }, (_, at) => at % 6_000);
    const rows = numbers.map((number) => {
      const one: Cell = { item: "zahl", entry: null, code: null, number, text: null };
      return write.long([{ pseudonym: "p", places: cutAtPlaces(packed([one]), signs) }]);
    });
    expect(rows).toEqual(numbers.map((number) => `p,zahl,,,${number}\r\n`));
  });

  test("signs are none that a key or a code has", () => {
    const code = fc.string({ unit: fc.integer({ min: 0, max: 40 }).map((at) => String.fromCharCode(at)) });
    fc.assert(
      fc.property(fc.array(code), (codes) => {
        const chosen = Object.values(chooseSigns(codes));
        expect(new Set(chosen).size).toBe(5);
        for (const sign of chosen) {
          expect(sign).toHaveLength(1);
          expect(sign).not.toBe("\0");
          expect(codes.some((one) => one.includes(sign))).toBe(false);
        }
      }),
    );
  });
});
