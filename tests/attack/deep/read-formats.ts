import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { paths } from "#app/paths.ts";
import { decodePayload } from "../../crawl/payload.ts";
import type { PublicRule } from "../attacker/published.ts";

/** Figures as a format says them, by "item breakdown group": base, blanks, and codes above 0. */
export type Figures = Map<string, { base: number; unanswered: number; counts: Record<string, number> }>;

/** What all formats of a release say, and what only the page's data say: rule, groups and codes. */
export type ReadRelease = {
  formats: Record<string, Figures>;
  number: number;
  rule: PublicRule;
  groups: { breakdown: string; code: string }[];
  items: { item: string; scale: string; codes: { code: string; missing: boolean }[] }[];
};

type Get = (path: string) => Promise<Buffer>;
type Payload = {
  release: { number: number; rule: PublicRule };
  breakdowns: { code: string; groups: { code: string; label: { de: string } }[] }[];
  blocks: { items: PayloadItem[] }[];
};
type PayloadItem = {
  key: string;
  scale: string;
  codes: { code: string; missing?: boolean; label: { de: string } }[];
  figures: {
    breakdown: string;
    group: string;
    base: number;
    unanswered: number;
    counts: { code: string; n: number }[];
  }[];
};

const placeOf = (item: string, breakdown: string, group: string) => `${item} ${breakdown} ${group}`;

/** Reads a release from everything that is served of it: the data of its pages, its printed pages, and every file. */
export async function readFormats(get: Get, releaseId: string): Promise<ReadRelease> {
  const data = async (breakdown?: string) => {
    const wire = await get(paths.release(releaseId, breakdown).replace(/(\?|$)/, ".data$1"));
    return findReport(decodePayload(wire.toString("utf8")));
  };
  const total = await data();
  const broken = [];
  for (const { code } of total.breakdowns) broken.push({ code, report: await data(code) });
  const payload: Figures = new Map();
  const print: Figures = new Map();
  for (const { code, report } of [{ code: undefined, report: total }, ...broken]) {
    readPayload(report, payload);
    readPrinted((await get(paths.releasePrint(releaseId, code))).toString("utf8"), report, code, print);
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

function readPayload({ blocks }: Payload, figures: Figures): void {
  for (const { key, figures: own } of blocks.flatMap(({ items }) => items)) {
    for (const { breakdown, group, base, unanswered, counts } of own) {
      const above = counts.filter(({ n }) => n > 0).map(({ code, n }) => [code, n]);
      figures.set(placeOf(key, breakdown, group), { base, unanswered, counts: Object.fromEntries(above) });
    }
  }
}

const textOf = (html: string) =>
  html
    .replace(/<!--.*?-->|<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("\u00a0", " ")
    .trim();
const BASE = "gültige Antworten";
const BLANK = "ohne Antwort";
const RANGE = "Unsicherheit";

/** The tables of a printed report: answers downwards, everybody and the groups across, "12 % (5)" in every cell. */
function readPrinted(
  html: string,
  { blocks, breakdowns }: Payload,
  breakdown: string | undefined,
  figures: Figures,
): void {
  const tables = [...html.matchAll(/<table class="data[^>]*>(.*?)<\/table>/gs)].map(([, body = ""]) => body);
  const items = blocks.flatMap((block) => block.items);
  if (tables.length !== items.length) throw new Error(`${tables.length} printed tables of ${items.length} questions`);
  for (const [i, item] of items.entries()) {
    const [heads = [], ...rows] = [...(tables[i] ?? "").matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => textOf(cell)),
    );
    for (const [column, head] of heads.entries()) {
      // What is derived of everybody's figures is no figure of a group.
      if (column === 0 || head === RANGE) continue;
      const group = breakdowns.find(({ code }) => code === breakdown)?.groups.find(({ label }) => label.de === head);
      if (column > 1 && !group) throw new Error(`nobody knows the printed group ${head}`);
      const figure: { base: number; unanswered: number; counts: Record<string, number> } = {
        base: 0,
        unanswered: 0,
        counts: {},
      };
      for (const row of rows) {
        const [label = "", cell = ""] = [row[0], row[column]];
        const n = Number((/\((.*)\)/.exec(cell)?.[1] ?? cell).replaceAll(".", ""));
        const code = item.codes.find((one) => one.label.de === label)?.code;
        if (label === BASE) figure.base = n;
        else if (label === BLANK) figure.unanswered = n;
        else if (code && n > 0) figure.counts[code] = n;
      }
      const place =
        column === 1 ? placeOf(item.key, "total", "all") : placeOf(item.key, breakdown ?? "", group?.code ?? "");
      figures.set(place, figure);
    }
  }
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
