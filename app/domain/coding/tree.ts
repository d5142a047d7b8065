/** A code as it is kept. */
type Row = {
  code_id: string;
  parent_id: string | null;
  name: string;
  description: string;
  example: string;
  named_by: string;
  named_by_name: string | null;
  approved_by: string | null;
  merged_into: string | null;
};

/** A code as it is shown: a parent before its children, numbered from 1 through both levels. */
export type TreeCode = {
  id: string;
  number: number;
  level: 1 | 2;
  parentId: string | null;
  name: string;
  description: string;
  example: string;
  namedBy: string;
  namedByName: string | null;
  approved: boolean;
};

/** Each code with the one that it counts for: itself, or what it was merged into, however often that was done. */
export function targetsOf(rows: readonly Pick<Row, "code_id" | "merged_into">[]): ReadonlyMap<string, string> {
  const into = new Map(rows.map((row) => [row.code_id, row.merged_into]));
  const targetOf = (id: string): string => {
    const next = into.get(id);
    return next ? targetOf(next) : id;
  };
  return new Map(rows.map(({ code_id: id }) => [id, targetOf(id)]));
}

/** What was chosen, as it counts today: merged codes are the one they were merged into, each once. */
export function resolveCodes(codes: readonly string[], targets: ReadonlyMap<string, string>): string[] {
  return [...new Set(codes.flatMap((code) => targets.get(code) ?? []))];
}

/** The codes that can be given, in their order. Rows come in the order of their position. */
export function treeOf(rows: readonly Row[]): TreeCode[] {
  const live = rows.filter((row) => row.merged_into === null);
  const ordered = live
    .filter((row) => row.parent_id === null)
    .flatMap((row) => [row, ...live.filter((child) => child.parent_id === row.code_id)]);
  return ordered.map((row, index) => ({
    id: row.code_id,
    number: index + 1,
    level: row.parent_id === null ? 1 : 2,
    parentId: row.parent_id,
    name: row.name,
    description: row.description,
    example: row.example,
    namedBy: row.named_by,
    namedByName: row.named_by_name,
    approved: row.approved_by !== null,
  }));
}
