import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ROOT = path.resolve(import.meta.dirname, "../..");

export type Source = { file: string; text: string; imports: Import[] };
/** `target` is a path from the root for files of ours, and the bare specifier for packages. */
export type Import = { target: string; own: boolean; typeOnly: boolean };

/** Every file below the folders, as paths from the root with forward slashes. */
export function listFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .sort(),
  );
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** A TypeScript or JavaScript file with what it imports and re-exports, statically or not. */
export function readSource(file: string): Source {
  const text = readText(file);
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push({ ...resolve(file, found.specifier), typeOnly: found.typeOnly });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { file, text, imports };
}

function importOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), typeOnly: true };
  }
  const [argument] =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
  return argument && ts.isStringLiteralLike(argument) ? { specifier: argument.text, typeOnly: false } : undefined;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return !clause.name && named.length > 0 && named.every((element) => element.isTypeOnly);
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : "";
}

function resolve(from: string, specifier: string): { target: string; own: boolean } {
  if (specifier.startsWith("#")) return { target: specifier.slice(1), own: true };
  if (specifier.startsWith(".")) return { target: path.posix.join(path.posix.dirname(from), specifier), own: true };
  return { target: specifier, own: false };
}
