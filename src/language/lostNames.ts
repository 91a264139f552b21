import type { Item } from './document.ts';
import { ITEM_WORDS } from './splitItems.ts';

// `the same actor US` declares nothing.
const DECLARATION =
  /(?<!\bsame\s{1,9})\b(actor|alliance|place|area|route|act|source|period|claim)\s+`?(\p{L}[\p{L}\p{M}\p{N}_]*)/gu;
const NEXT_ITEM = new RegExp(`\\n[ \\t]*(?:${[...ITEM_WORDS].join('|')})\\s`);
const TEXTS_AND_COMMENTS = /"[^"\n]*"|\/\/[^\n]*/g;

/** A name that a broken sentence declares, and the word it begins with. */
export interface LostName {
  readonly kind: string;
  readonly name: string;
  /** Its sentence holds a `?`. */
  readonly open: boolean;
}

/**
 * Names that a text declares but its items do not: their sentence is broken and the parser has said so. Speaking of
 * such a name as unknown would send the reader to the wrong place.
 */
export function lostNames(text: string, items: readonly Item[]): readonly LostName[] {
  const declared = new Set(items.map((item) => ('name' in item ? item.name : null)));
  const lost: LostName[] = [];
  const bare = text.replace(TEXTS_AND_COMMENTS, ' ');
  for (const { 1: kind = '', 2: written = '', index } of bare.matchAll(DECLARATION)) {
    const name = written.normalize('NFC');
    // Acts begin with a small letter, all other names do not: `when the place is …` declares nothing.
    if (/^\p{Ll}/u.test(name) !== (kind === 'act') || declared.has(name)) continue;
    const end = bare.slice(index + 1).search(NEXT_ITEM);
    const sentence = bare.slice(index, end === -1 ? undefined : index + 1 + end);
    lost.push({ kind, name, open: sentence.includes('?') });
  }
  return lost;
}
