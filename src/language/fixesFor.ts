import { check } from './check.ts';
import type { Diagnostic } from './document.ts';
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
 * The fixes that the hint of a diagnostic names: "Did you mean `strike`?", "Write `2019-12-29`.", "Add `within 14
 * days`." Each is tried: one that does not remove the mistake, or makes another, is not offered. Where the hint names
 * more words than are marked, words around that it repeats are taken up.
 */
export function fixesFor(text: string, diagnostic: Diagnostic, context: FixContext): readonly Fix[] {
  const { hint, code, start, end } = diagnostic;
  if (hint === null) return [];
  const before = mistakesIn(text, context);
  const removes = (edit: TextEdit): boolean => {
    const after = mistakesIn(applyEdits(text, [edit]), context);
    const shift = edit.text.length - (edit.end - edit.start);
    const still = after.some(
      (one) =>
        one.code === code && (one.start === start || one.start === start + shift) && one.end >= end - 1,
    );
    const errors = (list: readonly Diagnostic[]) =>
      list.filter(({ severity }) => severity === 'error').length;
    return !still && after.length < before.length && errors(after) <= errors(before);
  };
  return proposalsIn(hint).flatMap(({ verb, written }) => {
    const edits = verb === 'Add' ? [addition(text, end, written)] : replacements(text, diagnostic, written);
    const edit = edits.find(removes);
    return edit ? [{ title: `${verb === 'Add' ? 'Add' : 'Write'} ${written}`, edit }] : [];
  });
}

/** What a hint writes between backquotes behind "Write", "Add" or "Did you mean". */
function proposalsIn(hint: string): readonly { readonly verb: 'Write' | 'Add'; readonly written: string }[] {
  const sentence = /^(Write|Add|Did you mean)\b[^`]*((?:`[^`]+`(?:, | or )?)+)/.exec(hint);
  if (!sentence) return [];
  const verb = sentence[1] === 'Add' ? 'Add' : 'Write';
  return [...(sentence[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, written = '']) => ({ verb, written }));
}

function addition(text: string, end: number, written: string): TextEdit {
  const blank = /\S/.test(text[end - 1] ?? ' ') ? ' ' : '';
  const behind = /\S/.test(text[end] ?? ' ') ? ' ' : '';
  return { start: end, end, text: `${blank}${written}${behind}` };
}

/** First the marked words alone, then with more and more around them that the hint repeats. */
function replacements(text: string, { start, end }: Diagnostic, written: string): readonly TextEdit[] {
  const { tokens } = tokenize(text);
  const left = tokens
    .filter((token) => endOf(token) <= start)
    .slice(-WIDEST)
    .reverse();
  const right = tokens.filter((token) => token.startOffset >= end).slice(0, WIDEST);
  const repeated = new Set(tokenize(written).tokens.map(({ image }) => image));
  const reach = (row: readonly Token[]) => {
    const stop = row.findIndex(({ image }) => !repeated.has(image));
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
    return { start: from, end: last ? endOf(last) : end, text: written };
  });
}

function endOf({ startOffset, image }: Token): number {
  return startOffset + image.length;
}

function mistakesIn(text: string, { file, files }: FixContext): readonly Diagnostic[] {
  const { document, diagnostics } = parse(text, file);
  return [...diagnostics, ...check(document, { file, files, pedantic: false, text }).diagnostics];
}
