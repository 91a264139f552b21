import type { NameMention } from '../article.ts';
import type { RawMention } from './rawMention.ts';

/**
 * Makes one mention of what belongs together: "Popular Mobilization Units (PMU)", "Lebanon's Hezbollah", "Iraq's Al-Qaim
 * crossing". A country before a name it owns is part of that name.
 */
export function joinNames(text: string, mentions: readonly RawMention[]): NameMention[] {
  const joined: RawMention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const between = before ? text.slice(before.end, mention.start) : '';
    if (
      before &&
      before.entry !== null &&
      before.entry === mention.entry &&
      /^ \("?$/.test(between) &&
      text[mention.end] === ')'
    ) {
      joined[joined.length - 1] = { ...before, end: mention.end + 1 };
    } else if (
      before &&
      before.entry === null &&
      /^ (?:al-)?$/.test(between) &&
      bearsSurname(text, mention)
    ) {
      const written = text.slice(before.start, before.end);
      joined[joined.length - 1] = isFirstName(written, text, mention)
        ? { ...mention, start: before.start }
        : { ...before, end: mention.end };
    } else if (before && owns(before, mention, between)) {
      joined[joined.length - 1] = { ...mention, start: before.start };
    } else if (
      before &&
      mention.entry === null &&
      isOwnBody(text.slice(mention.start, mention.end)) &&
      isOwner(before, between)
    ) {
      joined[joined.length - 1] = { ...before, end: mention.end };
    } else joined.push(mention);
  }
  return joined.map(({ start, end, sentence, entry, role, loaded, didYouMean }) => ({
    start,
    end,
    sentence,
    entry,
    role,
    loaded,
    didYouMean,
  }));
}

/** The words are the last name of an entry that the pack also writes in full. */
function bearsSurname(text: string, { entry, start, end, sense }: RawMention): boolean {
  const surname = text.slice(start, end).toLowerCase();
  return (
    entry?.kind === 'actor' &&
    sense === 'name' &&
    !surname.includes(' ') &&
    fullNames(entry.aliases, surname).length > 0
  );
}

/**
 * "Volodymyr" before a known last name, though the pack spells the whole otherwise. Another first name is another
 * person, whom no pack knows.
 */
function isFirstName(written: string, text: string, { entry, start, end }: RawMention): boolean {
  const [first = ''] = written.split(' ').slice(-1);
  const surname = text.slice(start, end).toLowerCase();
  return fullNames(entry?.aliases ?? [], surname).some(
    (name) => name[0]?.toLowerCase() === first[0]?.toLowerCase(),
  );
}

/** Aliases of several words whose last one begins like a last name: spellings differ towards the end. */
function fullNames(aliases: readonly string[], surname: string): string[] {
  return aliases.filter((alias) => {
    const words = alias.toLowerCase().replace(/ al-/g, ' ').split(' ');
    return words.length > 1 && words.length < 4 && words.at(-1)?.slice(0, 5) === surname.slice(0, 5);
  });
}

const BODY =
  /^((Ministry of )?(Defen[cs]e|Foreign|Foreign Affairs|Interior|Health|Justice)( Ministry)?|(Armed|Security|Defen[cs]e|Air|Special|Ground) Forces?|Army|Navy|Parliament|Government|Cabinet|Supreme Court|Constitutional Court|Coast Guard|National Guard|National Army|Senate)$/;

/** "Russia's Defense Ministry" is Russia speaking. */
function isOwnBody(name: string): boolean {
  return BODY.test(name);
}

function isOwner({ entry, sense, possessive, role }: RawMention, between: string): boolean {
  return (
    entry !== null && role !== 'place' && (sense === 'adjective' || possessive) && /^(?:'s?)? $/.test(between)
  );
}

function owns(owner: RawMention, { entry, sense }: RawMention, between: string): boolean {
  if (entry === null || owner.entry === null || sense === 'adjective' || sense === 'metonym') return false;
  // "The Kremlin's Black Sea" is a claim to it, not its name.
  const isOwner = owner.sense === 'adjective' || (owner.possessive && owner.sense !== 'metonym');
  if (!isOwner || !/^(?:'s?)? $/.test(between)) return false;
  const isLand = entry.kind === 'place' && entry.id.endsWith('Territory');
  return entry.country === null && !isLand;
}
