import { placeStatements } from "./place-statements.ts";
import type { Library, Statement } from "./statements.ts";
import { DROPPED, KEPT, NEVER, REPLACED, SURVEY_PARTS, type SurveyPart } from "./survey-parts.ts";
import { writeParts } from "./write-parts.ts";

export const FILES = { "survey-core": "core", "survey-react-ui": "ui" } as const;

/**
 * Both libraries cut into the modules of their parts: id → code. The one that draws takes each name from the very part of
 * the other that has it. `idOf` names the module of a part of a file.
 */
export function cutSurvey(
  libraries: ReadonlyMap<string, Library>,
  idOf: (file: string, part: string) => string,
): Map<string, string> {
  const written = new Map<string, string>();
  const homes = new Map<string, string>();
  for (const [file, kind] of Object.entries(FILES)) {
    const library = libraries.get(file) as Library;
    replaceDeclarations(library, REPLACED[kind]);
    const seeds = new Map<string, readonly string[]>([[NEVER, DROPPED[kind]]]);
    for (const [part, names] of Object.entries(SURVEY_PARTS)) {
      if (kind === "core") bindStatements(library, names);
      seeds.set(part, [...names[kind], ...(kind === "ui" ? takeIcons(library, part) : [])]);
    }
    const placement = placeStatements(library, seeds, { keep: KEPT[kind], taken: takenFrom(file, libraries) });
    for (const [statement, part] of placement) {
      for (const [open, own] of library.exports) {
        if (statement.declares.includes(own)) homes.set(`${file}:${open}`, idOf(file, part));
      }
    }
    const sourceOf = (source: string, imported: string) => homes.get(`${source}:${imported}`) ?? source;
    const parts = writeParts(library, placement, { idOf: (part) => idOf(file, part), sourceOf });
    for (const [part, text] of parts) written.set(idOf(file, part), text);
  }
  return written;
}

function takenFrom(file: string, libraries: ReadonlyMap<string, Library>): Set<string> {
  const imports = [...libraries.values()].flatMap((library) => [...library.imports.values()]);
  return new Set(imports.filter(({ source }) => source === file).map(({ imported }) => imported));
}

function replaceDeclarations(library: Library, replaced: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(replaced)) {
    const statement = find(library, name);
    statement.text = text;
    statement.needs.clear();
  }
}

/** Such a statement needs the part as if it had named its first declaration. */
function bindStatements({ statements }: Library, { core, statements: beginnings = [] }: SurveyPart): void {
  for (const start of beginnings) {
    const bound = statements.filter(({ text }) => text.startsWith(start));
    if (bound.length === 0) throw new Error(`survey-core does not say ${start} any more`);
    for (const { needs } of bound) needs.add(core[0] as string);
  }
}

/** Takes the part's pictures out of the list that is registered for all, and registers them with the part. */
function takeIcons(library: Library, part: string): string[] {
  const list = find(library, "icons");
  const taken: string[] = [];
  const lines: string[] = [];
  for (const start of SURVEY_PARTS[part]?.icons ?? []) {
    const pattern = new RegExp(`^\\s*"(${start}[\\w-]*)": (\\w+),?\\n`, "gm");
    const before = list.text;
    list.text = list.text.replace(pattern, (line, _name, variable) => {
      taken.push(variable);
      lines.push(line.trim());
      return "";
    });
    if (list.text === before) throw new Error(`survey-react-ui has no picture ${start}… any more`);
  }
  if (taken.length === 0) return [];
  for (const variable of taken) list.needs.delete(variable);
  const own = `{ ${lines.join(" ")} }`;
  library.statements.push({
    text: `addIconsToThemeSet("v2", ${own});\nSvgRegistry.registerIcons(${own});`,
    declares: [],
    needs: new Set([...taken, "addIconsToThemeSet", "SvgRegistry"]),
  });
  return taken;
}

function find({ statements }: Library, name: string): Statement {
  const statement = statements.find(({ declares }) => declares.includes(name));
  if (!statement) throw new Error(`there is no ${name} any more`);
  return statement;
}
