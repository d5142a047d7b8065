/** Count of one code. For `rank` items there is one row per code and position (1 = first); else `rank` is null. */
export type CodeCount = { code: string; rank: number | null; n: number };
