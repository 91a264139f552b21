import type { Span } from '../article.ts';

/** Below this many characters in the longest line, lines are taken as wrapped by a machine. */
const WIDEST_WRAPPED_LINE = 100;

/**
 * The stretches of a text that stand apart, without the white space around them. Where blank lines part some lines they
 * part all; a text without blank lines has one block for each line, unless its lines are wrapped at one width.
 */
export function splitBlocks(text: string): Span[] {
  const lines = listLines(text);
  const filled = lines.filter(({ start, end }) => end > start);
  const blanks = lines.length - filled.length;
  const widest = Math.max(0, ...filled.slice(0, 5000).map(({ start, end }) => end - start));
  const wrapped = widest <= WIDEST_WRAPPED_LINE && filled.length > 2;
  const apart = blanks * 3 >= filled.length || (blanks > 0 && wrapped);
  if (!apart && !wrapped) return filled;
  const blocks: Span[] = [];
  let open = false;
  for (const line of lines) {
    const above = open ? blocks.at(-1) : undefined;
    open = line.end > line.start;
    if (!open) continue;
    if (above && continues(text, above, line, wrapped))
      blocks[blocks.length - 1] = { start: above.start, end: line.end };
    else blocks.push(line);
  }
  return blocks;
}

/** Whether a line goes on with the sentence of the one above it, as in a text wrapped at a width. */
function continues(text: string, block: Span, line: Span, wrapped: boolean): boolean {
  if (!wrapped) return false;
  const before = text.slice(block.start, block.end);
  const lastLine = before.slice(before.lastIndexOf('\n') + 1);
  return (
    !/[.!?:"')\]]$/.test(before) ||
    lastLine.length > WIDEST_WRAPPED_LINE / 2 ||
    /^[a-z]/.test(text.slice(line.start))
  );
}

function listLines(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    lines.push(trimSpan(text, { start: from, end: to }));
    from = to + 1;
  }
  return lines;
}

/** The span without white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0x200b || code === 0xa0;
}
