import { type Figures, placeOf } from "./figures.ts";
import { type Table, tablesIn } from "./tables.ts";

/** What the page's data say of an item beside its figures. */
export type PrintedItem = {
  key: string;
  scale: string;
  label: { de: string };
  codes: { code: string; missing?: boolean; label: { de: string } }[];
};
type Group = { code: string; label: { de: string } };
type Report = { blocks: { items: PrintedItem[] }[]; breakdown: string | undefined; groups: readonly Group[] };
type Figure = { base: number; unanswered: number; counts: Record<string, number> };
type Entry = [place: string, figure: Figure];

const BASE = "gültige Antworten";
const BLANK = "ohne Antwort";
const RANGE = "Unsicherheit";
const [ITEM, GROUP] = ["Merkmal", "Gruppe"];
const EVERYBODY = "Alle";
const TOTAL: [breakdown: string, group: string] = ["total", "all"];

/** "12 % (5)" or "5" */
const countIn = (cell: string) => Number((/\((.*)\)/.exec(cell)?.[1] ?? cell).replaceAll(".", ""));

/**
 * The tables of a printed report. Of a question alone: answers downwards, everybody and the groups across. Of questions with
 * the same answers: questions and groups downwards, answers across; a second table has what follows from the first.
 */
export function readPrinted(html: string, report: Report): Figures {
  const tables = tablesIn(html, "beside charts").filter(({ heads }) => heads[0] !== ITEM || heads.includes(BLANK));
  const waiting = report.blocks.map(({ items }) => [...items]);
  const figures: Figures = new Map();
  for (const table of tables) {
    const items = waiting.find((own) => own.length > 0) ?? [];
    const entries = table.heads[0] === ITEM ? readMatrix(table, items, report) : readSingle(table, items, report);
    for (const [place, figure] of entries) figures.set(place, figure);
  }
  const left = waiting.flat().map(({ key }) => key);
  if (left.length > 0) throw new Error(`no table was printed of ${left.join(", ")}`);
  return figures;
}

function groupNamed(name: string, { groups, breakdown }: Report): [breakdown: string, group: string] {
  const group = groups.find(({ label }) => label.de === name);
  if (!group) throw new Error(`nobody knows the printed group ${name}`);
  return [breakdown ?? "", group.code];
}

/** `items`: those of the question that are not read yet; what is read is taken out. */
function readSingle({ heads, rows }: Table, items: PrintedItem[], report: Report): Entry[] {
  const item = items.shift();
  if (!item) throw new Error("more tables were printed than there are questions");
  return heads.flatMap((head, column): Entry[] => {
    // What is derived of everybody's figures is no figure of a group.
    if (column === 0 || head === RANGE) return [];
    const figure = figureOf(
      rows.map((row) => [row[0] ?? "", row[column] ?? ""]),
      item,
    );
    const at = column === 1 ? TOTAL : groupNamed(head, report);
    return [[placeOf(item.key, ...at), figure]];
  });
}

function readMatrix({ heads, rows }: Table, items: PrintedItem[], report: Report): Entry[] {
  const isBroken = heads[1] === GROUP;
  const first = isBroken ? 2 : 1;
  const answers = heads.slice(first, heads.indexOf(BASE));
  const read = new Set<PrintedItem>();
  const entries = rows.map((row): Entry => {
    const item = items.find((one) => isNamed(one, row[0] ?? "") && hasAnswers(one, answers));
    if (!item) throw new Error(`nobody knows the printed question ${row[0]}`);
    read.add(item);
    const at = isBroken && row[1] !== EVERYBODY ? groupNamed(row[1] ?? "", report) : TOTAL;
    const cells = heads.slice(first).map((head, i): [string, string] => [head, row[first + i] ?? ""]);
    return [placeOf(item.key, ...at), figureOf(cells, item)];
  });
  for (const item of read) items.splice(items.indexOf(item), 1);
  return entries;
}

/** A column that all have in common is left out of their names. */
const isNamed = ({ label }: PrintedItem, name: string) => label.de === name || label.de.startsWith(`${name}: `);
const hasAnswers = ({ codes }: PrintedItem, answers: readonly string[]) =>
  JSON.stringify(codes.flatMap(({ missing, label }) => (missing ? [] : label.de))) === JSON.stringify(answers);

function figureOf(cells: readonly [name: string, cell: string][], { codes }: PrintedItem): Figure {
  const figure: Figure = { base: 0, unanswered: 0, counts: {} };
  for (const [name, cell] of cells) {
    const code = codes.find((one) => one.label.de === name)?.code;
    const n = countIn(cell);
    if (name === BASE) figure.base = n;
    else if (name === BLANK) figure.unanswered = n;
    else if (code && n > 0) figure.counts[code] = n;
  }
  return figure;
}
