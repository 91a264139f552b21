import { datesMeant } from './datesMeant.ts';
import type { Message } from './semanticMessages.ts';
import * as messages from './syntaxMessages.ts';

export interface PlacedMessage {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
}

/** What was probably meant by a character that means nothing in Tacit. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/["“”„‟«»＂]/u, 'Texts stand between straight quotation marks: `"`.'],
  [/['’‘]/u, 'A name has no apostrophe; the full name can stand in quotation marks behind it.'],
  [/%/u, 'Write `percent`.'],
  [/[()[\]{}]/u, 'Tacit has no brackets; a remark stands behind `//`.'],
  [/[.;]/u, 'A sentence ends with its line.'],
  [/[-–—−]/u, 'Names and acts are one word without hyphens; south and west are written S and W.'],
  [/#/u, 'A remark stands behind `//`.'],
  [/\//u, 'A remark begins with two strokes: `//`.'],
  [/&/u, 'Write `and`.'],
  [/[:=]/u, 'Addresses and other texts stand between quotation marks.'],
  [/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u, 'It cannot be seen; delete it.'],
];

const DATE_LIKE = /[0-9]{1,4} ?[./\-–—] ?[0-9]{1,2}( ?[./\-–—] ?[0-9]{1,4})?/gu;

/** A message for characters that begin no token; dates in another shape are recognised as such. */
export function explainStray(text: string, start: number, end: number): PlacedMessage {
  const from = Math.max(start - 12, lineStart(text, start));
  for (const match of text.slice(from, start + 12).matchAll(DATE_LIKE)) {
    const first = from + match.index;
    const last = first + match[0].length;
    if (first > start || last <= start || datesMeant(match[0]).length === 0) continue;
    return { start: first, end: last, message: messages.wrongDate(match[0], datesMeant(match[0])) };
  }
  const stop = Math.min(end, start + 40);
  const file = wordAround(text, start);
  if (FILE_LIKE.test(file.written)) {
    return {
      start: file.start,
      end: file.start + file.written.length,
      message: messages.textExpected(file.written),
    };
  }
  const written = text.slice(start, stop);
  const hint = HINTS.find(([characters]) => characters.test(written))?.[1] ?? null;
  return { start, end: stop, message: messages.characterUnknown(written, hint) };
}

/** `actors.tacit`, `data/x.csv`, `https://example.org`: what stands in quotation marks. */
const FILE_LIKE = /^[\p{L}\p{N}_]+(:\/\/|[./\\][\p{L}\p{N}_])/u;
const LONGEST_WORD = 80;

/** The run of characters without blanks around an offset. */
function wordAround(text: string, offset: number): { readonly start: number; readonly written: string } {
  const before = /[^\s"]*$/.exec(text.slice(Math.max(0, offset - LONGEST_WORD), offset))?.[0] ?? '';
  const after = /^[^\s"]*/.exec(text.slice(offset, offset + LONGEST_WORD))?.[0] ?? '';
  return { start: offset - before.length, written: before + after };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
