import { parse } from '../../language/index.ts';
import type { KnownNames } from './makeNaming.ts';

/** What a theatre file already declares: its names, and the words each is known by. Broken sentences are left out. */
export function readKnownNames(text: string): KnownNames & { readonly hasRecord: boolean } {
  const byWords = new Map<string, { readonly name: string; readonly kind: string }>();
  const taken = new Set<string>();
  const { items } = parse(text).document;
  for (const item of items) {
    if (!('name' in item) || item.kind === 'act') continue;
    taken.add(item.name);
    const display = 'display' in item && item.display !== null ? [item.display] : [];
    const also = 'also' in item ? item.also : [];
    for (const words of [item.name, ...display, ...also]) {
      const key = words.toLowerCase();
      if (!byWords.has(key)) byWords.set(key, { name: item.name, kind: item.kind });
    }
  }
  return {
    byWords,
    taken,
    hasRecord: items.some(({ kind }) => kind === 'record') || /^record\s/m.test(text),
  };
}
