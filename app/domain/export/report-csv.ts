import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import type { Code } from "#surveys/model.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvRecords } from "./csv.ts";
import type { ExportFormat } from "./index.ts";

/** Items whose figures are in memory at a time, so that a large release streams. */
const ITEMS_PER_STEP = 25;

const HEADS = [
  "Erhebung",
  "Welle",
  "Auswertungsstand",
  "Stand vom",
  "Fassung",
  "Daten",
  "Merkmal",
  "Frage",
  "Teilfrage",
  "Aufschlüsselung",
  "Gruppe",
  "Gruppenname",
  "Code",
  "Antwort",
  "Rang",
  "Art",
  "n",
  "Basis",
  "Anteil",
  "Mittelwert",
  "Einheit",
  "Antwortbögen",
];

type GroupRow = Awaited<ReturnType<typeof releases.listGroups>>[number];
type ItemRow = Awaited<ReturnType<typeof releases.listItems>>[number];

/**
 * The report for German Excel: one row per item, group and code; codes that nobody chose count 0. `Anteil` is n ÷ Basis
 * from 0 to 1, for valid codes only. Missing codes (`fehlend`) and blanks (`ohne Antwort`) stand beside them, outside the
 * base. Items without codes have one row with their base. What is withheld has no rows. `Einheit` says what `n` and
 * `Basis` count: responses, or entries of a repeated group; `Antwortbögen` is the number of responses behind the base. Blanks
 * are always responses.
 */
export const reportCsv: ExportFormat = {
  id: "csv",
  extension: "csv",
  contentType: "text/csv; charset=utf-8",
  write: writeReport,
};

async function* writeReport(report: Db, release: ReleaseSummary): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRecords([HEADS]);
  const { releaseId } = release;
  const groups = await releases.listGroups(report, releaseId);
  const items = await releases.listItems(report, releaseId);
  const lead = leadOf(release);
  for (let from = 0; from < items.length; from += ITEMS_PER_STEP) {
    const step = items.slice(from, from + ITEMS_PER_STEP);
    const rows = await releases.listFiguresOfItems(
      report,
      releaseId,
      step.map((one) => one.item),
    );
    const figures = new Map(rows.map((row) => [JSON.stringify([row.item, row.breakdown, row.group_code]), row]));
    for (const item of step) {
      const records = groups.flatMap((group) => {
        const figure = figures.get(JSON.stringify([item.item, group.breakdown, group.group_code]));
        return figure ? rowsOf(lead, item, group, figure) : [];
      });
      if (records.length > 0) yield csvRecords(records);
    }
  }
}

function leadOf(release: ReleaseSummary): CsvCell[] {
  const day = new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeZone: "Europe/Berlin" }).format(
    release.madeAt,
  );
  const data = release.fictional ? "fiktiv" : "echt";
  return [release.title.de, release.wave, release.number, day, release.version, data];
}

function rowsOf(lead: CsvCell[], item: ItemRow, group: GroupRow, figure: releases.FigureRow): CsvCell[][] {
  const { base, mean, unanswered, respondents } = figure;
  const sub = item.label.de === item.title.de ? "" : item.label.de;
  const place = [...lead, item.item, item.title.de, sub, group.breakdown, group.group_code, group.label.de];
  const row = (code: string, label: string, rank: number | null, kind: string, n: number, share: number | null) => [
    ...place,
    code,
    label,
    rank,
    kind,
    n,
    base,
    share,
    mean === null ? null : rounded(mean),
    respondents === null || kind === "ohne Antwort" ? "Antwortbogen" : "Eintrag",
    respondents ?? base,
  ];
  const answers = item.codes.flatMap((code) =>
    countsOf(item, code, figure).map(({ rank, n }) =>
      code.missing
        ? row(code.code, code.label.de, null, "fehlend", n, null)
        : row(code.code, code.label.de, rank, "gültig", n, base > 0 ? rounded(n / base) : null),
    ),
  );
  const all = item.codes.length > 0 ? [] : [row("", "gültige Antworten", null, "gültig", base, base > 0 ? 1 : null)];
  return [...all, ...answers, row("", "ohne Antwort", null, "ohne Antwort", unanswered, null)];
}

/** The counts of one code: one per position for rankings, else one; nought where nobody chose it. */
function countsOf(
  item: ItemRow,
  { code, missing }: Code,
  figure: releases.FigureRow,
): { rank: number | null; n: number }[] {
  const found = figure.counts.filter((count) => count.code === code);
  if (found.length > 0) return found;
  return [{ rank: item.scale === "rank" && !missing ? 1 : null, n: 0 }];
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
