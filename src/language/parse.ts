import type { Comment, Diagnostic, Document, Item, SourceSpan } from './document.ts';
import type { PlacedMessage } from './explainStrays.ts';
import { lineTable, placeAt, spanAt } from './lineTable.ts';
import type { LineTable } from './lineTable.ts';
import { parseRemembered } from './parseMemory.ts';
import type { ParseMemory } from './parseMemory.ts';
import { parseHead } from './parseStretch.ts';
import { Reading } from './reading.ts';
import { scanDeclarations } from './scanDeclarations.ts';
import { splitItems } from './splitItems.ts';
import { tokenize } from './tacitParser.ts';
import type { TokenRun } from './tacitParser.ts';
import type { Token } from './token.ts';

export interface Parsed {
  readonly document: Document;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the text of a theatre file. Every text gives a Document: an item with a mistake is left out of it and has its
 * diagnostic, all other items are there. Names are not looked up and dates not checked here. Never throws.
 * @param file name shown with diagnostics, null where the text is no file
 * @param memory what the text was before its last change; the result is the same without it, only later
 */
export function parse(text: string, file: string | null = null, memory: ParseMemory = new Map()): Parsed {
  return parseRun(text, tokenize(text), file, memory);
}

/** The same for a text whose words are known already. */
export function parseRun(text: string, run: TokenRun, file: string | null, memory: ParseMemory): Parsed {
  const lines = lineTable(text);
  const declarations = scanDeclarations(run.tokens);
  const reading = new Reading(lines, declarations.acts);
  const whole = { text, run, declarations, reading };
  const [first, ...rest] = splitItems(text, run.tokens);
  const head = parseHead(whole, first ?? { tokens: [], start: 0, end: text.length });
  const items: Item[] = [];
  const problems: PlacedMessage[] = [...head.problems];
  const fresh: ParseMemory = new Map();
  for (const stretch of rest) {
    const parsed = parseRemembered(whole, stretch, memory, fresh);
    for (const item of parsed.items) items.push(item);
    for (const problem of parsed.problems) problems.push(problem);
  }
  memory.clear();
  fresh.forEach((kept, key) => memory.set(key, kept));
  const document: Document = {
    format: 'tacit-theatre/1',
    version: head.version,
    title: head.title,
    at: { version: spanOf(head.versionToken, lines), title: spanOf(head.titleToken, lines) },
    items,
    comments: readComments(text, run, lines),
    blankLines: blankLines(text, lines),
  };
  problems.sort((a, b) => a.start - b.start);
  return { document, diagnostics: problems.map((problem) => diagnosticOf(problem, file, lines)) };
}

function spanOf(token: Token | null, lines: LineTable): SourceSpan | null {
  return token && spanAt(lines, token.startOffset, token.startOffset + token.image.length);
}

function diagnosticOf(
  { start, end, message }: PlacedMessage,
  file: string | null,
  lines: LineTable,
): Diagnostic {
  return { ...message, file, start, end, ...placeAt(lines, start) };
}

function readComments(text: string, run: TokenRun, lines: LineTable): Comment[] {
  return run.comments.map((token) => {
    const start = token.startOffset;
    const at = spanAt(lines, start, start + token.image.length);
    const before = text.slice(lines[at.line - 1] ?? 0, start);
    return { text: token.image.trimEnd(), at, ownLine: before.trim() === '' };
  });
}

function blankLines(text: string, lines: LineTable): number[] {
  return lines.flatMap((start, index) => {
    const end = lines[index + 1];
    return end !== undefined && text.slice(start, end).trim() === '' ? [index + 1] : [];
  });
}
