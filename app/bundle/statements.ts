/** A node of the syntax tree as Rollup gives it. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** A statement at the top of a library: what it declares, and which of the library's own names it needs. */
export type Statement = { text: string; declares: string[]; needs: Set<string> };

/** A library that comes as one file: its statements in their order, what it exports (public name → own name), what it imports. */
export type Library = {
  statements: Statement[];
  exports: Map<string, string>;
  /** one line per imported name: own name → how it is imported */
  imports: Map<string, { source: string; imported: string }>;
};

type Named = { name: string };

/** Reads a library. Throws where it uses a form of import or export that this has never seen. */
export function readLibrary(code: string, program: Node): Library {
  const library: Library = { statements: [], exports: new Map(), imports: new Map() };
  const found: { node: Node; declares: string[] }[] = [];
  for (const node of program.body as Node[]) {
    if (node.type === "ImportDeclaration") readImport(node, library);
    else if (node.type === "ExportNamedDeclaration" && !node.declaration) readExport(node, library);
    else if (/^(Export|Import)/.test(node.type)) throw new Error(`unknown form: ${code.slice(node.start, node.end)}`);
    else found.push({ node, declares: declaredBy(node) });
  }
  const own = new Set([...library.imports.keys(), ...found.flatMap(({ declares }) => declares)]);
  for (const { node, declares } of found) {
    const needs = new Set<string>();
    collectNames(node, own, needs);
    for (const name of declares) needs.delete(name);
    library.statements.push({ text: code.slice(node.start, node.end), declares, needs });
  }
  return library;
}

function readImport(node: Node, { imports }: Library): void {
  const source = String((node.source as { value: string }).value);
  for (const specifier of node.specifiers as Node[]) {
    const imported =
      specifier.type === "ImportSpecifier"
        ? (specifier.imported as Named).name
        : specifier.type === "ImportNamespaceSpecifier"
          ? "*"
          : "default";
    imports.set((specifier.local as Named).name, { source, imported });
  }
}

/** What is handed on from another library is left out: it is imported from there. */
function readExport(node: Node, { exports }: Library): void {
  if (node.source) return;
  for (const { exported, local } of node.specifiers as unknown as { exported: Named; local: Named }[]) {
    exports.set(exported.name, local.name);
  }
}

function declaredBy(node: Node): string[] {
  if (node.type === "ClassDeclaration" || node.type === "FunctionDeclaration") return [(node.id as Named).name];
  if (node.type !== "VariableDeclaration") return [];
  return (node.declarations as Node[]).map(({ id }) => {
    if ((id as Node).type !== "Identifier") throw new Error("a library declares several names in one pattern");
    return (id as Named).name;
  });
}

/** Every name that could mean one of `own`: a local variable of the same name only adds a needless need. */
function collectNames(node: Node, own: ReadonlySet<string>, into: Set<string>): void {
  if (node.type === "Identifier") {
    if (own.has(node.name as string)) into.add(node.name as string);
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    const isPlainKey = (key === "property" || (key === "key" && !node.shorthand)) && node.computed === false;
    if (isPlainKey) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && "type" in child) collectNames(child as Node, own, into);
    }
  }
}
