import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readNames, readPeople } from "#app/domain/members/import/people.ts";
import { planRows } from "#app/domain/members/import/plan.ts";
import { readMemberFile } from "#app/domain/members/import/read-file.ts";
import { readRow } from "#app/domain/members/import/read-row.ts";
import { readWorkbook } from "#app/domain/members/import/read-workbook.server.ts";
import { writeWorkbook } from "#app/domain/members/import/write-workbook.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { csvOf, type FileLine, fileLine, HEADS, inWindows1252 } from "../../../support/member-file.ts";

const EMPTY = { organisations: [], projects: [], accounts: [] };
const WHEN = { from: "2026-11-23", today: "2026-11-23" };

const utf8 = (text: string) => new TextEncoder().encode(text);
const lines = Array.from({ length: 30 }, (_, i) => fileLine(i + 1));

async function rowsOf(bytes: Uint8Array) {
  return (await readMemberFile(bytes, readWorkbook)).table.rows;
}

/** The code of the one fault with which a file is refused. */
async function faultOf(bytes: Uint8Array) {
  const caught: unknown = await readMemberFile(bytes, readWorkbook).catch((error: unknown) => error);
  if (!(caught instanceof Problem)) throw new Error("the file was taken");
  expect(caught.code).toBe("invalid-member");
  expect(caught.faults).toHaveLength(1);
  return caught.faults[0];
}

/** Faults of single rows that are planned against an empty network. */
function faultsOf(...rows: FileLine[]): Promise<string[][]> {
  return rowsOf(utf8(csvOf(rows))).then((read) =>
    planRows(read, EMPTY, WHEN).map((plan) => plan.faults.map(({ path, code }) => `${path}: ${code}`)),
  );
}

test("every encoding, separator and order of columns gives the same rows", async () => {
  const wanted = await rowsOf(utf8(csvOf(lines)));
  const text = csvOf(lines);
  const swapped = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  const files: Record<string, Uint8Array> = {
    "UTF-8 with a mark": utf8(`\uFEFF${text}`),
    "Windows-1252": inWindows1252(text),
    "UTF-16 LE with a mark": Buffer.from(`\uFEFF${text}`, "utf16le"),
    "UTF-16 LE": Buffer.from(text, "utf16le"),
    "UTF-16 BE with a mark": swapped,
    "UTF-16 BE": swapped.subarray(2),
    commas: utf8(csvOf(lines, ",")),
    tabs: utf8(csvOf(lines, "\t")),
    "line feeds": utf8(text.replaceAll("\r\n", "\n")),
    "old line ends": utf8(text.replaceAll("\r\n", "\r")),
    reversed: utf8(csvOf(lines, ";", HEADS.toReversed())),
  };
  for (const [name, bytes] of Object.entries(files)) expect(await rowsOf(bytes), name).toEqual(wanted);
  const below = await rowsOf(utf8(`sep=;\r\n${text}`));
  expect(below.map((row) => row.cells)).toEqual(wanted.map((row) => row.cells));
  expect(below[0]?.line).toBe(3);
});

test("codes and English names do as heads, titles above are passed over, derived columns are not unknown", async () => {
  const { table } = await readMemberFile(
    utf8("Stand 1.1.2026;;\n;;\norganisation;Project;State;region5;traeger;Foo\nA;B;BY;sued;verein;x\n"),
    readWorkbook,
  );
  expect(table.columns).toEqual(["organisation", "project", "land", "traeger"]);
  expect(table.unknown).toEqual(["Foo"]);
  expect(table.rows).toEqual([{ line: 4, cells: { organisation: "A", project: "B", land: "BY", traeger: "verein" } }]);
});

