import type { NameMention } from '../article.ts';
import type { RawMention } from './findNames.ts';

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
  const isOwner = owner.sense === 'adjective' || owner.possessive;
  if (!isOwner || !/^(?:'s?)? $/.test(between)) return false;
  const isLand = entry.kind === 'place' && entry.id.endsWith('Territory');
  return entry.country === null && !isLand;
}
