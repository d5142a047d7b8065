import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { everywhere } from "#app/locales/de/everywhere.ts";
import { filling } from "#app/locales/de/filling.ts";
import { preparing } from "#app/locales/de/preparing.ts";
import { reading } from "#app/locales/de/reading.ts";

const APP = path.resolve(import.meta.dirname, "../../../app");

const PARTS = { everywhere, filling, preparing, reading };

/** Read where they are needed and by nobody else: charts bring their own words, and lists of parts have none. */
const ASIDE = ["charts.ts", "index.ts", "everywhere.ts", "filling.ts", "preparing.ts", "reading.ts"];

test("every area of words stands in exactly one part", () => {
  const areas = Object.values(PARTS).flatMap((part) => Object.keys(part));
  expect(areas.length).toBe(new Set(areas).size);
  const files = readdirSync(path.join(APP, "locales/de")).filter((file) => !ASIDE.includes(file));
  const named = areas.map((area) => `${area.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`);
  expect(named.sort()).toEqual(files.sort());
});
