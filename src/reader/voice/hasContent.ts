import type { Clause } from '../event/clause.ts';
import { OBJECTS } from './speechWords.ts';

const QUESTION = /^(?:whether|if|who|why|what|how|when|where|which)$/;

/**
 * Whether what is said follows a verb of saying: `that`, a question word, a quotation, a colon, at once a clause of its
 * own, or the object that this verb reports with ("accuse … of", "deny this", "report two explosions").
 */
export function hasContent({ words, phrases }: Clause, verb: number, lemma: string): boolean {
  const near = words.slice(verb + 1, verb + 8);
  const that = near.findIndex(({ lower }) => lower === 'that');
  if (that !== -1 && !near.slice(0, that).some(({ tag, text }) => tag === 'VERB' || /^[.,;]$/.test(text)))
    return true;
  const next = near[0];
  if (next && (/^[“"‘:,]$/.test(next.text) || QUESTION.test(next.lower))) return true;
  const object = OBJECTS[lemma];
  if (object?.test(near.map(({ text }) => text).join(' '))) return true;
  if (near.slice(0, 2).some(({ text }) => /^[“"]$/.test(text))) return true;
  const phrase = phrases.find(
    ({ first }) => first === verb + 1 || (first === verb + 2 && words[verb + 1]?.tag === 'ADV'),
  );
  const after = phrase ? words[phrase.last + 1] : undefined;
  return (
    phrase !== undefined &&
    phrase.preposition === null &&
    after !== undefined &&
    (after.tag === 'AUX' ||
      (after.tag === 'VERB' && !/ing$/.test(after.lower) && after.lower !== after.lemma))
  );
}
