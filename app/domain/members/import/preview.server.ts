import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as imports from "#db/queries/member-imports.server.ts";
import { Problem } from "../../problem.ts";
import { findAttribute } from "../attributes.ts";
import { dayOf } from "../days.ts";
import { fingerprintOf } from "./apply-import.server.ts";
import { COLUMNS } from "./columns.ts";
import { CELL_CHARS } from "./limits.ts";
import { countStates, newOrganisations, planRows, type RowState } from "./plan.ts";
import { readMemberFile } from "./read-file.ts";
import { readNetwork } from "./read-network.server.ts";
import type { ReadWorkbook } from "./read-workbook.server.ts";
import type { StoredCounts, StoredFile } from "./stored.ts";
import { readValues, valueLabel } from "./values.ts";

type Who = { actorId: string; now: Date };
/** How long a preview waits for its yes, and how long an import can be undone: both keep names and addresses. */
const KEPT = { previewDays: 7, undoDays: 30 } as const;

const FILE_NAME_CHARS = 120;
const LISTED = 20;

/** Reads a file and keeps it as a preview: nothing of the network changes. Throws invalid-member with a fault at `/file`. */
export async function beginImport(
  { db, readWorkbook }: { db: Db; readWorkbook: ReadWorkbook },
  file: { name: string; bytes: Uint8Array },
  { actorId, now }: Who,
): Promise<string> {
  const { table, form } = await readMemberFile(file.bytes, readWorkbook);
  const importId = randomUUID();
  const { columns, rows } = table;
  const unknown = table.unknown.map((head) => head.slice(0, 80)).slice(0, 40);
  const stored: StoredFile = { form, columns, unknown, from: dayOf(now), rows };
  await transact(db, async (tx) => {
    const fileName = file.name.replace(/\p{Cc}/gu, "").slice(-FILE_NAME_CHARS) || "datei";
    await imports.insertImport(tx, { importId, fileName, rows: stored, madeBy: actorId, madeAt: now });
    const detail = { rows: rows.length, form };
    await insertAudit(tx, { actorId, verb: "member-import.read", object: "member_import", objectId: importId, detail });
  });
  return importId;
}

export type PreviewView = {
  /** undefined: faults, where there are any */
  show: RowState | "all" | undefined;
  /** a row to be corrected although it has no fault */
  line: number | undefined;
  page: number;
};

const ROWS_PER_PAGE = 50;

/** One page of a preview, with what every row would do; or what became of the import. Throws not-found. */
export async function readImport(db: Db, importId: string, view: PreviewView, now: Date) {
  const found = await imports.findImport(db, importId);
  if (!found) throw new Problem("not-found");
  const about = { importId, fileName: found.file_name, state: found.state, madeAt: found.made_at };
  if (found.state !== "preview") {
    const { counts, people = 0, organisations = 0 } = (found.rows ?? {}) as Partial<StoredCounts>;
    const at = found.ended_at ?? found.applied_at ?? found.made_at;
    return {
      ...about,
      preview: undefined,
      ended: { at, counts, people, organisations, undoable: found.undo !== null },
    };
  }
  const file = found.rows as StoredFile;
  const plans = planRows(file.rows, await readNetwork(db), { from: file.from, today: dayOf(now) });
  const counts = countStates(plans);
  // Faults first; once they are mended, everything.
  const asked = view.show ?? "problem";
  const show = view.show === "all" || counts[asked as RowState] === 0 ? undefined : (asked as RowState);
  const shown = plans.filter((plan) => !show || plan.state === show || plan.line === view.line);
  const pages = Math.max(1, Math.ceil(shown.length / ROWS_PER_PAGE));
  const at = shown.findIndex((plan) => plan.line === view.line);
  const page = at >= 0 ? Math.floor(at / ROWS_PER_PAGE) + 1 : Math.min(Math.max(view.page, 1), pages);
  const cells = new Map(file.rows.map((row) => [row.line, row.cells]));
  return {
    ...about,
    ended: undefined,
    preview: {
      ...{ form: file.form, unknown: file.unknown, from: file.from, rows: plans.length },
      ...{ counts, show, page, pages, shown: shown.length },
      newOrganisations: newOrganisations(plans).sort((a, b) => a.localeCompare(b, "de", { numeric: true })),
      fingerprint: fingerprintOf(plans),
      plans: shown.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map(({ action: _, ...plan }) => ({
        ...plan,
        cells: plan.state === "problem" || plan.line === view.line ? inLabels(cells.get(plan.line) ?? {}) : {},
      })),
    },
  };
}

