import type { Position, Range } from 'vscode-languageserver';
import type { Analysis } from '../language/index.ts';

type Lines = Analysis['lines'];

/** An offset as the protocol counts: line and UTF-16 unit in it, both from 0. */
export function positionAt(lines: Lines, offset: number): Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (lines[low] ?? 0) };
}

export function rangeAt(lines: Lines, start: number, end: number): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** The offset of a position; one behind the end of its line is the end of that line. */
export function offsetAt({ text, lines }: Pick<Analysis, 'text' | 'lines'>, position: Position): number {
  const begin = lines[position.line];
  if (begin === undefined) return text.length;
  const end = lines[position.line + 1] ?? text.length;
  const line = text.slice(begin, end).replace(/[\r\n]+$/, '');
  return begin + Math.max(0, Math.min(position.character, line.length));
}
