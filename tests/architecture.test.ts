import path from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import { LOCALES, textsOf } from "#app/locales/index.ts";
import routes from "#app/routes.ts";
import { migrations } from "#db/migrations/index.ts";
import { type Import, listFiles, readSource, readText, type Source } from "./support/sources.ts";

const CODE = /\.(ts|tsx|mjs|js)$/;
const files = listFiles("app", "db", "surveys", "tests", ".ci", "public");
const sources = files.filter((file) => CODE.test(file)).map(readSource);

/** Own imports of the files below `folder` that `refused` does not let through, as "file → target". */
function arrows(folder: string, refused: (target: string, source: Source, found: Import) => boolean): string[] {
  return sources
    .filter((source) => source.file.startsWith(folder))
    .flatMap((source) =>
      source.imports
        .filter((found) => found.own && refused(found.target, source, found))
        .map((found) => `${source.file} → ${found.target}`),
    );
}

const isServerFile = (file: string) => /\.server\.tsx?$/.test(file);

test("surveys imports nothing of ours", () => {
  expect(arrows("surveys/", (target) => !target.startsWith("surveys/"))).toEqual([]);
});

test("db imports surveys at most, and only its types outside the seed", () => {
  expect(arrows("db/", (target) => !/^(db|surveys)\//.test(target))).toEqual([]);
  expect(
    arrows(
      "db/",
      (target, { file }, { typeOnly }) => target.startsWith("surveys/") && !typeOnly && !file.startsWith("db/seed/"),
    ),
  ).toEqual([]);
});

test("domain knows no route, no component, no request and no JSX", () => {
  expect(arrows("app/domain/", (target) => /^app\/(routes|components)\b/.test(target))).toEqual([]);
  expect(arrows("app/domain/", (target, _, { typeOnly }) => target.startsWith("app/http/") && !typeOnly)).toEqual([]);
  expect(files.filter((file) => file.startsWith("app/domain/") && file.endsWith(".tsx"))).toEqual([]);
});

test("the rule of disclosure is pure", () => {
  expect(arrows("app/domain/disclosure/", (target, _, { typeOnly }) => isServerFile(target) && !typeOnly)).toEqual([]);
});

test("the attacker shares no code with what it attacks", () => {
  expect(arrows("tests/attack/attacker/", (target) => !target.startsWith("tests/attack/attacker/"))).toEqual([]);
});

test("nothing imports routes, except for their types among themselves", () => {
  const isRoute = (target: string) => target.startsWith("app/routes/");
  expect(arrows("", (target, { file }, { typeOnly }) => isRoute(target) && !(isRoute(file) && typeOnly))).toEqual([]);
});

test("a component imports components, surveys, texts, paths and formats; of anything else only types", () => {
  // The catalogue of problems is data: code and status, which the problem page needs to find its words.
  const open = /^(app\/(components|locales|styles)\/|surveys\/|app\/(paths|format|domain\/problem)\.ts$)/;
  expect(arrows("app/components/", (target, _, { typeOnly }) => !typeOnly && !open.test(target))).toEqual([]);
  expect(arrows("app/components/", (target) => target.startsWith("app/root"))).toEqual([]);
});

test("what a browser loads never imports a file of the server", () => {
  const inBrowser = /^(app\/(components|locales)\/|app\/(paths|format|entry\.client)\.tsx?$|surveys\/)/;
  const refused = (target: string, { file }: Source, { typeOnly }: Import) =>
    inBrowser.test(file) && isServerFile(target) && !typeOnly;
  expect(arrows("", refused)).toEqual([]);
});

test("only files named so touch Node, a database or secrets", () => {
  // One hash, which what a browser loads never reaches.
  const onServer =
    /^(app\/(bundle|commands|routes)\/|app\/(domain\/disclosure\/keyed-hash\.ts|server\.ts|root\.tsx|entry\.server\.tsx)|db\/seed\/|surveys\/|tests\/|\.ci\/)/;
  const guilty = sources
    .filter(({ file }) => !onServer.test(file) && !isServerFile(file))
    .filter(({ imports }) => imports.some(({ target, typeOnly }) => !typeOnly && /^(node:|pg$|pg-boss$)/.test(target)));
  expect(guilty.map(({ file }) => file)).toEqual([]);
});

test("German and English have the same texts, and figures go in at the same places", () => {
  const [source, ...others] = LOCALES.map((locale) => shape(textsOf(locale)));
  expect(source?.length).toBeGreaterThan(0);
  for (const other of others) expect(other).toEqual(source);
});

/** Every leaf as "path: kind"; functions with the number of their parameters. */
function shape(value: unknown, at = ""): string[] {
  if (typeof value === "function") return [`${at}: function/${value.length}`];
  if (typeof value !== "object" || value === null) return [`${at}: ${typeof value}`];
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.flatMap(([key, inner]) => shape(inner, `${at}/${key}`));
}

test("no file grows past 400 lines, and 95 of 100 stay under 270", () => {
  const written = files.filter((file) => CODE.test(file) || /\.(css|sql|md)$/.test(file));
  const lengths = written.map((file) => ({ file, lines: readText(file).trimEnd().split("\n").length }));
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
  const long = lengths.filter(({ lines }) => lines >= 270);
  expect(long.length, JSON.stringify(long)).toBeLessThanOrEqual(lengths.length * 0.05);
});

test("names are kebab-case, and none is a drawer for everything", () => {
  const part = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
  const named = files.filter((file) => !/(^|\/)README(\.de)?\.md$/.test(file));
  expect(named.filter((file) => !file.split("/").every((name) => part.test(name)))).toEqual([]);
  expect(named.filter((file) => /(^|[/.-])(utils?|helpers?|common|manager|misc)([/.-]|$)/.test(file))).toEqual([]);
  expect(files.filter((file) => /(^|\/)\.[^/]+\.(ts|tsx|mjs)$/.test(file))).toEqual([]);
});

test("nothing is left for later, skipped or hidden from the compiler", () => {
  const later = new RegExp(`\\b(${["TO", "FIX"].map((word) => `${word}${word === "TO" ? "DO" : "ME"}`).join("|")})\\b`);
  expect(files.filter((file) => !file.endsWith(".json") && CODE.test(file) && later.test(readText(file)))).toEqual([]);
  const evasions = /@ts-(ignore|nocheck|expect-error)|\b(test|it|describe)\.(skip|todo|only)\b/;
  expect(
    sources.filter(({ file, text }) => file !== "tests/architecture.test.ts" && evasions.test(text)).map((s) => s.file),
  ).toEqual([]);
});

test("every migration is listed, in the order of its name", () => {
  const onDisk = listFiles("db/migrations")
    .map((file) => path.basename(file, ".ts"))
    .filter((name) => name !== "index");
  expect(Object.keys(migrations)).toEqual(onDisk);
  for (const [name, migration] of Object.entries(migrations)) {
    expect(name).toMatch(/^\d{4}-\d\d-\d\d-\d\d-[a-z0-9-]+$/);
    expect(typeof migration.up, name).toBe("function");
  }
});

test("every route file has its line in routes.ts, and every line its file", () => {
  const declared = (entries: RouteConfigEntry[]): string[] =>
    entries.flatMap((entry) => [`app/${entry.file}`, ...declared(entry.children ?? [])]);
  expect(declared(routes).sort()).toEqual(listFiles("app/routes"));
});
