import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { cutSurvey, FILES } from "./cut-survey.ts";
import { COMMON } from "./place-statements.ts";
import { type Library, type Node, readLibrary } from "./statements.ts";
import { SURVEY_PARTS } from "./survey-parts.ts";
import { dealStyles } from "./survey-styles.ts";

const LIST = "virtual:survey-parts";
const PART = "virtual:survey-part/";
const MODULE = "\0survey/";
const STYLE = "virtual:survey-style/";
const SHEET = "survey-core/survey-core.fontless.min.css";
const IMPORT_SHEET = `@import "${SHEET}" layer(survey);`;
const OUR_STYLES = path.resolve(import.meta.dirname, "../styles");

/**
 * SurveyJS comes as two files of all question types and one style sheet. For browsers they are cut into a common part and
 * one per family of types; `virtual:survey-parts` says which words of a definition ask for which part. Servers get an
 * empty list: they draw no form. The style sheet `survey.css` gets the common rules where it imports survey-core's own.
 */
export function surveyParts(): Plugin {
  let forServer = false;
  let modules = new Map<string, string>();
  let styles = new Map<string, string>();
  return {
    name: "survey-parts",
    enforce: "pre",
    apply: "build",
    configResolved(config) {
      forServer = Boolean(config.build.ssr);
    },
    async buildStart() {
      if (forServer) return;
      const libraries = new Map<string, Library>();
      for (const file of Object.keys(FILES)) {
        const code = readFileSync(await find(this, file), "utf8");
        libraries.set(file, readLibrary(code, this.parse(code) as unknown as Node));
      }
      modules = cutSurvey(libraries, idOf);
      const ours = ["survey-tokens.css", "survey-form.css", "survey-matrix.css"].map((name) =>
        readFileSync(path.join(OUR_STYLES, name), "utf8"),
      );
      const css = readFileSync(await find(this, SHEET), "utf8");
      styles = dealStyles(css, await readTheme(), [...modules.values(), ...ours].join("\n"));
    },
    resolveId(id) {
      if (id === LIST || id.startsWith(PART)) return `\0${id}`;
      if (id.startsWith(MODULE) || id.startsWith(STYLE)) return id;
      return id in FILES && !forServer ? idOf(id, COMMON) : undefined;
    },
    load(id) {
      if (id === `\0${LIST}`) return forServer ? "export const parts = [];" : listOfParts();
      if (id.startsWith(`\0${PART}`)) return wholePart(id.slice(PART.length + 1));
      if (id.startsWith(STYLE)) return styles.get(id.slice(STYLE.length, -".css".length));
      const code = modules.get(id);
      const part = partOfDrawing(id);
      return code && part && part !== COMMON && styles.has(part) ? `import "${STYLE}${part}.css";\n${code}` : code;
    },
    transform(code, id) {
      if (!/\/app\/styles\/survey\.css$/.test(id)) return undefined;
      if (!code.includes(IMPORT_SHEET)) throw new Error(`survey.css does not say ${IMPORT_SHEET}`);
      // Rules must follow the imports; where they stand does not matter to a layer.
      return `${code.replace(IMPORT_SHEET, "")}\n${forServer ? "" : styles.get(COMMON)}`;
    },
  };

  /** Both halves of a part, and the parts it comes with. */
  function wholePart(part: string): string {
    const halves = Object.keys(FILES).map((file) => idOf(file, part));
    const others = (SURVEY_PARTS[part]?.with ?? []).map((other) => `${PART}${other}`);
    return [...others, ...halves.filter((id) => modules.has(id))]
      .map((id) => `import ${JSON.stringify(id)};`)
      .join("\n");
  }
}

function listOfParts(): string {
  const lines = Object.entries(SURVEY_PARTS)
    .filter(([, { asked }]) => asked.length > 0)
    .map(([part, { asked }]) => `{ asked: ${JSON.stringify(asked)}, load: () => import("${PART}${part}") }`);
  return `export const parts = [${lines.join(",\n")}];`;
}

function idOf(file: string, part: string): string {
  return `${MODULE}${FILES[file as keyof typeof FILES]}-${part}.js`;
}

/** The part whose drawing half this module is: its rules come with it. */
function partOfDrawing(id: string): string | undefined {
  return id.startsWith(`${MODULE}ui-`) ? id.slice(`${MODULE}ui-`.length, -".js".length) : undefined;
}

async function find(
  plugin: { resolve: (id: string, from: undefined, how: object) => Promise<{ id: string } | null> },
  name: string,
): Promise<string> {
  const found = await plugin.resolve(name, undefined, { skipSelf: true });
  if (!found) throw new Error(`${name} is not there any more`);
  return found.id;
}

async function readTheme(): Promise<Record<string, string>> {
  const { BaseTheme } = await import("survey-core");
  return { ...(BaseTheme as { cssVariables?: Record<string, string> }).cssVariables };
}
