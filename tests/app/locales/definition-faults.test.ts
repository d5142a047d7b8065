import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { LOCALES, textsOf } from "#app/locales/index.ts";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { hostileDefinitions } from "../../surveys/hostile.ts";

const pool = createCheckingPool({ threads: 1 });
afterAll(() => pool.close());

const SURVEYS = path.resolve(import.meta.dirname, "../../../surveys");

/** Codes as the files that read and lint definitions write them. */
function writtenCodes(): string[] {
  const files = ["json.ts", "counts.ts", "definition.ts", "checking-pool.ts", "lint.ts"];
  const lint = readdirSync(path.join(SURVEYS, "lint")).map((file) => `lint/${file}`);
  const found = [...files, ...lint].flatMap((file) => {
    const text = readFileSync(path.join(SURVEYS, file), "utf8");
    return [...text.matchAll(/(?:fault\((?:"\w+"|[^,]+ \? [^,]+), |report\(|code: )"([a-z-]+)"/g)].map(
      (match) => match[1],
    );
  });
  return [...new Set(found)] as string[];
}

test("every fault that reading or linting a definition can name has words in every language", () => {
  const codes = writtenCodes();
  expect(codes.length).toBeGreaterThan(35);
  for (const locale of LOCALES) {
    const { texts } = textsOf(locale).definitionFaults;
    expect(codes.filter((code) => texts[code] === undefined)).toEqual([]);
  }
});

test("what is said of hostile definitions is whole, and says where", async () => {
  for (const { name, json } of hostileDefinitions) {
    const { problems, lint, places } = await pool.inspect(json);
    const faults = [...problems, ...lint];
    expect(faults.length, name).toBeGreaterThan(0);
    for (const { code, path: at, detail = {} } of faults) {
      const text = textsOf("de").definitionFaults.texts[code];
      const words = typeof text === "function" ? text(detail) : text;
      expect(words, `${name}: ${code}`).toMatch(/\S{3}/);
      expect(words, `${name}: ${code}`).not.toContain("undefined");
      if (at !== "") expect(places[at], `${name}: ${code} at ${at}`).toBeDefined();
    }
  }
}, 60_000);