/** Cells with the German label of what they mean, where one value is to be chosen: so that the chooser finds it. */
function inLabels(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([column, text]) => {
      const [code] = findAttribute(column)?.multiple === false ? readValues(column, text).codes : [];
      return [column, code ? valueLabel(column, code) : text];
    }),
  );
}

export type ImportPage = Awaited<ReturnType<typeof readImport>>;
export type PreviewPage = NonNullable<ImportPage["preview"]>;
export type PreviewRow = PreviewPage["plans"][number];

/** New texts for cells, by line and column; an empty one empties the cell. */
export function correctRows(
  db: Db | Tx,
  importId: string,
  corrections: ReadonlyMap<number, Readonly<Record<string, string>>>,
): Promise<void> {
  return changeFile(db, importId, (file) => {
    const rows = file.rows.map((row) => {
      const correction = corrections.get(row.line);
      if (!correction) return row;
      const known = Object.entries(correction).filter(([column]) => COLUMNS.some(({ id }) => id === column));
      const cells = Object.entries({ ...row.cells, ...Object.fromEntries(known) })
        .map(([column, text]): [string, string] => [
          column,
          text
            .replaceAll("\0", "")
            .trim()
            .slice(0, CELL_CHARS + 1),
        ])
        .filter(([, text]) => text !== "");
      return { ...row, cells: Object.fromEntries(cells) };
    });
    return { ...file, rows };
  });
}

/** Leaves a row out of the import, or takes it in again. */
export function leaveRow(db: Db | Tx, importId: string, line: number, left: boolean): Promise<void> {
  return changeFile(db, importId, (file) => ({
    ...file,
    rows: file.rows.map((row) => (row.line === line ? { ...row, left } : row)),
  }));
}

/** The ISO day from which changed attributes hold. */
export function setImportDay(db: Db | Tx, importId: string, from: string): Promise<void> {
  return changeFile(db, importId, (file) => ({ ...file, from }));
}

function changeFile(db: Db | Tx, importId: string, change: (file: StoredFile) => StoredFile): Promise<void> {
  return transact(db, async (tx) => {
    const found = await imports.lockImport(tx, importId);
    if (!found) throw new Problem("not-found");
    if (found.state !== "preview") throw new Problem("changed-since");
    await imports.updateImportRows(tx, importId, change(found.rows as StoredFile));
  });
}

/** Throws a preview away: its rows are erased. */
export function discardImport(db: Db | Tx, importId: string, { actorId, now }: Who): Promise<void> {
  return transact(db, async (tx) => {
    const found = await imports.lockImport(tx, importId);
    if (!found) throw new Problem("not-found");
    if (found.state !== "preview") throw new Problem("changed-since");
    await imports.markEnded(tx, importId, { state: "discarded", rows: {}, at: now });
    await insertAudit(tx, { actorId, verb: "member-import.discard", object: "member_import", objectId: importId });
  });
}

/** Erases what is kept no longer: previews without a yes, and what was needed to undo old imports. */
export function tidyImports(db: Db): Promise<void> {
  return transact(db, (tx) => imports.eraseOldImports(tx, KEPT));
}

/** The latest imports. */
export async function readImports(db: Db) {
  return imports.listImports(db, LISTED);
}
