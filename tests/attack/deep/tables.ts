/** A table of a page: its name, and its rows as texts from left to right, the heads first. */
export type Table = { caption: string; heads: string[]; rows: string[][] };

/** What a reader reads of a piece of a page. */
export const textOf = (html: string): string =>
  html
    .replace(/<!--.*?-->|<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replace(/&#x27;|&apos;/g, "'")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/[\u00a0\u202f]/g, " ")
    .trim();

/** Every table of a page, or those drawn beside charts alone, in their order. */
export function tablesIn(html: string, which: "all" | "beside charts" = "all"): Table[] {
  const all = which === "all" ? /<table\b[^>]*>(.*?)<\/table>/gs : /<table class="data\b[^>]*>(.*?)<\/table>/gs;
  return [...html.matchAll(all)].map(([, body = ""]) => {
    const [heads = [], ...rows] = [...body.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => textOf(cell)),
    );
    return { caption: textOf(/<caption\b[^>]*>(.*?)<\/caption>/s.exec(body)?.[1] ?? ""), heads, rows };
  });
}

/** A row that has to stand in a table: its beginning, and of every further cell the texts that are right. */
export type ExpectedRow = { head: string; cells: string[][] };

/** Where a table is not what follows from the released figures: its rows, their order, and each of their cells. */
export function compareTable(table: Table | undefined, expected: readonly ExpectedRow[], what: string): string[] {
  if (!table) return expected.length > 0 ? [`${what}: there is no such table`] : [];
  const heads = table.rows.map(([head = ""]) => head);
  if (heads.length !== expected.length) return [`${what}: ${heads.length} rows instead of ${expected.length}`];
  return expected.flatMap(({ head, cells }, place) => {
    const row = table.rows[place] ?? [];
    if (!row[0]?.startsWith(head)) return [`${what}: row ${place + 1} is ${row[0]} instead of ${head}`];
    return cells.flatMap((right, i) =>
      right.includes(row[i + 1] ?? "") ? [] : [`${what}, ${head}: ${row[i + 1]} instead of ${right.join(" or ")}`],
    );
  });
}
