import type { NameMention } from '../article.ts';
import { isTimeWord } from './isTimeWord.ts';
import type { Word } from './tagSentence.ts';

/** A noun phrase without what hangs on it by a preposition. */
export interface NounPhrase {
  /** Indices of its first and last word, both included. */
  readonly first: number;
  readonly last: number;
  readonly names: readonly NameMention[];
  /** Lower-case preposition before it, else null. */
  readonly preposition: string | null;
  /** Base form of its last noun. */
  readonly head: string;
}

const INSIDE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM']);

/** Cuts a sentence into noun phrases; a name is never cut. */
export function findNounPhrases(
  words: readonly Word[],
  names: readonly NameMention[],
): readonly NounPhrase[] {
  const owner = words.map(
    (word) => names.find((name) => name.start < word.end && word.start < name.end) ?? null,
  );
  const inside = words.map((word, index) => {
    if (isTimeWord(words, index) || isOfDate(words, index)) return false;
    if (owner[index]) return true;
    if (word.tag === 'PRON') return true;
    if (word.tag === 'PART') return /^['’]s?$/.test(word.lower);
    if (word.lower === '-' || word.lower === '–') return (owner[index - 1] ?? null) !== null;
    return INSIDE.has(word.tag);
  });
  const phrases: NounPhrase[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (!inside[index]) continue;
    const first = index;
    while (inside[index + 1] && !startsAnew(words, index + 1, owner)) index += 1;
    phrases.push(phraseOf(words, first, index, owner));
  }
  return phrases;
}

/** The numbers of "4 June 2021" and "June 4, 2021": in "On 4 June 2021 Israel struck" they are no part of the name. */
function isOfDate(words: readonly Word[], index: number): boolean {
  if (words[index]?.tag !== 'NUM') return false;
  if (isTimeWord(words, index - 1) || isTimeWord(words, index + 1)) return true;
  const back = words[index - 1]?.text === ',' ? index - 2 : index - 1;
  return (
    words[back]?.tag === 'NUM' && isTimeWord(words, back - 1) && /^\d{4}$/.test(words[index]?.text ?? '')
  );
}

/** A determiner or pronoun begins a phrase of its own. */
function startsAnew(words: readonly Word[], index: number, owner: readonly (NameMention | null)[]): boolean {
  const word = words[index];
  if (owner[index] && owner[index] === owner[index - 1]) return false;
  return word?.tag === 'PRON' || (word?.tag === 'DET' && !/^(s)$/.test(word.lower));
}

function phraseOf(
  words: readonly Word[],
  first: number,
  last: number,
  owner: readonly (NameMention | null)[],
): NounPhrase {
  const names = [...new Set(owner.slice(first, last + 1))].filter((name) => name !== null);
  const before = words[first - 1];
  const preposition =
    before && (before.tag === 'ADP' || /^(to|on|in|by|against|targeting)$/.test(before.lower))
      ? before.lower
      : null;
  const noun = words
    .slice(first, last + 1)
    .filter(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
    .at(-1);
  return { first, last, names, preposition, head: noun?.lemma ?? '' };
}
