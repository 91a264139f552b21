import type { Comment, Document, SourceSpan } from './document.ts';
import { printItem } from './printItem.ts';
import type { PrintedLine } from './printItem.ts';
import { quoted } from './texts.ts';

/**
 * The canonical text of a Document: one line for the head of an item, an indented line for each of its parts, comments
 * in their places, at most one empty line where the author left some. Idempotent; the twin of the text is the same.
 * A Document read from a text with errors lacks the items at fault: format only what parsed without errors.
 */
export function format(document: Document): string {
  const lines = [...printHead(document), ...document.items.flatMap(printItem)];
  const comments = [...document.comments].sort((a, b) => a.at.start - b.at.start);
  const laid = layComments(lines, comments);
  const blank = new Set(document.blankLines);
  let text = '';
  laid.forEach((line, index) => {
    const previous = laid[index - 1];
    const separate = previous && previous.line !== line.line && blank.has(line.line - 1);
    text += `${separate ? '\n' : ''}${line.indented ? '  ' : ''}${line.text}\n`;
  });
  return text;
}

/** Where a head that nobody wrote comes to stand: before everything. */
const TOP: SourceSpan = { start: -1, end: -1, line: 0, column: 1 };

function printHead({ version, title, at }: Document): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  if (version !== null)
    lines.push({ text: `tacit ${String(version)}`, at: at.version ?? TOP, indented: false });
  if (at.title || title !== '') {
    lines.push({ text: `theatre ${quoted(title)}`, at: at.title ?? at.version ?? TOP, indented: false });
  }
  return lines;
}

interface LaidLine {
  readonly text: string;
  /** Where it stood in the file. */
  readonly line: number;
  readonly indented: boolean;
}

/**
 * Puts each comment between the lines where it stood. One behind a line stays there; a second behind the same line,
 * which can only come from an item written over several lines, gets a line of its own.
 */
function layComments(lines: readonly PrintedLine[], comments: readonly Comment[]): readonly LaidLine[] {
  const laid: LaidLine[] = [];
  let next = 0;
  const takeUntil = (offset: number): Comment[] => {
    const from = next;
    while (next < comments.length && (comments[next]?.at.start ?? 0) < offset) next += 1;
    return comments.slice(from, next);
  };
  const layOwn = (comment: Comment, inside: boolean): void => {
    const indented = inside || (laid.length > 0 && comment.at.column > 1 && comment.ownLine);
    laid.push({ text: comment.text, line: comment.at.line, indented });
  };
  for (const comment of takeUntil(lines[0]?.at.start ?? Infinity)) layOwn(comment, false);
  lines.forEach((line, index) => {
    const following = lines[index + 1];
    const [first, ...rest] = takeUntil(following?.at.start ?? Infinity);
    const behind = first && !first.ownLine ? first : null;
    laid.push({
      text: behind ? `${line.text}  ${behind.text}` : line.text,
      line: line.at.line,
      indented: line.indented,
    });
    const own = first && !behind ? [first, ...rest] : rest;
    for (const comment of own) layOwn(comment, following?.indented ?? false);
  });
  return laid;
}
