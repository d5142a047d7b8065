import { analysisCsv } from "./analysis-csv.ts";
import { bundleOf } from "./bundle.server.ts";
import { codebookCsv } from "./codebook-csv.ts";
import type { ExportFormat } from "./format.ts";
import { reportCsv } from "./report-csv.ts";
import { workbook } from "./workbook.ts";

const FILES: readonly ExportFormat[] = [workbook, reportCsv, analysisCsv, codebookCsv];

/** Every format, in the order in which the page offers them: first what most people look for. */
export const FORMATS: readonly ExportFormat[] = [...FILES, bundleOf(FILES)];

export function findFormat(id: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}
