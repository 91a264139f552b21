import type { NameMention, Pack, PackName } from '../article.ts';
import type { Declaration } from './draft.ts';
import { capitalise, quoted } from './tacitText.ts';
import { umbrellaIn, type Umbrella } from './umbrellaIn.ts';

/** Names of the theatre a draft is added to: what they are called by, in small letters, and all names in use. */
export interface KnownNames {
  readonly byWords: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly taken: ReadonlySet<string>;
}

export interface Naming {
  /** The draft's name for a mention; declares it on first use. */
  readonly nameOf: (mention: NameMention, source: string) => string;
  /** The name a mention has in the draft; null where no claim needed one. */
  readonly lookUp: (mention: NameMention) => string | null;
  readonly free: (wanted: string) => string;
  /** Counts every mention of a name that the draft declares, each once. */
  readonly tally: (names: readonly NameMention[]) => void;
  /** An area of several places, declared once. */
  readonly areaOf: (places: readonly string[]) => string;
  readonly declare: (declaration: Declaration) => void;
  readonly declarations: () => readonly Declaration[];
}

type Kind = PackName['kind'];

interface Made {
  readonly name: string;
  readonly kind: Kind;
  readonly entry: PackName | null;
  readonly label: string;
  readonly source: string;
  readonly words: Map<string, { readonly at: Set<NameMention>; loaded: boolean }>;
}

/**
 * Gives every actor and place of a draft one neutral name, whatever the articles call it, and declares it once.
 *
 * @param named identifiers of all whom the articles name: of an umbrella name's members only these are declared
 */
