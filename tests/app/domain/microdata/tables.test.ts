import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseSigns } from "#app/domain/microdata/packed.ts";
import type { Microdata } from "#app/domain/microdata/read-microdata.server.ts";
import { tablesOf } from "#app/domain/microdata/tables.server.ts";
import { variablesOf } from "#app/domain/microdata/variables.ts";
import type { PackedSheet } from "#app/domain/microdata/writers.ts";
import type { Item } from "#surveys/model.ts";

const STEP = 100;
const ITEMS: Item[] = Array.from({ length: 20 }, (_, at) => ({
  ...{ key: `zahl${at}`, question: "zahlen", scale: "number", repeated: false },
  ...{ title: { de: "Zahlen" }, label: { de: `Zahl ${at}` }, codes: [] },
}));
const variables = variablesOf(ITEMS, () => []);
const signs = chooseSigns([...ITEMS.map(({ key }) => key), ".0123456789"]);

/** A round whose answers nothing can compress. */
function round(responses: number): Pick<Microdata, "names" | "items" | "signs" | "sheets"> & { asked: number[] } {
  const sheet = (at: number): PackedSheet => {
    const noise = createHash("shake256", { outputLength: 6 * ITEMS.length })
      .update(String(at))
      .digest();
    return {
      pseudonym: at.toString(16).padStart(12, "0"),
      places: ITEMS.map(({ key }, item) => `${key}${signs.code}${signs.number}${noise.readUIntBE(6 * item, 6)}`),
    };
  };
  const asked: number[] = [];
  return {
    ...{ names: null, items: ITEMS, signs, asked },
    async *sheets(from = 0) {
      asked.push(from);
      for (let at = from; at < responses; at += STEP) {
        yield Array.from({ length: Math.min(STEP, responses - at) }, (_, one) => sheet(at + one));
      }
    },
  };
}

async function textOf(pieces: AsyncGenerator<string | Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all).toString();
}

test("wherever it stops to wait in memory, the wide file has every response once", async () => {
  let cutInside = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1_500 }),
      fc.integer({ min: 0, max: 300_000 }),
      async (responses, kept) => {
        const data = round(responses);
        const whole = await textOf(tablesOf(data as unknown as Microdata, variables).wide());
        const tables = tablesOf(data as unknown as Microdata, variables, kept);
        expect((await textOf(tables.long())).split("\r\n")).toHaveLength(1 + responses * ITEMS.length + 1);
        expect(await textOf(tables.wide())).toBe(whole);
        expect(whole.split("\r\n")).toHaveLength(1 + responses + 1);
        const from = data.asked.at(-1) ?? 0;
        if (from > 0 && from < responses) cutInside += 1;
      },
    ),
    { numRuns: 25, examples: [[1_500, 50_000]] },
  );
  expect(cutInside).toBeGreaterThan(0);
});
