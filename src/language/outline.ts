import type { Analysis } from './analyse.ts';
import { itemAt } from './analyse.ts';
import { printForm } from './printForm.ts';
import { ITEM_WORDS } from './splitItems.ts';
import type { Stretch } from './splitItems.ts';
import { unquoted } from './texts.ts';

/** One line of the outline of a file. */
export interface OutlineEntry {
  /** The word the sentence begins with: `actor`, `claim`, `record` … */
  readonly kind: string;
  readonly name: string;
  /** What stands beside the name: the display name, the sentence of a claim. */
  readonly detail: string;
  readonly start: number;
  readonly end: number;
  /** The name itself. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

/** Every declaration and claim of a text in its order, those with mistakes included. */
export function outline(analysis: Analysis): readonly OutlineEntry[] {
  return analysis.stretches.flatMap((stretch) => entriesOf(analysis, stretch));
}

function entriesOf(analysis: Analysis, { tokens }: Stretch): OutlineEntry[] {
  const [first, second] = tokens;
  const last = tokens.at(-1);
  if (!first || !last || !ITEM_WORDS.has(first.image)) return [];
  const named = second && second.startOffset >= first.startOffset ? second : first;
  const item = itemAt(analysis, first.startOffset);
  const isText = named.tokenType.name === 'TEXT';
  return [
    {
      kind: first.image,
      name: nameOf(first.image, isText ? unquoted(named.image) : named.image),
      detail: detailOf(item),
      start: first.startOffset,
      end: last.startOffset + last.image.length,
      nameStart: named.startOffset,
      nameEnd: named.startOffset + named.image.length,
    },
  ];
}

/** An editor refuses an entry without a name. */
function nameOf(kind: string, written: string): string {
  return written.trim() === '' ? kind : written;
}

function detailOf(item: ReturnType<typeof itemAt>): string {
  if (item?.kind === 'claim') return printForm(item.form);
  if (item?.kind === 'rivals') return item.claims.join(', ');
  return item && 'display' in item ? (item.display ?? '') : '';
}
