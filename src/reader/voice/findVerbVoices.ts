import type { Span } from '../article.ts';
import { subjectOf } from '../event/subjectOf.ts';
import type { NounPhrase } from '../event/findNounPhrases.ts';
import type { Clause } from '../event/clause.ts';
import type { FoundCue } from './foundCue.ts';
import { NEEDS_CONTENT, SAYING, SPEAKER } from './speechWords.ts';

/** Verbs of saying with the phrase they are said of: "analysts suggest that …", "… , officials said". */
export function findVerbVoices(sentence: Span, clause: Clause): readonly FoundCue[] {
  const { words } = clause;
  return words.flatMap((word, index) => {
    const reads =
      word.tag === 'VERB' ||
      (words[index + 1]?.lower === 'that' && /^(claims|reports|notes|states)$/.test(word.lower));
    if (
      !reads ||
      !SAYING.test(word.lemma === 'claims' ? 'claim' : word.lemma) ||
      words[index - 1]?.lower === 'to'
    )
      return [];
    const before = words[index - 1];
    const turned = speakerBehind(clause, index);
    const own = pronounBefore(clause, index);
    const subject = turned ?? own ?? subjectOf(clause, index);
    if (!subject) return [];
    const [first, last] = [words[subject.first], words[subject.last]];
    if (!first || !last) return [];
    const pronoun = subject === own || (subject.first === subject.last && /^(they|he|she)$/.test(last.lower));
    const speaks =
      pronoun || subject.names.length > 0 || SPEAKER.test(subject.head) || SPEAKER.test(last.lower);
    if (!speaks || (before?.lemma === 'be' && turned === null)) return [];
    const tail = endsSentence(clause, index, subject.first);
    if (NEEDS_CONTENT.test(word.lemma) && !hasContent(clause, index) && !tail) return [];
    const far = index - subject.last > FAR;
    const begin = far ? word.start : Math.min(first.start, word.start);
    const that = words.slice(index + 1, index + 8).find(({ lower }) => lower === 'that');
    const end = that && !tail ? that.end : Math.max(word.end, turned ? last.end : word.end);
    const scope = tail ? { start: sentence.start, end: begin } : { start: end, end: sentence.end };
    return [{ cue: { start: begin, end }, source: { start: first.start, end: last.end }, scope, pronoun }];
  });
}

const FAR = 6;

/** "they further maintain": the pronoun right before the verb. */
function pronounBefore({ words, phrases }: Clause, verb: number): NounPhrase | null {
  let at = verb - 1;
  while (at > 0 && /^(ADV|AUX|PART)$/.test(words[at]?.tag ?? '')) at -= 1;
  if (!/^(they|he|she|it|we|i)$/.test(words[at]?.lower ?? '')) return null;
  return phrases.find(({ first, last }) => first <= at && at <= last) ?? null;
}

/** "…, said the minister". */
function speakerBehind({ words, phrases }: Clause, verb: number) {
  const before = words[verb - 1];
  if (
    !before ||
    !/^[,”"’']$/.test(before.text) ||
    !/^(say|write|add|note|tell|explain|argue|warn|report|claim|insist)$/.test(words[verb]?.lemma ?? '')
  )
    return null;
  return phrases.find(({ first }) => first === verb + 1) ?? null;
}

/** What is said follows: `that`, a quotation, a colon, or at once a clause of its own. */
function hasContent({ words, phrases }: Clause, verb: number): boolean {
  const near = words.slice(verb + 1, verb + 8);
  const that = near.findIndex(({ lower }) => lower === 'that');
  if (that !== -1 && !near.slice(0, that).some(({ tag, text }) => tag === 'VERB' || text === '.'))
    return true;
  const next = near[0];
  if (next && /^[“"‘:,]$/.test(next.text)) return true;
  if (near.slice(0, 4).some(({ text }) => /^[“"]$/.test(text))) return true;
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

/** "…, officials said.": the cue ends its sentence, or stands between commas. */
function endsSentence({ words }: Clause, verb: number, first: number): boolean {
  const begin = Math.min(first, verb);
  if (begin < 3 && words[begin - 1]?.text !== ',') return false;
  const comma = words.slice(Math.max(0, begin - 3), begin).some(({ text }) => /^[,”"]$/.test(text));
  const rest = words.slice(verb + 1).filter(({ tag }) => tag !== 'PUNCT');
  const closed = words[verb + 1]?.text === ',' || rest.length <= 6;
  return comma && closed;
}
