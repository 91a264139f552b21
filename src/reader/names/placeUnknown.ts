import type { NameMention } from '../article.ts';

/** "in Zolote", "near the village of Sake", "south of Port Hallan": where, so a place. */
const WHERE =
  /\b(?:in|near|inside|outside|around|throughout|across|(?:north|south|east|west)(?:east|west)?\s+of|(?:town|towns|village|villages|city|cities|district|districts|province|region|suburb|outskirts|valley|hills|port)\s+of)\s+(?:the\s+)?(?:(?:nearby\s+|neighbou?ring\s+)?(?:town|village|city|district|suburb|province|port)\s+(?:of\s+)?)?$/i;
/** "in Operation Dawn", "in Parliament", "in English": no place on a map. */
const NO_PLACE =
  /^(?:operation|article|resolution|phase|chapter|annex|section|security council|world war|war|parliament|congress|council|court|senate|assembly|english|arabic|french|hebrew|persian|farsi|russian|spanish|turkish|kurdish|chinese|german|god|twitter|facebook|telegram|instagram|whatsapp|tiktok|youtube|x)\b|\b(?:forces?|army|front|brigades?|movement|party|council|agency|ministry|organi[sz]ation|university|institute|agreement|accords?|treaty|committee|mission|court|group|alliance|union)$/i;
const SPEAKS =
  /^(?:'s\s+\w+)?\s+(?:said|says|told|argues?d?|claims?|claimed|wrote|writes|added|denied|insists?)\b/i;

/**
 * Names no pack knows that the words make places: "in" or "near" stands before them. Once so used, a name is a place
 * wherever the article writes it, but where it speaks.
 */
export function placeUnknown(text: string, mentions: readonly NameMention[]): NameMention[] {
  const located = new Set(
    mentions
      .filter((one) => isOpen(one) && stands(text, one))
      .map(({ start, end }) => text.slice(start, end)),
  );
  return mentions.map((one) =>
    isOpen(one) &&
    located.has(text.slice(one.start, one.end)) &&
    !SPEAKS.test(text.slice(one.end, one.end + 40))
      ? { ...one, role: 'place' }
      : one,
  );
}

function isOpen({ entry, role }: NameMention): boolean {
  return entry === null && role === 'unknown';
}

function stands(text: string, { start, end }: NameMention): boolean {
  return WHERE.test(text.slice(Math.max(0, start - 60), start)) && !NO_PLACE.test(text.slice(start, end));
}
