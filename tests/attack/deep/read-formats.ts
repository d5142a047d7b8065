import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { paths } from "#app/paths.ts";
import { decodePayload } from "../../crawl/payload.ts";
import type { PublicRule } from "../attacker/published.ts";
import { dataOf, type Get } from "./dashboards.ts";
import { type Figures, figuresIn, placeOf } from "./figures.ts";
import { type PrintedItem, readPrinted } from "./read-print.ts";

/** What all formats of a release say, and what only the page's data say: rule, groups and codes. */
export type ReadRelease = {
  formats: Record<string, Figures>;
  number: number;
  rule: PublicRule;
  groups: { breakdown: string; code: string }[];
  items: { item: string; scale: string; codes: { code: string; missing: boolean }[] }[];
};

type Payload = {
  release: { number: number; rule: PublicRule };
  breakdowns: { code: string; groups: { code: string; label: { de: string } }[] }[];
  blocks: { items: PrintedItem[] }[];
};
/** Reads a release from everything that is served of it: the data of its pages, its printed pages, and every file. */
export async function readFormats(get: Get, releaseId: string): Promise<ReadRelease> {
  const data = async (breakdown?: string) => {
    const wire = await get(dataOf(paths.release(releaseId, breakdown)));
    return findReport(decodePayload(wire.toString("utf8")));
  };
  const total = await data();
  const broken = [];
  for (const { code } of total.breakdowns) broken.push({ code, report: await data(code) });
  const payload: Figures = new Map();
  const print: Figures = new Map();
  for (const { code, report } of [{ code: undefined, report: total }, ...broken]) {
    for (const [place, figure] of figuresIn(report).get(releaseId) ?? []) payload.set(place, figure);
    const groups = report.breakdowns.find((one) => one.code === code)?.groups ?? [];
    const page = (await get(paths.releasePrint(releaseId, code))).toString("utf8");
    for (const block of readPrinted(page, { blocks: report.blocks, breakdown: code, groups })) print.set(...block);
  }
  const file = (format: string) => get(paths.releaseExport(releaseId, format));
  const archive = Object.entries(unzipSync(await file("zip")));
  const inArchive = (ending: string) => Buffer.from(archive.find(([name]) => name.endsWith(ending))?.[1] ?? []);
  const items = total.blocks.flatMap((block) => block.items);
  return {
    formats: {
      ...{ data: payload, print, csv: readReport(await file("csv")), analysis: readAnalysis(await file("analyse")) },
      ...{ xlsx: await readWorkbook(await file("xlsx")), zip: readAnalysis(inArchive("analyse.csv")) },
    },
    number: total.release.number,
    rule: total.release.rule,
    groups: [
      { breakdown: "total", code: "all" },
      ...total.breakdowns.flatMap(({ code, groups }) => groups.map((group) => ({ breakdown: code, code: group.code }))),
    ],
    items: items.map(({ key, scale, codes }) => ({
      ...{ item: key, scale },
      codes: codes.map(({ code, missing }) => ({ code, missing: missing === true })),
    })),
  };
}

/** The data of the page itself, among those of the frame around it. */
function findReport(sent: unknown): Payload {
  const route = Object.entries(sent as Record<string, { data?: Payload }>).find(([name]) => name.includes("report"));
  if (!route?.[1].data) throw new Error("the page sent no report");
  return route[1].data;
}

type Row = Record<string, string | number | null>;
type Names = { place: [string, string, string]; kind: string; blank: string; code: string; n: string; base: string };

function readRows(rows: readonly Row[], { place, kind, blank, code, n, base }: Names): Figures {
  const figures: Figures = new Map();
  for (const row of rows) {
    if (row[n] === null || row[n] === undefined || row[n] === "") continue;
    const [item, breakdown, group] = place.map((name) => String(row[name]).replace(/^'/, ""));
    const at = placeOf(item ?? "", breakdown ?? "", group ?? "");
    const figure = figures.get(at) ?? { base: Number(row[base]), unanswered: 0, counts: {} };
    figures.set(at, figure);
    if (row[kind] === blank) figure.unanswered = Number(row[n]);
    else if (Number(row[n]) > 0) figure.counts[String(row[code])] = Number(row[n]);
  }
  return figures;
}

const readReport = (file: Buffer) =>
  readRows(parse(file, { bom: true, columns: true, delimiter: ";" }), {
    place: ["Merkmal", "Aufschlüsselung", "Gruppe"],
    ...{ kind: "Art", blank: "ohne Antwort", code: "Code", n: "n", base: "Basis" },
  });

const readAnalysis = (file: Buffer) =>
  readRows(parse(file, { columns: true }), {
    place: ["item", "breakdown", "group"],
    ...{ kind: "kind", blank: "unanswered", code: "code", n: "n", base: "base" },
  });

async function readWorkbook(file: Buffer): Promise<Figures> {
  const sheets = await readExcelFile(file);
  const rows = sheets
    .slice(1, -1)
    .flatMap(({ data: [, heads = [], ...lines] }) =>
      lines.map(
        (line): Row => Object.fromEntries(heads.map((head, i) => [String(head), line[i] as string | number | null])),
      ),
    );
  return readRows(rows, {
    place: ["Merkmal (Kennung)", "Aufschlüsselung (Code)", "Gruppe (Code)"],
    ...{ kind: "Art", blank: "ohne Antwort", code: "Antwort (Code)", n: "Anzahl", base: "Grundlage" },
  });
}