test("files that are none are refused with a word on what they are", async () => {
  const code = async (bytes: Uint8Array) => (await faultOf(bytes))?.code;
  expect(await code(new Uint8Array())).toBe("file-empty");
  expect(await code(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("file-xls");
  expect(await code(Buffer.from("89504e470d0a1a0a0000000d494844520000001000000010", "hex"))).toBe("file-binary");
  expect(await code(utf8("PK\u0003\u0004 and then nothing of the kind"))).toBe("broken-workbook");
  expect(await code(utf8("\r\n\r\n"))).toBe("no-rows");
  expect(await code(utf8(csvOf([])))).toBe("no-rows");
  expect(await faultOf(utf8("Träger;Name\nA;B"))).toMatchObject({ code: "heads", detail: { missing: "Projekt" } });
  expect(await faultOf(utf8('Träger;Projekt\nA;"B\n'))).toMatchObject({ code: "quotes", detail: { line: 2 } });
  expect(await faultOf(utf8("Träger;Projekt;Projektname\nA;B;C"))).toMatchObject({ code: "doubled-column" });
  expect(await code(utf8(csvOf(lines).padEnd(5 * 1024 * 1024 + 1, "x")))).toBe("file-size");
});

test("50,000 rows are read and planned, one more is refused", { timeout: 60_000 }, async () => {
  const heads = "Träger;Projekt;Land;Schwerpunkt;Ansatz\r\n";
  const row = (n: number) => `T${n % 900};P${n};BY;re;person\r\n`;
  const many = (n: number) => utf8(heads + Array.from({ length: n }, (_, i) => row(i)).join(""));
  const rows = await rowsOf(many(50_000));
  const plans = planRows(rows, EMPTY, WHEN);
  expect(plans.filter(({ state }) => state === "new")).toHaveLength(50_000);
  expect(await faultOf(many(50_001))).toMatchObject({ code: "too-many-rows", detail: { n: 50_001 } });
  // All the same project, all the same address: still read in one go, every row with its fault.
  const same = utf8(`Träger;Projekt;E-Mail;Leitung\r\n${"A;B;a@example.org;C\r\n".repeat(49_999)}A;B;a@example.org;D`);
  expect(planRows(await rowsOf(same), EMPTY, WHEN).filter(({ state }) => state === "problem")).toHaveLength(50_000);
});

test("a workbook that swells when it is unpacked is refused, whatever its directory says", {
  timeout: 60_000,
}, async () => {
  const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 65));
  expect((await faultOf(zipOf(packed, 200 * 1024 * 1024)))?.code).toBe("unpacked");
  expect((await faultOf(zipOf(packed, 1000)))?.code).toBe("unpacked");
});

test("a workbook whose end can be read in two ways is refused before it is unpacked", async () => {
  const sound = Buffer.from(await writeWorkbook(EMPTY, WHEN.today));
  expect((await faultOf(sound))?.code).toBe("no-rows");
  const end = sound.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const uncounted = Buffer.from(sound);
  uncounted.writeUInt16LE(0, end + 10);
  const [directory, locator] = [Buffer.alloc(56), Buffer.alloc(20)];
  directory.write("504b0606", "hex");
  directory.writeUInt32LE(sound.readUInt16LE(end + 8), 32);
  directory.writeUInt32LE(sound.readUInt32LE(end + 16), 48);
  locator.write("504b0607", "hex");
  locator.writeUInt32LE(end, 8);
  const files = {
    "counts that differ": uncounted,
    "a second directory": Buffer.concat([sound.subarray(0, end), directory, locator, sound.subarray(end)]),
    "a second end": Buffer.concat([sound, Buffer.from("504b0506".padEnd(42, "0"), "hex")]),
  };
  for (const [name, bytes] of Object.entries(files)) expect((await faultOf(bytes))?.code, name).toBe("broken-workbook");
  // Stored as they are, entries are copied by their packed size, and all may lie at the same place.
  const stored = zipOf(Buffer.alloc(4_000_000, 65), 0, { method: 0, entries: 40 });
  expect((await faultOf(stored))?.code).toBe("unpacked");
});

test("long cells of quotes and commas are read in a moment, and refused at the cell where they are too long", async () => {
  const cells = ['"\\'.repeat(5000), '"'.repeat(9999), '\\"'.repeat(5000), '";'.repeat(5000)];
  for (const members of cells) {
    const { faults } = readRow({ members });
    expect(faults.map(({ path, code }) => `${path}: ${code}`)).toEqual(["members: address"]);
  }
  // A hundred times as much as a cell may hold takes hours where every quote is looked at from every other.
  expect(readPeople('"\\'.repeat(500_000)).unread).toHaveLength(1);
  expect(readNames('\\";'.repeat(300_000))).toHaveLength(300_000);
  expect(readRow({ ph: "re,".repeat(3000) }).values.attributes.ph).toEqual(["re"]);
  expect(readRow({ ph: "x,".repeat(5000) }).faults).toMatchObject([{ code: "unknown-value", path: "ph" }]);
  const long = readRow({ lead_name: '"\\'.repeat(500_000), lead_address: "a@example.org" });
  expect(long.faults).toEqual([{ code: "too-long", path: "lead_name", detail: { limit: 10_000 } }]);
});

