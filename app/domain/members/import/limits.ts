/** What a member file may be. More is refused before anything of it is kept. */
export const IMPORT_BYTES = 5 * 1024 * 1024;
export const IMPORT_ROWS = 50_000;
export const IMPORT_COLUMNS = 100;
export const CELL_CHARS = 10_000;
/** What an Excel file may hold unpacked: compressed, it can be a thousand times smaller. */
export const UNPACKED_BYTES = 120 * 1024 * 1024;
/** How long reading an Excel file may take before it is killed. */
export const READ_MS = 20_000;
