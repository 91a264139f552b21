import { parse } from '../../language/index.ts';
import type { Pack, PackName } from '../article.ts';
import { bareName } from '../names/bareName.ts';

/**
 * The actors and places a theatre declares, as names to look for in an article: those that no chosen pack knows, so that
 * a pack's knowledge of a country stays in force.
 */
export function packOfTheatre(theatre: string, packs: readonly Pack[]): Pack {
  const known = new Set(
    packs
      .flatMap(({ names }) => names)
      .flatMap(({ id, label, aliases }) => [id, label, ...aliases])
      .map((spelling) => spelling.toLowerCase()),
  );
  const names = parse(theatre).document.items.flatMap((item): readonly PackName[] => {
    if (item.kind !== 'actor' && item.kind !== 'alliance' && item.kind !== 'place') return [];
    const spellings = [item.name, ...(item.display === null ? [] : [item.display]), ...item.also];
    if (spellings.some((spelling) => known.has(spelling.toLowerCase()))) return [];
    return [nameOf(item.name, item.kind, spellings)];
  });
  return { name: 'theatre', title: 'names of the theatre', names };
}

function nameOf(id: string, kind: PackName['kind'], aliases: readonly string[]): PackName {
  return { ...bareName(id, kind, aliases[1] ?? id), aliases };
}
