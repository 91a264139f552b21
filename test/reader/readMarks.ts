import { readWrittenDate, type Day } from '../../src/calendar/index.ts';
import type { MarkedParagraph } from './paragraphs.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly value: string;
}

/** The plain text of a marked paragraph and what its marks say, with offsets into it. */
export function readMarks({ marked }: Pick<MarkedParagraph, 'marked'>): {
  readonly text: string;
  readonly marks: readonly Mark[];
} {
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\[([^\]]+)\]\((\w+)(?::([^)]*))?\)/g)) {
    text += marked.slice(last, match.index);
    const [whole, words = '', kind = '', value = ''] = match;
    marks.push({ start: text.length, end: text.length + words.length, kind, value });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), marks };
}

export function dayOf(written: string): Day {
  const found = readWrittenDate(written);
  if (!found) throw new Error(`no day: ${written}`);
  return found.first;
}
