/** The project's own source as data, so that each rule of the house is a plain function over it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export interface SourceFile {
  /** Path from the project's root with forward slashes: `src/model/compile.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface ImportLink {
  /** As written: `./day.ts`, `node:fs`, `preact/hooks`. */
  readonly specifier: string;
  /** The file it leads to (path from the root), or null for packages. */
  readonly target: string | null;
  readonly line: number;
}

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Every file below the given folders (from the root) whose name ends in one of the endings; generated code left out. */
export function readTree(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => listFiles(folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .filter((path) => !path.includes('/generated/') && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
}

function listFiles(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** The file as a syntax tree with parents. */
export function parseSource({ path, text }: SourceFile): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}

/** Calls `visit` for the node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Imports, exports from, dynamic imports, `import('…')` types: whatever ties this file to another one. */
export function findImports(file: SourceFile): ImportLink[] {
  const tree = parseSource(file);
  const links: ImportLink[] = [];
  const add = (literal: ts.Expression | undefined, at: ts.Node) => {
    if (!literal || !ts.isStringLiteralLike(literal)) return;
    const specifier = literal.text;
    const target = specifier.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(file.path), specifier))
      : null;
    links.push({ specifier, target, line: lineOf(tree, at) });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, node);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], node);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteralLike(node.argument.literal)) add(node.argument.literal, node);
    }
  });
  return links;
}
