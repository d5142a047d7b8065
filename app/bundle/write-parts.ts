import { COMMON, type Placement } from "./place-statements.ts";
import type { Library } from "./statements.ts";

export type Modules = {
  /** the id of a part's module */
  idOf: (part: string) => string;
  /** where a name that the library takes from another one is found */
  sourceOf: (source: string, imported: string) => string;
};

/**
 * The modules that a split library becomes, by part. Each takes the names it needs from where they are, and hands its own
 * on under an inner name (`$$name`), so that they cannot meet the public ones.
 */
export function writeParts(library: Library, placement: Placement, modules: Modules): Map<string, string> {
  const home = new Map<string, string>();
  const bodies = new Map<string, { texts: string[]; needs: Set<string>; declares: string[] }>();
  for (const statement of library.statements) {
    const part = placement.get(statement) ?? COMMON;
    const body = bodies.get(part) ?? { texts: [], needs: new Set(), declares: [] };
    bodies.set(part, body);
    body.texts.push(statement.text);
    body.declares.push(...statement.declares);
    for (const name of statement.needs) body.needs.add(name);
    for (const name of statement.declares) home.set(name, part);
  }
  const needed = new Set([...bodies.values()].flatMap(({ needs }) => [...needs]));
  const written = new Map<string, string>();
  for (const [part, { texts, needs, declares }] of bodies) {
    const imports = [...needs].flatMap((name) => {
      const at = home.get(name);
      if (at === part) return [];
      if (at) return [`import { $$${name} as ${name} } from ${JSON.stringify(modules.idOf(at))};`];
      const { source, imported } = library.imports.get(name) as { source: string; imported: string };
      return [importLine(name, modules.sourceOf(source, imported), imported)];
    });
    const inner = declares.filter((name) => needed.has(name)).map((name) => `${name} as $$${name}`);
    const open = [...library.exports]
      .filter(([, own]) => home.get(own) === part)
      .map(([name, own]) => `${own} as ${name}`);
    written.set(part, [...imports, ...texts, `export { ${[...inner, ...open].join(", ")} };`].join("\n"));
  }
  return written;
}

function importLine(name: string, source: string, imported: string): string {
  const from = JSON.stringify(source);
  if (imported === "*") return `import * as ${name} from ${from};`;
  if (imported === "default") return `import ${name} from ${from};`;
  return `import { ${imported} as ${name} } from ${from};`;
}
