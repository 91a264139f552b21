import type { Clause } from '../event/clause.ts';
import { isTime, lastComma } from '../event/clause.ts';
import type { NounPhrase } from '../event/findNounPhrases.ts';

/** Who is named as speaking: the first and last word of the phrase, what hangs on it by "of" or "in" included. */
export interface Speaker {
  readonly first: number;
  readonly last: number;
  /** The phrase that speaks, without what hangs on it. */
  readonly head: NounPhrase;
}

const SKIPPED = /^(?:AUX|ADV|PART)$/;
const HANGING = /^(?:of|in|at|from|for|on|near|with|inside|within|around|to|by|close|among|across|along)$/;
const RELATIVE = /^(?:who|which|that)$/;
const MOST_STEPS = 8;

/**
 * The phrase right before a verb of saying: "my friends in Beirut insist", "a spokesman, Colonel Ito, told". Unlike the
 * subject of an act it never jumps to a name further left: who is not beside the verb does not speak.
 */
export function speakerBefore(clause: Clause, verb: number): Speaker | null {
  const { words, phrases } = clause;
  const within = phrases.find(({ first, last }) => first < verb && verb <= last);
  // "The panel notes": one phrase to the tagger.
  if (within) {
    const head = { ...within, last: verb - 1, head: words[verb - 1]?.lemma ?? '' };
    return { first: head.first, last: head.last, head };
  }
  let at = skipBack(clause, verb - 1);
  if (words[at]?.text === '"' && phrases.some(({ last }) => last === at - 1)) at -= 1;
  // "A spokesman, Colonel Ito, told": an aside between commas.
  if (words[at]?.text === ',') {
    const opening = lastComma(words, at);
    if (opening <= 0 || at - opening > MOST_STEPS) return null;
    at = opening - 1;
  }
  if (RELATIVE.test(words[at]?.lower ?? '')) at -= words[at - 1]?.text === ',' ? 2 : 1;
  const ending = phrases.find(({ first, last }) => first <= at && at <= last);
  if (!ending || ending.last !== at || isTime(words, ending)) return null;
  let head = ending;
  for (let step = 0; step < MOST_STEPS && head.first > 1; step += 1) {
    const joint = words[head.first - 1];
    if (!joint || !HANGING.test(joint.lower)) break;
    const owner = phrases.find(({ last }) => last === head.first - 2);
    if (!owner || isTime(words, owner)) break;
    head = owner;
  }
  return { first: head.first, last: ending.last, head };
}

/** Over "has repeatedly", "would later". */
function skipBack({ words }: Clause, from: number): number {
  let at = from;
  while (at > 0 && (SKIPPED.test(words[at]?.tag ?? '') || /^(?:not|n't)$/.test(words[at]?.lower ?? '')))
    at -= 1;
  return at;
}
