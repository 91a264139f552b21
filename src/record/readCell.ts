import type { Header } from './readHeader.ts';

/** Reads one column of a row: the cell without outer spaces. */
export type CellReader = (fields: readonly string[]) => string;

const NO_MARKS: ReadonlySet<string> = new Set();

/**
 * Finds a column once, so that rows need no search. A column that the file does not have reads as empty, and so does a
 * cell that holds one of the file's marks for "not known" (`NA`).
 */
export function readCell(
  header: Header,
  column: string,
  unknown: ReadonlySet<string> = NO_MARKS,
): CellReader {
  const place = header.places.get(column);
  if (place === undefined) return () => '';
  if (unknown.size === 0) return (fields) => (fields[place] ?? '').trim();
  return (fields) => {
    const text = (fields[place] ?? '').trim();
    return unknown.has(text) ? '' : text;
  };
}
