import { check } from './check.ts';
import type { Diagnostic } from './document.ts';
import { findInsertion } from './findInsertion.ts';
import { parse } from './parse.ts';
import { applyEdits } from './textEdit.ts';
import type { TextEdit } from './textEdit.ts';
import { tokenize } from './tacitParser.ts';
import type { Token } from './token.ts';

/** A change that removes a mistake. */
export interface Fix {
  readonly title: string;
  readonly edit: TextEdit;
}

/** What the text is checked with: its own file name and the texts of used files. */
export interface FixContext {
  readonly file: string | null;
  readonly files: ReadonlyMap<string, string>;
}

/** At most so many words around the marked one are taken up by what the hint writes. */
const WIDEST = 4;

/**
 * The fixes that the hint of a diagnostic names: "Did you mean `strike`?", "Write `2019-12-29`." Of a name that nothing
 * is called also its declaration. Each is tried: one that does not remove the mistake, or makes another, is not
 * offered. Where the hint names more words than are marked, words around that it repeats are taken up.
 */
export function fixesFor(text: string, diagnostic: Diagnostic, context: FixContext): readonly Fix[] {
  const { hint } = diagnostic;
  if (hint === null || INEXACT.has(diagnostic.code)) return [];
  const before = mistakesIn(text, context);
  const works = (edit: TextEdit) =>
    removes(diagnostic, before, mistakesIn(applyEdits(text, [edit]), context));
  const written = wordsIn(hint).flatMap((words): Fix[] => {
    const edit = replacements(text, diagnostic, words).find(works);
    return edit ? [{ title: `Write ${words}`, edit }] : [];
  });
  return [...written, ...declarations(text, diagnostic).filter(({ edit }) => works(edit))];
}

/** What an unknown name can be declared as by its name alone, by what is expected in its place. */
const DECLARABLE: readonly (readonly [string, string])[] = [
  ['an actor', 'actor'],
  ['a place', 'place'],
  ['a source', 'source'],
];

function declarations(text: string, { code, message, start, end }: Diagnostic): readonly Fix[] {
  if (code !== 'unknown-name') return [];
  const expected = /; (.*) is expected here\.$/.exec(message)?.[1]?.split(' or ') ?? [];
  return DECLARABLE.filter(([words]) => expected.includes(words)).map(([, kind]) => {
    const declaration = `${kind} ${text.slice(start, end)}`;
    const { at, text: lines } = findInsertion(text, { kind: 'declaration', text: declaration });
    return { title: `Declare ${declaration}`, edit: { start: at, end: at, text: lines } };
  });
}

/** Messages whose hints write some source of the file, whichever it is. */
const INEXACT: ReadonlySet<string> = new Set(['source-missing']);

/** What a hint writes between backquotes, where nothing but that is to be done: examples are no fixes. */
function wordsIn(hint: string): readonly string[] {
  const sentence = /^(?:Write|Did you mean) ((?:`[^`]+`(?:, | or )?)+)[.?]/.exec(hint);
  return [...(sentence?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, written = '']) => written);
}

interface Mistakes {
  readonly parser: readonly Diagnostic[];
  readonly checks: readonly Diagnostic[];
}

/**
 * Whether a mistake is gone and no other came. A sentence that can be read again may show mistakes that nobody could
 * see before; one that could be read before may not.
 */
function removes({ code, start }: Diagnostic, before: Mistakes, after: Mistakes): boolean {
  const wasSyntax = before.parser.some((one) => one.code === code && one.start === start);
  const [was, is] = wasSyntax ? [before.parser, after.parser] : [before.checks, after.checks];
  if (is.length >= was.length || after.parser.length > before.parser.length) return false;
  return subset(is, was) && subset(after.parser, before.parser);
}

function subset(part: readonly Diagnostic[], whole: readonly Diagnostic[]): boolean {
  const left = whole.map(({ code, message }) => `${code} ${message}`);
  return part.every(({ code, message }) => {
    const found = left.indexOf(`${code} ${message}`);
    if (found !== -1) left.splice(found, 1);
    return found !== -1;
  });
}

function mistakesIn(text: string, { file, files }: FixContext): Mistakes {
  const { document, diagnostics } = parse(text, file);
  const { diagnostics: checks } = check(document, { file, files, pedantic: false, text });
  return { parser: diagnostics, checks };
}

/** First the marked words alone, then with more and more around them that the hint repeats. */
function replacements(text: string, { start, end }: Diagnostic, written: string): readonly TextEdit[] {
  const { tokens } = tokenize(text);
  const left = tokens
    .filter((token) => endOf(token) <= start)
    .slice(-WIDEST)
    .reverse();
  const right = tokens.filter((token) => token.startOffset >= end).slice(0, WIDEST);
  const words = tokenize(written).tokens;
  const repeated = new Set(words.map(({ image }) => image));
  // `within 30 days` takes the place of `within 1 month`.
  const counts = words.some(({ tokenType }) => tokenType.name === 'NUMBER');
  const reach = (row: readonly Token[]) => {
    const stop = row.findIndex(
      ({ image, tokenType }) => !repeated.has(image) && !(counts && tokenType.name === 'NUMBER'),
    );
    return stop === -1 ? row.length : stop;
  };
  const widths: { readonly left: number; readonly right: number }[] = [];
  for (let more = 0; more <= reach(left) + reach(right); more += 1) {
    for (let back = 0; back <= Math.min(more, reach(left)); back += 1) {
      if (more - back <= reach(right)) widths.push({ left: back, right: more - back });
    }
  }
  return widths.map((width) => {
    const from = width.left === 0 ? start : (left[width.left - 1]?.startOffset ?? start);
    const last = width.right === 0 ? undefined : right[width.right - 1];
    const to = last ? endOf(last) : end;
    // What is put in front of a line stands on a line of its own.
    const ownLine = from === to && (from === 0 || text[from - 1] === '\n') ? '\n' : '';
    return { start: from, end: to, text: written + ownLine };
  });
}

function endOf({ startOffset, image }: Token): number {
  return startOffset + image.length;
}
