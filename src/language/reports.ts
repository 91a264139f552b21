import type { Diagnostic, SourceSpan } from './document.ts';
import type { Message } from './semanticMessages.ts';

/** Collects the messages of one check. */
export interface Reports {
  /** Tells a message about a place of a file; with `word` it points at that word inside the place, where the text is known. */
  tell(message: Message, file: string | null, at: SourceSpan, word?: string): void;
  /** True when an error was told since `mark` (a number that `mark()` gave). */
  errorsSince(mark: number): boolean;
  mark(): number;
  /** Notes that a name was asked for of which the sentence is still open. */
  miss(name: string): void;
  /** The names that were missed, once each; they are forgotten. */
  takeMissed(): readonly string[];
  /** All messages, those of one place once, in the order of files and places. */
  list(): Diagnostic[];
}

/** `textOf` gives the text of a file, or null where it is not known. */
export function makeReports(textOf: (file: string | null) => string | null): Reports {
  const told: Diagnostic[] = [];
  const known = new Set<string>();
  const missed = new Set<string>();
  let errors = 0;
  return {
    tell(message, file, at, word) {
      const text = textOf(file);
      const narrowed = word === undefined || text === null ? at : findWord(text, at, word);
      const { start, end, line, column } = narrowed;
      const key = JSON.stringify([message.code, file, start, end, message.message]);
      if (message.severity === 'error') errors += 1;
      if (known.has(key)) return;
      known.add(key);
      told.push({ ...withoutControls(message), file, line, column, start, end });
    },
    errorsSince: (mark) => errors > mark,
    mark: () => errors,
    miss: (name) => void missed.add(name),
    takeMissed: () => {
      const names = [...missed];
      missed.clear();
      return names;
    },
    list: () => sortByPlace(told),
  };
}

/** The first place inside `at` where `word` stands as a whole word; `at` itself when it stands nowhere. */
function findWord(text: string, at: SourceSpan, word: string): SourceSpan {
  for (let start = text.indexOf(word, at.start); start !== -1; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    if (end > at.end) break;
    if (isLetter(text[start - 1]) || isLetter(text[end])) continue;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const linesBetween = text.slice(at.start, start).split('\n').length - 1;
    return { start, end, line: at.line + linesBetween, column: start - lineStart + 1 };
  }
  return at;
}

/** Names from a file must not turn lines around or move the cursor of a terminal. */
function withoutControls(message: Message): Message {
  const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD');
  return {
    ...message,
    message: shown(message.message),
    hint: message.hint === null ? null : shown(message.hint),
  };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{N}_]/u.test(character);
}

function sortByPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  return [...diagnostics].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.start - b.start || a.end - b.end,
  );
}
