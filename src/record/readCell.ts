import type { Header } from './readHeader.ts';

/** Reads one column of a row: the cell without outer spaces. */
export type CellReader = (fields: readonly string[]) => string;

/**
 * Finds a column once, so that rows need no search. A column that the file does not have reads as empty, and so does a
 * cell that holds one of the file's marks for "not known" (`NA`).
 */
export function readCell(header: Header, column: string, unknown: readonly string[] = []): CellReader {
  const place = header.places.get(column);
  if (place === undefined) return () => '';
  const [mark] = unknown;
  if (mark === undefined) return (fields) => trimmed(fields[place] ?? '');
  if (unknown.length === 1) {
    return (fields) => {
      const text = trimmed(fields[place] ?? '');
      return text === mark ? '' : text;
    };
  }
  return (fields) => {
    const text = trimmed(fields[place] ?? '');
    return unknown.includes(text) ? '' : text;
  };
}

/** Almost no cell has outer spaces, and looking at two letters is quicker than trimming. */
function trimmed(text: string): string {
  return isInside(text.charCodeAt(0)) && isInside(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

// Not inside the function above: the loader names every function anew when it is made, which takes longer than the work.
function isInside(code: number): boolean {
  return code > 32 && code < 128;
}
