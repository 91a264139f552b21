import {
  CROWD,
  DIRECTIONS,
  GIVEN,
  HAPPENINGS,
  HITTING,
  INSIDE,
  LAND,
  LINES,
  MOTION,
  PART_OF,
  PASSED_OVER,
  PEOPLE,
} from './placeWords.ts';
import type { Word } from './tokeniseWords.ts';

/** What the words around a country or a capital make of it; null where they say nothing. */
export type Meant = 'actor' | 'place' | 'people' | null;

/** A name of a country or capital: "in Syria" is a place, "Syria said" a government. `isCapital` takes "on" as a place. */
export function decideName(words: readonly Word[], from: number, to: number, isCapital: boolean): Meant {
  const after = words[to];
  const last = words[to - 1];
  if (after && last?.possessive) {
    if (LAND.has(after.key) || (DIRECTIONS.has(after.key) && LAND.has(words[to + 1]?.key ?? '')))
      return 'place';
    if (PEOPLE.has(after.key)) return 'people';
    if (!/^\p{Lu}/u.test(after.written)) return 'actor';
  }
  if (after?.hyphen && /^(based|held|born|bound|wide)$/.test(after.key)) return 'place';
  if (after && !last?.possessive && /^ $/.test(after.gap) && LAND.has(after.key) && after.key !== 'side')
    return 'place';
  if (isCapital && after && !last?.possessive && after.gap === ' ' && HAPPENINGS.has(after.key))
    return 'place';
  // "Syria-Iraq border", "Tehran-Beirut road"
  if (after?.hyphen && LINES.has(words[to + 1]?.key ?? '')) return 'place';
  if (words[from]?.hyphen && after && LINES.has(after.key)) return 'place';
  return byPreposition(words, from, isCapital);
}

function byPreposition(words: readonly Word[], from: number, isCapital: boolean): Meant {
  if (DIRECTIONS.has(words[from - 1]?.key ?? '') && startsFreely(words, from)) return 'place';
  let at = from - 1;
  while (
    at >= 0 &&
    PASSED_OVER.has(words[at]?.key ?? '') &&
    words[at]?.key !== 'of' &&
    startsFreely(words, at + 1)
  )
    at -= 1;
  const word = words[at];
  if (!word || !startsFreely(words, at + 1)) return null;
  const before = words[at - 1]?.key ?? '';
  if (INSIDE.has(word.key)) return 'place';
  switch (word.key) {
    case 'on':
      return isCapital ? 'place' : 'actor';
    case 'of':
      return PART_OF.has(before) || LINES.has(before) ? 'place' : 'actor';
    case 'from':
      return GIVEN.has(before) ? 'actor' : 'place';
    case 'to':
      return MOTION.has(before) || LINES.has(before) ? 'place' : 'actor';
    case 'between':
      return LINES.has(before) ? 'place' : 'actor';
    case 'with':
      return LINES.has(before) || before === 'borders' ? 'place' : 'actor';
    case 'against':
    case 'by':
    case 'for':
    case 'that':
    case 'as':
    case 'than':
    case 'about':
      return 'actor';
    default:
      return isCapital && HITTING.has(word.key) ? 'place' : null;
  }
}

/** "Syrian army", "Syrian towns", "Syrian refugees". */
export function decideAdjective(words: readonly Word[], from: number, to: number, isPlural: boolean): Meant {
  const [before, after, second] = [words[from - 1], words[to], words[to + 1]];
  if (isPlural) return CROWD.has(before?.key ?? '') || /^\d/.test(before?.key ?? '') ? 'people' : 'actor';
  for (const word of [after, second]) {
    if (!word || !/^(?: |-)$/.test(word.gap)) break;
    if (LAND.has(word.key)) return word.key === 'side' ? 'actor' : 'place';
    if (PEOPLE.has(word.key)) return 'people';
    if (word === after && !/^(\p{Ll}+(ern|al|ed|ing|ian)|\p{Lu}\p{Ll}+(ian|i|ish|ese))$/u.test(word.written))
      break;
  }
  return 'actor';
}

/** Nothing but a space stands before the word. */
function startsFreely(words: readonly Word[], at: number): boolean {
  return /^\s*$/.test(words[at]?.gap ?? '.');
}
