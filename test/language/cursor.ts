import { analyse, type FilesInView } from '../../src/language/index.ts';

/** A text with `|` where the cursor stands. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset === -1) throw new Error('no cursor');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** One file named `theatre.tacit`, and others beside it. */
export function filesOf(text: string, others: Readonly<Record<string, string>> = {}): FilesInView {
  const all = { 'theatre.tacit': text, ...others };
  return new Map(Object.entries(all).map(([file, written]) => [file, analyse(written, file)]));
}
