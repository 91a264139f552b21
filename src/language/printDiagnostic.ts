import type { Diagnostic } from './document.ts';
import { lineTable } from './lineTable.ts';

const WIDEST_EXCERPT = 100;
const BEFORE_CARET = 60;
const WORDS = { error: 'error', warning: 'warning', hint: 'note' } as const;

/**
 * A diagnostic as people read it: place, sentence, the line with a caret under the fault, hint.
 * @param text the text in which the diagnostic stands
 */
export function printDiagnostic(text: string, diagnostic: Diagnostic): string {
  const { file, line, column, severity, message, hint } = diagnostic;
  const place = `${file ?? 'text'}:${String(line)}:${String(column)}`;
  const gutter = String(line);
  const { shown, caret } = excerpt(text, diagnostic);
  const blank = ' '.repeat(gutter.length);
  return [
    `${place}: ${WORDS[severity]}: ${message}`,
    ` ${gutter} | ${shown}`,
    ` ${blank} | ${caret}`,
    ...(hint === null ? [] : [` ${blank} = ${hint}`]),
  ].join('\n');
}

function excerpt(text: string, { line, column, start, end }: Diagnostic): { shown: string; caret: string } {
  const lines = lineTable(text);
  const begin = lines[line - 1] ?? text.length;
  const whole = text.slice(begin, lines[line] ?? text.length).replace(/[\r\n]+$/, '');
  const from = Math.max(0, Math.min(column - 1 - BEFORE_CARET, whole.length - WIDEST_EXCERPT));
  const part = whole.slice(from, from + WIDEST_EXCERPT);
  const lead = from > 0 ? '…' : '';
  const tail = from + WIDEST_EXCERPT < whole.length ? '…' : '';
  const before = lead + part.slice(0, column - 1 - from);
  const marked = part.slice(column - 1 - from, column - 1 - from + Math.max(1, end - start));
  return {
    shown: lead + printable(part) + tail,
    caret: blanksFor(before) + '^'.repeat(Math.max(1, blanksFor(marked).length)),
  };
}

/** Control characters would move the caret or the terminal. */
function printable(part: string): string {
  return part.replace(/[^\P{C}\t]/gu, '\uFFFD');
}

/** Blanks as wide as a text on a terminal: East Asian letters take two columns, marks none, tabs stay tabs. */
function blanksFor(part: string): string {
  let blanks = '';
  for (const character of part) {
    if (character === '\t') blanks += '\t';
    else if (/\p{M}/u.test(character)) continue;
    else
      blanks += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(
        character,
      )
        ? '  '
        : ' ';
  }
  return blanks;
}
