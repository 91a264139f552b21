import type { SourceSpan } from './document.ts';

/** Where each line of a text begins; lines end at `\n`, `\r\n` or `\r`. */
export type LineTable = readonly number[];

export function lineTable(text: string): LineTable {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 13 && text.charCodeAt(index + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(index + 1);
  }
  return starts;
}

/** Line and column of an offset, both counted from 1. */
export function placeAt(
  lines: LineTable,
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

export function spanAt(lines: LineTable, start: number, end: number): SourceSpan {
  return { start, end, ...placeAt(lines, start) };
}
