import { foldName } from './foldName.ts';

const NOBODY: ReadonlySet<string> = new Set(['', 'unk', 'unknown', 'unidentified']);
const NONE: readonly string[] = [];

/**
 * The names in a cell, each once; words that name nobody (`UNK`) are left out. With a separator several names may
 * stand in one cell: any of them may have been the one.
 */
export function readNames(text: string, separator: string | null): readonly string[] {
  if (text === '') return NONE;
  if (separator === null || !text.includes(separator)) return NOBODY.has(foldName(text)) ? NONE : [text];
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter((name, index, all) => !NOBODY.has(foldName(name)) && all.indexOf(name) === index);
}
