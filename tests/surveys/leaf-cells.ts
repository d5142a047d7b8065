import type { Cell } from "#surveys/model.ts";

/** Paths of answered leaves that no cell holds. Independent of the kinds: it only knows JSON and cells. */
export function missingLeaves(answers: unknown, cells: readonly Cell[]): string[] {
  const held = new Set<string>();
  for (const { code, number, text } of cells) {
    for (const value of [code, number, text]) if (value !== null) held.add(String(value));
  }
  const missing: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (value === null || value === undefined || value === "") return;
    if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}/${key}`);
    } else if (!held.has(String(value))) {
      missing.push(path);
    }
  };
  visit(answers, "");
  return missing;
}
