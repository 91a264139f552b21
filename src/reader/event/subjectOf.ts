import { PEOPLE, bracketed, isTime, lastComma, type Clause } from './clause.ts';
import type { NounPhrase } from './findNounPhrases.ts';
import type { Word } from './tagSentence.ts';

/** The phrase that a verb is said of: the nearest on its left that no preposition or other verb owns. */
export function subjectOf(clause: Clause, verb: number, seen: Set<number> = new Set()): NounPhrase | null {
  if (seen.has(verb)) return null;
  seen.add(verb);
  const { words, phrases } = clause;
  const chained = chainedTo(words, verb);
  if (chained !== null) {
    const subject = subjectOf(clause, chained, seen);
    if (subject) return subject;
  }
  let fallback: NounPhrase | null = null;
  const aside = behindComma(words, verb);
  for (const phrase of [...phrases].reverse()) {
    if (phrase.last >= verb || isTime(words, phrase) || bracketed(words, phrase)) continue;
    // "Pakistan, a key ally, has refused": what stands between commas is an aside.
    if (aside !== null && phrase.first > aside) continue;
    const relative =
      /^(that|which|who|whom|this)$/.test(words[phrase.last]?.lower ?? '') && phrase.first === phrase.last;
    if (relative) continue;
    if (phrase.preposition !== null && phrase.preposition !== 'by') {
      if (phrase.names.length > 0) fallback = phrase;
      continue;
    }
    const pronoun = words[phrase.last]?.tag === 'PRON' && phrase.names.length === 0;
    if (pronoun) {
      const earlier = phrases.filter(
        ({ last, names, preposition }) => last < phrase.first && names.length > 0 && preposition === null,
      );
      return earlier[0] ?? phrase;
    }
    return phrase.names.length > 0 || PEOPLE.test(phrase.head)
      ? phrase
      : (nameBehind(clause, phrase, verb) ?? nextLeft(phrases, phrase) ?? phrase);
  }
  return fallback;
}

/** Where the aside begins that ends right before a verb; null where none does. */
function behindComma(words: readonly Word[], verb: number): number | null {
  let at = verb - 1;
  while (at > 0 && /^(AUX|ADV|PART)$/.test(words[at]?.tag ?? '')) at -= 1;
  if (words[at]?.text !== ',') return null;
  const opening = lastComma(words, at);
  return opening > 0 ? opening : null;
}

/** "a group of Moroccan diplomats": the name hangs behind. */
function nameBehind({ phrases, words }: Clause, phrase: NounPhrase, verb: number): NounPhrase | null {
  const next = phrases.find(({ first, last }) => first > phrase.last && last < verb);
  return next && next.names.length > 0 && /^(of|from|in|by)$/.test(words[next.first - 1]?.lower ?? '')
    ? next
    : null;
}

function nextLeft(phrases: readonly NounPhrase[], phrase: NounPhrase): NounPhrase | null {
  return (
    phrases
      .filter(
        ({ last, names, preposition }) => last < phrase.first && names.length > 0 && preposition === null,
      )
      .at(-1) ?? null
  );
}

/** The verb an infinitive, a participle or a joined verb hangs on; null for one that stands by itself. */
function chainedTo(words: readonly Word[], verb: number): number | null {
  const before = words[verb - 1];
  const infinitive = before?.lower === 'to' || words[verb - 2]?.lower === 'to';
  const participle = /ing$/.test(words[verb]?.lower ?? '') && before?.lemma !== 'be';
  const joined = before?.tag === 'CCONJ';
  if (!infinitive && !participle && !joined) return null;
  for (let at = verb - 1; at >= 0; at -= 1) if (words[at]?.tag === 'VERB') return at;
  return null;
}
