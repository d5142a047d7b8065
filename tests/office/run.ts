import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { analysisCsv } from "#app/domain/export/analysis-csv.ts";
import { codebookCsv } from "#app/domain/export/codebook-csv.ts";
import { reportCsv } from "#app/domain/export/report-csv.ts";
import { workbook } from "#app/domain/export/workbook.ts";
import { compose, SAMPLE } from "../app/domain/export/sample-contents.ts";
import { checkBooks, checkFigures, checkOverview, type Fault, type Kind } from "./checks.ts";
import { readFlatSheets, type Sheet } from "./flat-sheet.ts";

// Opens what we write for spreadsheets with LibreOffice, and compares every cell with what the release says: figures are
// numbers, also negative ones; nothing runs as a formula or turns into a date; texts are the same, to their last emoji.
// Needs the program `soffice`.

/** How LibreOffice is to read a text file: delimiter, quote, UTF-8, from the first line, German or English, numbers as numbers. */
const GERMAN = "CSV:59,34,76,1,,1031,false,true";
const ENGLISH = "CSV:44,34,76,1,,1033,false,true";

/** The sample, with the name of a wave that spreadsheets would take for a day. */
const CONTENTS = { ...SAMPLE, release: { ...SAMPLE.release, wave: "2026-01-02" } };

/** The report says it in each row. */
const MADE_ON = SAMPLE.release.made_at.toISOString().slice(0, 10);

const work = mkdtempSync(path.join(tmpdir(), "praxisspiegel-office-"));
let passed = 0;
let failed = 0;

/** Lets LibreOffice read a file; gives back its sheets. */
function open(name: string, content: Uint8Array, filter?: string): Sheet[] {
  writeFileSync(path.join(work, name), content);
  const asked = ["--headless", "--norestore", "--convert-to", "fods", "--outdir", path.join(work, "read")];
  const profile = `-env:UserInstallation=file://${path.join(work, "profile")}`;
  const reading = filter ? [`--infilter=${filter}`] : [];
  execFileSync("soffice", [profile, ...asked, ...reading, path.join(work, name)], { stdio: "pipe", timeout: 90_000 });
  return readFlatSheets(readFileSync(path.join(work, "read", name.replace(/\.\w+$/, ".fods")), "utf8"));
}

function say(what: string, faults: readonly Fault[]): void {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${what}`);
  for (const fault of faults.slice(0, 10)) console.log(`     ${fault}`);
}

async function checkFile(kind: Kind, sheets: readonly Sheet[]): Promise<void> {
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  const isReport = kind === "report" || kind === "english";
  const known = ["", "string", "float", "percentage"];
  const alive = cells.filter(({ type, value }) => !known.includes(type) && !(isReport && value === MADE_ON));
  say(
    `${kind}: ${cells.length} cells, none of them a formula, nor a date that is none`,
    alive.map(({ type, value }) => `${type}: ${value}`),
  );
  if (kind !== "codebook")
    say(`${kind}: every figure of the release is there as a number`, await checkFigures(kind, sheets, SAMPLE));
}

const report = await compose(reportCsv, CONTENTS);
say(
  "report: begins with a byte order mark",
  Buffer.from(report.subarray(0, 3)).toString("hex") === "efbbbf" ? [] : ["it does not"],
);
const book = open("mappe.xlsx", await compose(workbook, CONTENTS));
const codebook = open("codebuch.csv", await compose(codebookCsv), ENGLISH);
await checkFile("report", open("bericht.csv", report, GERMAN));
await checkFile("english", open("report.csv", await compose(reportCsv, CONTENTS, "en"), ENGLISH));
await checkFile("analysis", open("analyse.csv", await compose(analysisCsv), ENGLISH));
await checkFile("workbook", book);
await checkFile("codebook", codebook);
say("codebook: every item, code and group with its words", checkBooks("codebook", codebook, SAMPLE));
say("workbook: the sheet Codebuch has every item, code and group with its words", checkBooks("workbook", book, SAMPLE));
say("workbook: the sheet Übersicht says what release this is", checkOverview(book, CONTENTS));
rmSync(work, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
