import type { SlotKind } from '../../../language/index.ts';

/** The names a text declares, by what may be filled into a slot; read from the first column, so that half-written lines do no harm. */
export function declaredNames(texts: readonly string[]): ReadonlyMap<SlotKind | 'source', readonly string[]> {
  const found = new Map<SlotKind | 'source', string[]>();
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const [, word = '', name = ''] =
      /^(actor|alliance|place|area|route|act|source|period|claim)\s+`?([\p{L}\p{N}_]+)/u.exec(line) ?? [];
    const kind = KINDS[word];
    if (kind === undefined || name === '') continue;
    const names = found.get(kind) ?? [];
    if (!names.includes(name)) names.push(name);
    found.set(kind, names);
  }
  return found;
}

const KINDS: Readonly<Record<string, SlotKind | 'source'>> = {
  actor: 'actor',
  alliance: 'actor',
  place: 'place',
  area: 'place',
  route: 'route',
  act: 'act',
  source: 'source',
  period: 'period',
  claim: 'claim',
};
