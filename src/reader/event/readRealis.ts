import type { Realis } from '../article.ts';
import { isTimeWord } from './isTimeWord.ts';
import type { Word } from './tagSentence.ts';

const BEFORE = 6;
const NEGATIONS = /^(not|n['’]t|never|no|without|nor|neither|cannot|hardly)$/;
const DETERRED = /^(prevent|avoid|refrain|stop|deter|avert|reluctance|reluctant|unwilling)$/;
const POSSIBLE =
  /^(if|could|might|may|would|unless|possibility|risk|danger|prospect|potential|should|can|possible)$/;
const COMING = /^(will|shall|plan|intend|expect|poise|about|going|ready)$/;
const ALLEGED =
  /^(alleged|allegedly|reportedly|purportedly|suspected|claim|attribute|accuse|blame|apparent|apparently|presumed|suspect)$/;
const USUAL =
  /^(regularly|routinely|repeatedly|often|frequently|usually|habitually|typically|always|constantly|persistently|daily|increasingly|now|sporadic|continuous|intermittent|recurrent|ongoing)$/;

/** How an act is told: done, usual, alleged, possible, to come or denied. Read from the words before it. */
export function readRealis(words: readonly Word[], index: number, nominal: boolean): Realis {
  const from = Math.max(0, index - BEFORE);
  // In "On 4 May 2021 X struck" nothing is left open.
  const before = words
    .slice(from, index)
    .filter(({ text }, place) => text !== ',' && !isTimeWord(words, from + place));
  const has = (pattern: RegExp, within: readonly Word[] = before) =>
    within.some(({ lemma, lower }) => pattern.test(lemma) || pattern.test(lower));
  if (has(NEGATIONS, before.slice(-4)) || has(DETERRED, before)) return 'negated';
  if (has(COMING)) return 'future';
  if (has(POSSIBLE)) return 'hypothetical';
  if (has(ALLEGED, words.slice(Math.max(0, index - 10), index + 8))) return 'alleged';
  if (has(USUAL, words.slice(from, index + 4))) return 'habitual';
  const word = words[index];
  const present =
    !nominal &&
    word?.tag === 'VERB' &&
    /^(\w+s|\w+)$/.test(word.lower) &&
    (word.lower === word.lemma || word.lower.endsWith('s')) &&
    !/ed$/.test(word.lower) &&
    words[index - 1]?.lower !== 'to';
  if (present && !/^(hit|shot|cut|shut|set|put)$/.test(word?.lower ?? '')) return 'habitual';
  return 'actual';
}