test("what does not fit is named at its cell", async () => {
  expect(await faultsOf(fileLine(1, { Land: "Bayernn" }))).toEqual([["land: unknown-value"]]);
  expect(await faultsOf(fileLine(1, { Phänomenbereiche: "Rechtsextremismus; Quatsch" }))).toEqual([
    ["ph: unknown-value"],
  ]);
  expect(await faultsOf(fileLine(1, { "Aktiv ab": "31.02.2026" }))).toEqual([["active_from: day"]]);
  expect(await faultsOf(fileLine(1, { "Aktiv ab": "03/01/2026" }))).toEqual([["active_from: day"]]);
  expect(await faultsOf(fileLine(1, { "E-Mail der Leitung": "a@@b" }))).toEqual([["lead_address: address"]]);
  expect(await faultsOf(fileLine(1, { "E-Mail der Leitung": "a@b.de; c@d.de" }))).toEqual([
    ["lead_name: names-and-addresses"],
  ]);
  expect(await faultsOf(fileLine(4, { "Weitere Teammitglieder": "x@y.example; X <x@y.example>" }))).toEqual([
    ["members: twice-in-row"],
  ]);
  expect(await faultsOf(fileLine(1, { Projekt: "", Ansatz: "" }))).toEqual([["project: missing", "ansatz: missing"]]);
  expect(await faultsOf(fileLine(1, { Projekt: "x".repeat(201) }))).toEqual([["project: too-long"]]);
  expect(await faultsOf(fileLine(1), fileLine(1, { Projekt: "PROJEKT 1  „Übergänge“" }))).toEqual([
    ["project: project-twice"],
    ["project: project-twice"],
  ]);
  const other = { "E-Mail der Leitung": "LEITUNG.1@traeger.example" };
  expect(await faultsOf(fileLine(1), fileLine(2, other))).toEqual([
    ["lead_address: address-twice"],
    ["lead_address: address-twice"],
  ]);
  expect(await faultsOf(fileLine(1), fileLine(2, { ...other, Leitung: "Leitung 1" }))).toEqual([[], []]);
});

test("the same value in many spellings", () => {
  const land = (typed: string) => readRow({ land: typed }).values.attributes.land;
  for (const typed of ["Bayern", "BY", "by", "bayern ", "Bavaria", "DE-BY", "Freistaat Bayern"])
    expect(land(typed)).toEqual(["by"]);
  for (const typed of ["Baden-Württemberg", "baden wuerttemberg", "BW"]) expect(land(typed)).toEqual(["bw"]);
  const posts = (typed: string) => readRow({ vzae: typed }).values.attributes.vzae;
  for (const typed of ["2,5", "2.5", "2,5 VZÄ", "4,99", "2 bis unter 5 Vollzeitstellen"])
    expect(posts(typed)).toEqual(["2_u5"]);
  expect(posts("1,99")).toEqual(["u2"]);
  expect(posts("10")).toEqual(["ab10"]);
  const day = (typed: string) => readRow({ active_from: typed }).values.activeFrom;
  for (const typed of ["1.3.2026", "01.03.2026", "2026-03-01"]) expect(day(typed)).toBe("2026-03-01");
  const several = "Verschwörungsideologien, Reichsbürger-Szene, Rechtsextremismus | le";
  expect(readRow({ ph: several }).values.attributes.ph).toEqual(["re", "le", "vd"]);
});

test("whatever bytes come, they are read or refused, never more than that", async () => {
  const anyText = fc.string({ unit: fc.constantFrom(...'Träger;Projekt,"\n\r\t\0äß€<@>-=0x') });
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    anyText.map(utf8),
    anyText.map((text) => utf8(`Träger;Projekt\n${text}`)),
  );
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const read = await readMemberFile(bytes, async () => ({ code: "broken-workbook" })).catch(
        (error: unknown) => error,
      );
      if (read instanceof Problem) {
        expect(read.code).toBe("invalid-member");
        return;
      }
      const { table } = read as Awaited<ReturnType<typeof readMemberFile>>;
      expect(planRows(table.rows, EMPTY, WHEN)).toHaveLength(table.rows.length);
      expect(JSON.stringify(table)).not.toContain("\\u0000");
    }),
    { numRuns: 500 },
  );
});

/** A zip whose directory claims a size, and names the one thing in it as often as it likes. */
function zipOf(packed: Buffer, claimed: number, { method = 8, entries = 1 } = {}): Uint8Array {
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0);
  entry.writeUInt16LE(method, 4);
  entry.writeUInt32LE(packed.length, 14);
  entry.writeUInt32LE(claimed, 18);
  entry.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("504b0304", "hex"), entry, name, packed]);
  const one = Buffer.concat([Buffer.from("504b01021400", "hex"), entry, Buffer.alloc(14), name]);
  const central = Buffer.concat(Array.from({ length: entries }, () => one));
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}
