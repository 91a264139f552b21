/** What a folder's `index.ts` hands out: explained where it is written, one verb to a file. */
import { posix } from 'node:path';
import ts from 'typescript';
import { parseSource, type SourceFile } from './sourceTree.ts';

/** Files that hand out more than one verb, or one under another name, each with the reason. */
export const families: Readonly<Record<string, string>> = {
  'src/calendar/day.ts': 'the conversions of one number type, inverses of each other',
  'src/calendar/interval.ts': 'the set operations of one tiny type',
  'src/model/delays/delayWeights.ts': 'a distribution and its slopes, which share their checks',
  'src/stats/chiSquare.ts': 'one distribution',
  'src/stats/normal.ts': 'one distribution',
  'src/stats/poisson.ts': 'one distribution',
  'src/stats/negativeBinomial.ts': 'one distribution',
  'src/stats/incompleteBeta.ts': 'a function and its inverse',
  'src/stats/incompleteGamma.ts': 'a function, its complement and its slope',
  'src/stats/cholesky.ts': 'one factorisation and what is read from it',
  'src/stats/scores.ts': 'the scores of one forecast, which are read side by side',
};

interface Handed {
  /** Where it is declared. */
  readonly path: string;
  readonly name: string;
  readonly isVerb: boolean;
  readonly documented: boolean;
}

/** Functions, classes and constants that leave a folder through its door, each once. */
export function findHanded(files: readonly SourceFile[]): Handed[] {
  const trees = new Map(files.map((file) => [file.path, parseSource(file)]));
  const doors = [...trees].filter(([path]) => isDoor(path));
  const handed = doors.flatMap(([path, tree]) =>
    tree.statements.flatMap((statement) => {
      if (!ts.isExportDeclaration(statement)) return declared(statement).map((one) => ({ ...one, path }));
      if (statement.isTypeOnly) return [];
      const from = statement.moduleSpecifier;
      if (!from || !ts.isStringLiteral(from)) return [];
      const target = posix.join(posix.dirname(path), from.text);
      const tree = trees.get(target);
      // What another door hands on is looked at there.
      if (!tree || isDoor(target)) return [];
      const names = namesIn(statement);
      return tree.statements
        .flatMap(declared)
        .filter(({ name }) => names === null || names.includes(name))
        .map((one) => ({ ...one, path: target }));
    }),
  );
  return [...new Map(handed.map((one) => [`${one.path} ${one.name}`, one])).values()];
}

function isDoor(path: string): boolean {
  return /\/index\.tsx?$/.test(path);
}

/** The values an export names, or null for `export *`. */
function namesIn({ exportClause }: ts.ExportDeclaration): string[] | null {
  if (!exportClause || !ts.isNamedExports(exportClause)) return null;
  return exportClause.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ?? name).text);
}

function declared(statement: ts.Statement): Omit<Handed, 'path'>[] {
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return [];
  const documented = ts.getJSDocCommentsAndTags(statement).length > 0;
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    const name = statement.name?.text ?? 'default';
    return [{ name, isVerb: ts.isFunctionDeclaration(statement) && isLower(name), documented }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name, initializer }) => {
    const isFunction =
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return { name: name.getText(), isVerb: Boolean(isFunction) && isLower(name.getText()), documented };
  });
}

/** Components begin with a capital: they are nouns. */
function isLower(name: string): boolean {
  return /^[a-z]/.test(name);
}

export function findUndocumented(files: readonly SourceFile[]): string[] {
  return findHanded(files).flatMap(({ path, name, documented }) =>
    documented ? [] : [`${path}: ${name} has no docstring`],
  );
}

/** A file gives the world one verb and bears its name. What files of one folder lend each other is their own affair. */
export function findSurplusVerbs(files: readonly SourceFile[]): string[] {
  const verbs = findHanded(files).filter(({ isVerb, path }) => isVerb && !isDoor(path) && !families[path]);
  return [...new Set(verbs.map(({ path }) => path))].flatMap((path) => {
    const names = verbs.filter((verb) => verb.path === path).map(({ name }) => name);
    if (names.length > 1) return [`${path}: hands out ${names.length} verbs (${names.join(', ')})`];
    const stem = (path.split('/').at(-1) ?? '').replace(/\.tsx?$/, '');
    return stem === names[0] ? [] : [`${path}: hands out ${names[0]}, so it should be named ${names[0]}`];
  });
}
