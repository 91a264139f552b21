/** The pure folders know no clock, no chance of their own, no file, no network, no screen. */
import ts from 'typescript';
import { lineOf, parseSource, walk, type SourceFile } from './sourceTree.ts';

export const pureFolders = [
  'src/calendar/',
  'src/stats/',
  'src/language/',
  'src/record/',
  'src/model/',
  'src/evidence/',
  'src/forecast/',
  'src/reader/',
  'src/workbench/protocol/',
  'src/report/',
  'src/examine.ts',
] as const;

const bannedGlobals = new Set([
  'Date',
  'process',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
  'globalThis',
  'require',
  'eval',
]);

/** Uses of `Math.random` and of the banned globals, by file and line. Names declared in the file itself are its own. */
export function findImpureUses(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => pureFolders.some((folder) => path.startsWith(folder)))
    .flatMap((file) => {
      const tree = parseSource(file);
      const own = declaredNames(tree);
      const found: string[] = [];
      walk(tree, (node) => {
        const name = impureName(node);
        if (name && !own.has(name)) found.push(`${file.path}:${lineOf(tree, node)}: ${name}`);
      });
      return found;
    });
}

function impureName(node: ts.Node): string | null {
  if (
    ts.isPropertyAccessExpression(node) &&
    node.expression.getText() === 'Math' &&
    node.name.text === 'random'
  ) {
    return 'Math.random';
  }
  if (!ts.isIdentifier(node) || !bannedGlobals.has(node.text)) return null;
  const { parent } = node;
  const isProperty =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isQualifiedName(parent) && parent.right === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) &&
      parent.name === node) ||
    ts.isJsxAttribute(parent);
  return isProperty ? null : node.text;
}

function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node) ||
        ts.isBindingElement(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
  });
  return names;
}
