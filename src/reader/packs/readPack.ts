import { parse, type Item } from '../../language/index.ts';
import type { Pack, PackName } from '../article.ts';
import { readPackWords, type PackWords } from './readPackWords.ts';

export type PackReading =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly message: string };

/**
 * A pack is two plain files: a Tacit file with the neutral names (`levant.tacit`), which theatres can `use`, and a list
 * of words that only reading needs (`levant.words`): words of the people, capitals that stand for governments, names
 * that praise or blame. `used` are the packs that its first lines `use`: its words may add to their names.
 */
export function readPack(
  name: string,
  tacit: string,
  words: string,
  used: readonly Pack[] = [],
): PackReading {
  const { document, diagnostics } = parse(tacit, `${name}.tacit`);
  const broken = diagnostics.find(({ severity }) => severity === 'error');
  if (broken) return { ok: false, message: `The pack ${name} has a mistake: ${broken.message}` };
  const read = readPackWords(words);
  if (!read.ok)
    return { ok: false, message: `The words of the pack ${name}, line ${read.line}: ${read.message}` };
  const left = new Set(read.words.keys());
  const names = document.items.flatMap((item) => {
    const found = packName(item, read.words.get('name' in item ? item.name : ''));
    if (found) left.delete(found.id);
    return found ? [found] : [];
  });
  for (const name of used.flatMap(({ names: others }) => others)) {
    const further = read.words.get(name.id);
    if (further && left.delete(name.id)) names.push(withWords(name, further));
  }
  const [stray] = left;
  if (stray !== undefined)
    return {
      ok: false,
      message: `The words of the pack ${name} speak of ${stray}, which it does not declare.`,
    };
  return { ok: true, pack: { name, title: document.title ?? name, names } };
}

function packName(item: Item, words: PackWords | undefined): PackName | null {
  if (!isName(item)) return null;
  const { kind, name: id, display, also } = item;
  const position = kind === 'place' ? item.position : null;
  return {
    id,
    kind,
    label: display ?? id,
    // A label in words ("Government of Syria") is a spelling like any other; a bare identifier is one only alone.
    aliases: [...new Set([...(display === null ? [id] : [display]), ...also, ...(words?.also ?? [])])],
    adjectives: words?.adjectives ?? [],
    shortForms: words?.shortForms ?? [],
    loaded: words?.loaded ?? [],
    metonyms: words?.metonyms ?? [],
    members: membersOf(item),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    radius: kind === 'place' ? item.withinKilometres : null,
    country: words?.territory ?? null,
    source: words?.source ?? null,
  };
}

/** A name of a used pack with what this one adds. */
function withWords(name: PackName, { also, adjectives, shortForms, loaded, metonyms }: PackWords): PackName {
  return {
    ...name,
    aliases: [...new Set([...name.aliases, ...also])],
    adjectives: [...name.adjectives, ...adjectives],
    shortForms: [...name.shortForms, ...shortForms],
    loaded: [...name.loaded, ...loaded],
    metonyms: [...name.metonyms, ...metonyms],
  };
}

function membersOf(item: NamedItem): readonly string[] {
  if (item.kind === 'alliance') return item.members.map(({ actor }) => actor);
  if (item.kind === 'area') return item.members;
  return item.kind === 'route' ? item.through : [];
}

type NamedItem = Extract<Item, { readonly kind: PackName['kind'] }>;

function isName(item: Item): item is NamedItem {
  return ['actor', 'alliance', 'place', 'area', 'route'].includes(item.kind);
}
