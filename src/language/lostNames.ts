import type { Item } from './document.ts';

// `the same actor US` declares nothing.
const DECLARATION =
  /(?<!\bsame\s{1,9})\b(?:actor|alliance|place|area|route|source|period|claim)\s+([\p{L}][\p{L}\p{N}_]*)/gu;
const TEXTS_AND_COMMENTS = /"[^"\n]*"|\/\/[^\n]*/g;

/**
 * Names that a text declares but its items do not: their sentence is broken and the parser has said so. Speaking of
 * such a name as unknown would send the reader to the wrong place.
 */
export function lostNames(text: string, items: readonly Item[]): readonly string[] {
  const declared = new Set(items.map((item) => ('name' in item ? item.name : null)));
  const lost: string[] = [];
  for (const [, name] of text.replace(TEXTS_AND_COMMENTS, ' ').matchAll(DECLARATION)) {
    const found = (name ?? '').normalize('NFC');
    if (/^\p{Ll}/u.test(found) || declared.has(found)) continue;
    lost.push(found);
  }
  return lost;
}
