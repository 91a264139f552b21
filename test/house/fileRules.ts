/** Sizes, names and marks of files. */
import type { SourceFile } from './sourceTree.ts';

/** Files that may be longer than their wall, each with the reason. */
export const longFiles: Readonly<Record<string, { readonly lines: number; readonly reason: string }>> = {
  'src/language/document.ts': {
    lines: 400,
    reason: 'the whole syntax as data: one list that is read as one',
  },
};

function wall(path: string): number {
  if (path === 'src/examine.ts') return 120;
  if (/(^|\/)index\.tsx?$/.test(path)) return 60;
  if (path.startsWith('test/')) return 400;
  return 300;
}

export function findLongFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    const allowed = longFiles[path]?.lines ?? wall(path);
    return lines > allowed ? [`${path}: ${lines} lines, ${allowed} are allowed`] : [];
  });
}

const vagueNames = new Set([
  ...['util', 'utils', 'common', 'helper', 'helpers', 'shared', 'misc', 'lib'],
  ...['stuff', 'tools', 'temp'],
]);

/** Folders and files whose name says nothing about what they hold. */
export function findVagueNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const vague = path.split('/').find((step) => vagueNames.has((step.split('.')[0] ?? '').toLowerCase()));
    return vague === undefined ? [] : [`${path}: ${vague} says nothing about what it holds`];
  });
}

// Put together from pieces, so that this file does not name itself.
const marks = new RegExp(
  [
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['XX', 'X'],
    ['HA', 'CK'],
  ]
    .map((pieces) => `\\b${pieces.join('')}\\b`)
    .concat(
      ['not', 'No'].map((word) => `${word} implement${'ed'}`),
      `\\.on${'ly'}\\(`,
      `\\.sk${'ip'}\\(`,
    )
    .join('|'),
);

/** Promises to do something later, and tests that are switched off or that switch off the others. */
export function findMarks(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = marks.exec(line);
      return found ? [`${path}:${index + 1}: ${found[0]}`] : [];
    }),
  );
}
