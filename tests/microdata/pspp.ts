import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { plainRecords } from "#app/domain/export/csv.ts";
import { leadingColumns } from "#app/domain/microdata/columns.ts";
import { type Sheet, wideRow } from "#app/domain/microdata/rows.ts";
import { spssSyntax } from "#app/domain/microdata/syntax.ts";
import { type Variable, variablesOf } from "#app/domain/microdata/variables.ts";
import { parseDefinition } from "#surveys/definition.ts";
import type { Cell, Item } from "#surveys/model.ts";

/**
 * Reads what we write with PSPP, which knows SPSS syntax: every value of every column of every questionnaire comes out as it
 * went in, what is missing is known to be missing, and every number has its label. Needs the program `pspp`.
 */

const SHEETS = 60;
/** Names that would break a file which does not quote them, and the longest that there may be. */
const HARD_NAMES = ['Verein "Ausweg", Ost', "=1+1", "@Home's", "-neu-", "Brücke 😀 𝒜", "漢".repeat(200)];
const FOLDER = path.join(import.meta.dirname, "../../surveys/definitions");

const work = mkdtempSync(path.join(tmpdir(), "praxisspiegel-pspp-"));
let passed = 0;
let failed = 0;
for (const name of readdirSync(FOLDER)) {
  const versions = readdirSync(path.join(FOLDER, name));
  const json = readFileSync(path.join(FOLDER, name, versions.at(-1) ?? ""), "utf8");
  const items = parseDefinition(json).definition?.items ?? [];
  const faults = [false, true].flatMap((withNames) => check(items, withNames));
  if (faults.length === 0) passed++;
  else failed++;
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${name}: ${items.length} items, ${SHEETS} responses`);
  for (const fault of faults.slice(0, 10)) console.log(`     ${fault}`);
}
rmSync(work, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function check(items: readonly Item[], withNames: boolean): string[] {
  const leading = leadingColumns(withNames);
  const variables = variablesOf(items, () => ["1", "2"]);
  const rows = Array.from({ length: SHEETS }, (_, at) => wideRow(sheetOf(items, at, withNames), variables));
  writeFileSync(
    path.join(work, "breit.csv"),
    plainRecords([[...leading, ...variables].map(({ name }) => name), ...rows]),
  );
  const save = (file: string, more: string) =>
    `SAVE TRANSLATE /OUTFILE='${file}' /TYPE=CSV /REPLACE /FIELDNAMES ${more}.\n`;
  const syntax =
    spssSyntax("breit.csv", leading, variables) +
    save("werte.csv", "/CELLS=VALUES /MISSING=RECODE") +
    save("woerter.csv", "/CELLS=LABELS /MISSING=IGNORE");
  writeFileSync(path.join(work, "lesen.sps"), syntax);
  try {
    execFileSync("pspp", ["-o", "/dev/null", "lesen.sps"], { cwd: work, stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    return `${stdout}${stderr}`.split("\n").filter(Boolean);
  }
  const read = (file: string): string[][] => parse(readFileSync(path.join(work, file)), { from_line: 2 });
  const [values, words] = [read("werte.csv"), read("woerter.csv")];
  return rows.flatMap((row, at) => {
    const [wrote, read] = [row, values[at] ?? []].map((one) => one.slice(0, leading.length).map((text) => text ?? ""));
    const front = leading.flatMap(({ name }, i) => {
      const guarded = /^[=+@-]/.test(String(wrote?.[i])) ? `'${wrote?.[i]}` : wrote?.[i];
      return String(read?.[i]).trim() === guarded
        ? []
        : [`${name}, response ${at + 1}: wrote ${guarded}, read ${read?.[i]}`];
    });
    const answered = variables.flatMap((variable, i) => {
      const column = leading.length + i;
      return compare(variable, row[column], values[at]?.[column] ?? "?", words[at]?.[column] ?? "?").map(
        (fault) => `${variable.name}, response ${at + 1}: ${fault}`,
      );
    });
    return [...front, ...answered];
  });
}

function compare(variable: Variable, wrote: unknown, value: string, word: string): string[] {
  const known = variable.values.find((one) => one.value === wrote);
  const expected = wrote === null || wrote === undefined || known?.missing ? "" : String(wrote);
  const same =
    variable.kind === "date"
      ? value.trim() === expected
      : value.trim() === ""
        ? expected === ""
        : Number(value) === Number(expected);
  const faults = same ? [] : [`wrote ${String(wrote)}, read ${value}`];
  const label = known?.label.replace(/\s+/g, " ").trim().slice(0, 30) ?? "";
  if (known && !word.startsWith(label)) faults.push(`wrote ${known.label}, read ${word}`);
  return faults;
}

/** A response made up of every code in turn; a third of the items stay empty. */
function sheetOf(items: readonly Item[], at: number, withNames: boolean): Sheet {
  const cells = items.flatMap((item, position): Cell[] => {
    if ((at + position) % 3 === 0) return [];
    const entries = item.repeated ? ["1", "2"] : [null];
    return entries.flatMap((entry) => cellsOf(item, at + position, entry));
  });
  const name =
    at % 7 === 0 ? null : { project: HARD_NAMES[at % HARD_NAMES.length] ?? "", organisation: `Träger ${at}` };
  return { pseudonym: `b${at}`, ...(withNames ? { name } : {}), cells };
}

function cellsOf(item: Item, at: number, entry: string | null): Cell[] {
  const none = { item: item.key, entry, code: null, number: null, text: null };
  const picked = item.codes[at % Math.max(1, item.codes.length)];
  switch (item.scale) {
    case "number":
      return [{ ...none, number: at / 4 - 3 }];
    case "date":
      return [{ ...none, text: "2026-11-28" }];
    case "text":
    case "file":
      return [{ ...none, text: "=1+1; \"x\", 'y'" }];
    case "rank":
      return item.codes
        .filter((code) => !code.missing)
        .map(({ code }, place) => ({ ...none, code, number: place + 1 }));
    default:
      return picked ? [{ ...none, code: picked.code, number: picked.number ?? null }] : [];
  }
}
