import { z } from "zod";
import { CELL_CHARS } from "../domain/members/import/limits.ts";
import type { PreviewView } from "../domain/members/import/preview.server.ts";

const SHOWN = ["all", "new", "changed", "unchanged", "problem", "left"] as const;
const CELL = /^c\.(\d{1,6})\.([a-z0-9_]{1,40})$/;

/** Cells are named `c.<line>.<column>`; beside them stands what is to be done. */
export const previewSchema = z.record(
  z
    .string()
    .refine((key) => CELL.test(key) || ["intent", "leave", "take", "from", "fingerprint", "welcome"].includes(key)),
  z.string().max(CELL_CHARS * 2),
);

/** Typed cells by line and column. */
export function correctionsIn(form: Readonly<Record<string, string>>): Map<number, Record<string, string>> {
  const corrections = new Map<number, Record<string, string>>();
  for (const [key, text] of Object.entries(form)) {
    const [, line, column] = CELL.exec(key) ?? [];
    if (!line || !column) continue;
    corrections.set(Number(line), { ...corrections.get(Number(line)), [column]: text });
  }
  return corrections;
}

/** Which rows of a preview the address asks for. */
export function previewView(request: Request): PreviewView {
  const search = new URL(request.url).searchParams;
  const line = /^\d{1,6}$/.exec(search.get("zeile") ?? "")?.[0];
  return {
    show: SHOWN.find((state) => state === search.get("zeigen")),
    line: line ? Number(line) : undefined,
    page: Number(/^\d{1,4}$/.exec(search.get("seite") ?? "")?.[0] ?? 1),
  };
}