export function makeNaming(
  packs: readonly Pack[],
  known: KnownNames,
  named: ReadonlySet<string> = new Set(),
): Naming {
  const made = new Map<string, Made>();
  const others: Declaration[] = [];
  const taken = new Set([...known.taken].map((name) => name.toLowerCase()));
  const entries = new Map(packs.flatMap(({ names }) => names.map((entry) => [entry.id, entry] as const)));

  const free = (wanted: string): string => {
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${String(number)}`;
    taken.add(name.toLowerCase());
    return name;
  };
  const existing = (entry: PackName | null, words: string, kind: Kind): string | null => {
    const group = (one: string) => (/^(actor|alliance)$/.test(one) ? 'who' : 'where');
    for (const spelling of entry ? [entry.id, entry.label, ...entry.aliases] : [words]) {
      const found = known.byWords.get(spelling.toLowerCase());
      if (found && group(found.kind) === group(kind)) return found.name;
    }
    return null;
  };
  const add = (key: string, kind: Kind, entry: PackName | null, label: string, source: string): Made => {
    const old = existing(entry, label, kind);
    const wanted = entry ? capitalise(entry.id) : identifier(label);
    // A country that acts and a country where something happens are two names.
    const place = entry !== null && kind === 'place' && entry.kind === 'actor';
    const name = old ?? free(place ? `In${wanted}` : wanted);
    const one: Made = {
      name,
      kind,
      entry,
      label: place ? `${label} (where)` : label,
      source,
      words: new Map(),
    };
    made.set(key, { ...one });
    if (old === null && entry)
      for (const member of umbrella(entry)?.members ?? entry.members) declareMember(member, kind, source);
    return made.get(key) ?? one;
  };
  const umbrella = (entry: PackName): Umbrella | null =>
    entry.kind === 'alliance' ? umbrellaIn(entry, named, entries) : null;
  const declareMember = (id: string, kind: Kind, source: string): void => {
    const entry = entries.get(id);
    if (!entry) return;
    const key = keyOf(entry, entry.id, entry.kind);
    if (!made.has(key))
      add(
        key,
        entry.kind === 'actor' && (kind === 'area' || kind === 'route') ? 'place' : entry.kind,
        entry,
        entry.label,
        source,
      );
  };
  const keyed = (
    { entry, role }: NameMention,
    words: string,
  ): { readonly key: string; readonly kind: Kind } => {
    const unknown: Kind = role === 'place' ? 'place' : 'actor';
    const kind: Kind = role === 'place' && entry?.kind === 'actor' ? 'place' : (entry?.kind ?? unknown);
    return { key: keyOf(entry, words, kind), kind: kind };
  };
  const nameOf = (mention: NameMention, source: string, words = ''): string => {
    const { entry, loaded } = mention;
    const { key, kind } = keyed(mention, words);
    const one = made.get(key) ?? add(key, kind, entry, entry?.label ?? words, source);
    const counted = one.words.get(words) ?? { at: new Set<NameMention>(), loaded };
    counted.at.add(mention);
    one.words.set(words, { at: counted.at, loaded: counted.loaded || loaded });
    return one.name;
  };
  const tally = (names: readonly NameMention[]): void => {
    for (const mention of names) {
      const words = mentionWords(mention);
      const spellings = made.get(keyed(mention, words).key)?.words;
      if (!spellings) continue;
      const counted = spellings.get(words) ?? { at: new Set<NameMention>(), loaded: false };
      counted.at.add(mention);
      spellings.set(words, { at: counted.at, loaded: counted.loaded || mention.loaded });
    }
  };
  const areas = new Map<string, string>();
  const areaOf = (places: readonly string[]): string => {
    const members = [...new Set(places)];
    const key = members.join(' ');
    const [only] = members;
    if (only !== undefined && members.length === 1) return only;
    const name =
      areas.get(key) ??
      free(
        members
          .map((member) => member.replace(/Territory$/, ''))
          .join('And')
          .slice(0, 60),
      );
    if (!areas.has(key))
      others.push({
        name,
        kind: 'area',
        tacit: `area ${name} of ${members.join(', ')}`,
        written: [],
        origin: 'made',
      });
    areas.set(key, name);
    return name;
  };
  const declarations = (): readonly Declaration[] => {
    const spelled = new Set([
      ...known.byWords.keys(),
      ...[...made.values()].flatMap(({ name }) => [name.toLowerCase()]),
    ]);
    const own = [...made.values()].filter(({ name }) => !known.taken.has(name));
    const nameById = (id: string) => [...made.values()].find(({ entry }) => entry?.id === id)?.name ?? null;
    const umbrellas = (entry: PackName | null) => (entry ? umbrella(entry) : null);
    return [...own.map((one) => declarationOf(one, spelled, nameById, umbrellas(one.entry))), ...others];
  };
  return {
    nameOf: (mention, source) => nameOf(mention, source, mentionWords(mention)),
    free,
    areaOf,
    tally,
    declare: (one) => void others.push(one),
    lookUp: (mention) => made.get(keyed(mention, mentionWords(mention)).key)?.name ?? null,
    declarations,
  };
}

/** The words of a mention, put there by `withWords`: a mention itself only knows where it stands. */
const wordsOf = new WeakMap<NameMention, string>();

/** Keeps the words of each mention for the list of what was mapped onto what. */
export function rememberWords(raw: string, names: readonly NameMention[]): void {
  for (const name of names) wordsOf.set(name, raw.slice(name.start, name.end).replace(/\s+/g, ' '));
}

function mentionWords(mention: NameMention): string {
  return wordsOf.get(mention) ?? mention.entry?.label ?? 'Unnamed';
}

function keyOf(entry: PackName | null, words: string, kind: Kind): string {
  return entry
    ? `${entry.id} ${/^(actor|alliance)$/.test(kind) ? 'who' : 'where'}`
    : `? ${words.toLowerCase()}`;
}

/** "Free Syrian Army" → FreeSyrianArmy. */
function identifier(words: string): string {
  const parts = words.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = parts
    .filter((part) => !/^(the|a|an)$/i.test(part))
    .map(capitalise)
    .join('');
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(joined) ? joined.slice(0, 40) : `Name${joined.slice(0, 36)}`;
}

function declarationOf(
  one: Made,
  spelled: Set<string>,
  nameById: (id: string) => string | null,
  umbrella: Umbrella | null,
): Declaration {
  const { name, entry, label, kind } = one;
  const display = label === name || spelled.has(label.toLowerCase()) ? '' : ` ${quoted(label)}`;
  spelled.add(label.toLowerCase());
  const aliases = (entry?.aliases ?? []).filter((alias) => {
    const key = alias.toLowerCase();
    if (spelled.has(key)) return false;
    spelled.add(key);
    return true;
  });
  const also = aliases.length > 0 ? ` also ${aliases.map(quoted).join(', ')}` : '';
  const members = (umbrella?.members ?? entry?.members ?? [])
    .map(nameById)
    .filter((member) => member !== null);
  const written = [...one.words]
    .map(([words, { at, loaded }]) => ({ words, count: at.size, loaded }))
    .sort((a, b) => b.count - a.count);
  const head = `${name}${display}${also}`;
  const shared = { name, written };
  if (kind === 'alliance' && members.length > 0) {
    // Whom only a pack counts to it, the source has not named.
    const of = members.map((member) => (umbrella?.byPack ? member : `${member} said by ${one.source}`));
    const remark = umbrella?.remark ?? '';
    return { ...shared, kind, origin: 'umbrella', tacit: `${remark}alliance ${head} of ${of.join(', ')}` };
  }
  if (kind === 'area' && members.length > 0)
    return { ...shared, kind, origin: 'pack', tacit: `area ${head} of ${members.join(', ')}` };
  if (kind === 'route' && members.length > 1)
    return { ...shared, kind, origin: 'pack', tacit: `route ${head} through ${members.join(', ')}` };
  const origin = entry && !entry.fromArticle ? 'pack' : 'unknown';
  if (kind === 'actor' || kind === 'alliance')
    return { ...shared, kind: 'actor', origin, tacit: `actor ${head}` };
  return { ...shared, kind: 'place', origin, tacit: `place ${head}${positionOf(entry)}` };
}

/** The widest circle that stands for a place, in kilometres: a province; regions are known by their names alone. */
const WIDEST = 60;

function positionOf(entry: PackName | null): string {
  if (entry === null || entry.latitude === null || entry.longitude === null || entry.kind !== 'place')
    return '';
  // A sea, a desert, a part of the world is no circle.
  if (entry.radius === null || entry.radius > WIDEST) return '';
  const north = `${String(Math.abs(entry.latitude))} ${entry.latitude < 0 ? 'S' : 'N'}`;
  const east = `${String(Math.abs(entry.longitude))} ${entry.longitude < 0 ? 'W' : 'E'}`;
  return ` at ${north} ${east} within ${String(entry.radius)} km`;
}
