import path from "node:path";
import ts from "typescript";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Exports of routes that stay on the server. */
const ON_SERVER = ["loader", "action", "headers"];

/** What a file says in the browser: areas of `Texts` that it reads, and files of ours that it imports for that. */
type Spoken = { areas: Set<string>; imports: Set<string> };

/** Reads which areas of words each page can say, from its route on through every file it imports. Route → area → files. */
export function readSpokenAreas(): Map<string, Map<string, string[]>> {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(ROOT, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => {
        throw new Error(String(fault.messageText));
      },
    },
  ) as ts.ParsedCommandLine;
  const inApp = config.fileNames.filter((file) => path.relative(ROOT, file).startsWith("app/"));
  const program = ts.createProgram(inApp, { ...config.options, noEmit: true });
  const checker = program.getTypeChecker();
  const texts = findTexts(program, checker);
  const spoken = new Map<string, Spoken>();
  const speak = (file: string): Spoken => {
    const known = spoken.get(file);
    if (known) return known;
    const source = program.getSourceFile(file);
    const found = source
      ? readFile(source, checker, texts, config.options)
      : { areas: new Set<string>(), imports: new Set<string>() };
    spoken.set(file, found);
    return found;
  };
  const routes = inApp.filter((file) => /\/app\/routes\/.*\.tsx$/.test(file));
  return new Map(routes.map((route) => [path.relative(path.join(ROOT, "app/routes"), route), areasFrom(route, speak)]));
}

function areasFrom(route: string, speak: (file: string) => Spoken): Map<string, string[]> {
  const areas = new Map<string, string[]>();
  const seen = new Set([route]);
  for (const file of seen) {
    const { areas: own, imports } = speak(file);
    for (const area of own) areas.set(area, [...(areas.get(area) ?? []), path.relative(ROOT, file)]);
    for (const target of imports) seen.add(target);
  }
  return areas;
}

function findTexts(program: ts.Program, checker: ts.TypeChecker): ts.Type {
  const source = program.getSourceFile(path.join(ROOT, "app/locales/index.ts"));
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find(({ name }) => name === "Texts");
  if (!symbol) throw new Error("app/locales/index.ts has no Texts");
  return checker.getDeclaredTypeOfSymbol(symbol);
}

function readFile(source: ts.SourceFile, checker: ts.TypeChecker, texts: ts.Type, options: ts.CompilerOptions): Spoken {
  const areas = new Set<string>();
  const names = new Set<string>();
  const say = (name: string, whole: ts.Node): void => {
    if (texts.getProperty(name) && checker.getTypeAtLocation(whole) === texts) areas.add(name);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || isOnServer(node)) return;
    if (ts.isIdentifier(node)) names.add(node.text);
    // Asked by name first: what type an expression has takes long to find out.
    if (ts.isPropertyAccessExpression(node)) say(node.name.text, node.expression);
    if (ts.isObjectBindingPattern(node)) {
      for (const { propertyName, name } of node.elements) say((propertyName ?? name).getText(), node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const imports = new Set<string>();
  for (const statement of source.statements) {
    const target = targetOf(statement, names, source, options);
    if (target) imports.add(target);
  }
  return { areas, imports };
}

function isOnServer(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) &&
    ON_SERVER.includes(node.name?.text ?? "") &&
    ts.isSourceFile(node.parent) &&
    node.parent.fileName.includes("/app/routes/")
  );
}

/** The file of ours that a statement imports, or hands on, for the browser. */
function targetOf(
  statement: ts.Statement,
  names: ReadonlySet<string>,
  { fileName }: ts.SourceFile,
  options: ts.CompilerOptions,
): string | undefined {
  const hands = ts.isExportDeclaration(statement) && !statement.isTypeOnly;
  if (!hands && !(ts.isImportDeclaration(statement) && isSpoken(statement, names))) return undefined;
  const specifier = (statement as ts.ImportDeclaration | ts.ExportDeclaration).moduleSpecifier;
  if (!specifier || !ts.isStringLiteral(specifier)) return undefined;
  const found = ts.resolveModuleName(specifier.text, fileName, options, ts.sys).resolvedModule?.resolvedFileName;
  const isOurs = found?.startsWith(`${ROOT}/app/`) && !/\/app\/locales\/|\.server\.tsx?$/.test(found);
  return isOurs ? found : undefined;
}

function isSpoken({ importClause: clause }: ts.ImportDeclaration, names: ReadonlySet<string>): boolean {
  if (!clause) return true;
  if (clause.isTypeOnly) return false;
  const named = clause.namedBindings;
  const list = named && ts.isNamedImports(named) ? named.elements.filter(({ isTypeOnly }) => !isTypeOnly) : [];
  const own = [
    clause.name,
    ...list.map(({ name }) => name),
    named && ts.isNamespaceImport(named) ? named.name : undefined,
  ];
  return own.some((name) => name && names.has(name.text));
}
