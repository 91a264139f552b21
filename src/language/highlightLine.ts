import { KEYWORDS } from './keywords.ts';
import { ITEM_WORDS } from './splitItems.ts';

/** The classes of words that an editor colours. */
export type HighlightKind =
  | 'comment'
  | 'text'
  | 'date'
  | 'number'
  /** A word that begins a declaration: `actor`, `claim`. */
  | 'declaration'
  /** Any other word of the language. */
  | 'keyword'
  | 'name'
  /** A word in small letters that is none of the language: an act, a measure, a class of events. */
  | 'act'
  | 'mark';

export interface HighlightedPart {
  readonly start: number;
  readonly end: number;
  readonly kind: HighlightKind;
}

interface Shape {
  readonly pattern: RegExp;
  readonly kind: HighlightKind;
}

/** In the order in which they are tried; the longest date before the number it begins with. */
const SHAPES: readonly Shape[] = [
  { pattern: /\/\/.*/y, kind: 'comment' },
  { pattern: /"(?:[^"]|"")*"?/y, kind: 'text' },
  { pattern: /[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?/y, kind: 'date' },
  { pattern: /[0-9]{2}-[0-9]{2}/y, kind: 'date' },
  { pattern: /[0-9]+(?:\.[0-9]+)?/y, kind: 'number' },
  { pattern: /[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}_]*/uy, kind: 'name' },
  { pattern: /`\p{Ll}[\p{L}\p{M}\p{N}_]*`/uy, kind: 'act' },
  { pattern: /\p{Ll}[\p{L}\p{M}\p{N}_]*/uy, kind: 'act' },
  { pattern: /,/y, kind: 'mark' },
];

/** What may stand before a declaration's word on its line. */
const BLANK = /^\s*$/;

/**
 * The coloured parts of one line. Nothing in Tacit goes on over the end of a line but the sentence, so that every line
 * can be coloured by itself. Characters that mean nothing are in no part.
 */
export function highlightLine(line: string): readonly HighlightedPart[] {
  const parts: HighlightedPart[] = [];
  let position = 0;
  while (position < line.length) {
    const part = partAt(line, position);
    if (part) parts.push(part);
    position = part?.end ?? position + 1;
  }
  return parts;
}

function partAt(line: string, start: number): HighlightedPart | null {
  for (const { pattern, kind } of SHAPES) {
    pattern.lastIndex = start;
    const found = pattern.exec(line)?.[0];
    if (found === undefined) continue;
    const end = start + found.length;
    return { start, end, kind: kind === 'act' ? kindOfWord(line, start, found) : kind };
  }
  return null;
}

function kindOfWord(line: string, start: number, word: string): HighlightKind {
  if (!KEYWORDS.has(word)) return 'act';
  const begins = ITEM_WORDS.has(word) || word === 'tacit' || word === 'theatre';
  return begins && BLANK.test(line.slice(0, start)) ? 'declaration' : 'keyword';
}
