import type { Article, NameMention, Pack, PackName } from '../article.ts';
import { bareName } from './bareName.ts';
import { umbrellaOf } from './umbrellaOf.ts';

/**
 * Groups that an article names by a common noun: "the Iran-aligned militias", "the rebels", "government forces", "the
 * army"; and longer names no pack knows that end like a force or a party ("Rapid Support Forces"). Where one name of
 * the packs, or of the article itself, is called so, it is meant; else the words become a neutral name of their own.
 */
export function findGroups(
  article: Pick<Article, 'text' | 'sentences'>,
  names: readonly NameMention[],
  packs: readonly Pack[],
): readonly NameMention[] {
  const made = new Map<string, PackName>();
  const own = (words: string): PackName => {
    const label = words.replace(/^the\s+/i, '').replace(/\s+/g, ' ');
    const key = label.toLowerCase();
    const known = made.get(key);
    if (known) return known;
    const entry = neutralName(label);
    made.set(key, entry);
    return entry;
  };
  const raised = names.map((name) => raise(article.text, name, own, made));
  const found: NameMention[] = [];
  for (const [sentence, span] of article.sentences.entries()) {
    const text = article.text.slice(span.start, span.end);
    for (const match of text.matchAll(GROUP)) {
      const [words] = match;
      const patron = match.groups?.['patron'] ?? null;
      const noun = match.groups?.['noun'] ?? match.groups?.['bare'] ?? '';
      const start = span.start + match.index + (match.groups?.['article']?.length ?? 0);
      const end = span.start + match.index + words.length;
      if (
        raised.some((name) => name.start < end && start < name.end && !isPatron(name, patron, article.text))
      )
        continue;
      const written = article.text.slice(start, end);
      const earlier = [...raised, ...found].filter((name) => name.start < start);
      const entry = umbrellaOf({ noun, patron, written }, earlier, article.text, packs) ?? own(written);
      found.push({ start, end, sentence, entry, role: 'actor', loaded: false, didYouMean: null });
    }
  }
  return [...raised, ...found].sort((a, b) => a.start - b.start || a.end - b.end);
}

const JOINED = 'aligned|backed|linked|allied|affiliated|supported|sponsored|funded|armed';
const NOUN =
  'militias?|militants|rebels?|insurgents?|separatists?|guerrillas?|paramilitaries|junta|(?:government|state|loyalist|rebel) (?:forces|troops|soldiers)|army|armed (?:groups?|factions?)|dissidents';
/** Nouns that mean a group only behind whom it is aligned with: "Iran-aligned groups". */
const WIDER = 'groups?|forces|fighters|factions|troops|movements?|formations?|proxies';
const GROUP = new RegExp(
  String.raw`(?<article>\b(?:[Tt]he|[Tt]hese|[Tt]hose)\s+)?(?:(?<patron>\b\p{Lu}[\p{L}.]*(?:[- ]\p{Lu}[\p{L}.]*)?)-(?:${JOINED})\s+(?:\p{Ll}+\s+)?(?<noun>${NOUN}|${WIDER})\b|(?<=[Tt]he\s|[Tt]hese\s|[Tt]hose\s|\bby\s|\band\s|\bon\s|\bagainst\s|^|,\s)(?<bare>${NOUN})\b)(?![-'])`,
  'gu',
);

/** "Iran" in "Iran-aligned militias" is no mention of the group itself. */
function isPatron({ start, end }: NameMention, patron: string | null, text: string): boolean {
  return patron !== null && text.slice(start, end) === patron;
}

const BODY =
  /\b(?:Forces?|Army|Front|Brigades?|Battalions?|Alliance|Militias?|Guards?|Movement|Legion|Resistance|Corps|Rebels|Fighters)$/;

/** A long name no pack knows that is called a force; its letters in brackets stand for it too. */
function raise(
  text: string,
  name: NameMention,
  own: (words: string) => PackName,
  made: Map<string, PackName>,
): NameMention {
  if (name.entry !== null) return name;
  const words = text.slice(name.start, name.end);
  const known = made.get(words.toLowerCase());
  if (!known && (!BODY.test(words) || !/\s/.test(words))) return name;
  const entry = known ?? own(words);
  const letters = /^\s\(([\p{Lu}]{2,8})\)/u.exec(text.slice(name.end, name.end + 12))?.[1];
  if (letters) made.set(letters.toLowerCase(), entry);
  return { ...name, entry, role: 'actor' };
}

/** "Iran-aligned militias" → IranAlignedMilitias. */
function neutralName(label: string): PackName {
  const id = (label.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');
  return { ...bareName(id, 'actor', label), fromArticle: true };
}
