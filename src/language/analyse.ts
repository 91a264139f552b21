import type { Item } from './document.ts';
import { lineTable } from './lineTable.ts';
import type { LineTable } from './lineTable.ts';
import type { Role } from './grammarAutomaton.ts';
import { parseRun } from './parse.ts';
import type { Parsed } from './parse.ts';
import type { ParseMemory } from './parseMemory.ts';
import { readRoles } from './readRoles.ts';
import { splitItems } from './splitItems.ts';
import type { Stretch } from './splitItems.ts';
import { tokenize } from './tacitParser.ts';
import type { TokenRun } from './tacitParser.ts';
import type { Token } from './token.ts';

/** A word, number, text or mark of a file with what it means there, as far as that can be told. */
export interface PlacedWord {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  /** Null where the sentence was left before this word. */
  readonly role: Role | null;
}

/** A text as an editor needs it: its sentences, the meaning of its words, its Document, also where parts are broken. */
export interface Analysis {
  readonly text: string;
  readonly lines: LineTable;
  readonly run: TokenRun;
  readonly stretches: readonly Stretch[];
  readonly words: readonly PlacedWord[];
  readonly parsed: Parsed;
  readonly memory: ParseMemory;
}

/**
 * Reads a text for an editor. Never throws. The same text with the same file name gives the same analysis, so that it
 * can be kept until the text changes.
 * @param before the analysis of the text before its last change: what did not change is not parsed again
 */
export function analyse(text: string, file: string | null = null, before: Analysis | null = null): Analysis {
  const memory: ParseMemory = new Map(before?.memory);
  const run = tokenize(text);
  const stretches = splitItems(text, run.tokens);
  return {
    text,
    lines: lineTable(text),
    run,
    stretches,
    words: stretches.flatMap((stretch, index) => wordsOf(stretch, index === 0)),
    parsed: parseRun(text, run, file, memory),
    memory,
  };
}

function wordsOf({ tokens }: Stretch, isHead: boolean): PlacedWord[] {
  const { roles } = readRoles(tokens, isHead ? 'Header' : 'Items');
  return tokens.map((token, index) => ({
    token,
    start: token.startOffset,
    end: token.startOffset + token.image.length,
    role: roles[index]?.[0] ?? null,
  }));
}

/** The word that holds an offset or ends there. */
export function wordAt({ words }: Analysis, offset: number): PlacedWord | null {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const [here, behind] = [words[low], words[low + 1]];
  // Between two words without a blank the later one is meant, unless it is only a mark.
  if (behind && behind.start === offset && /^[\p{L}\p{N}`"]/u.test(behind.token.image)) return behind;
  return here && here.start <= offset && offset <= here.end ? here : null;
}

/** The declaration that begins with a word, as far as it could be read. */
export function itemAt({ parsed }: Analysis, offset: number): Item | null {
  return parsed.document.items.find(({ at }) => at.start <= offset && offset <= at.end) ?? null;
}
