import type { Span } from '../article.ts';
import type { Clause } from '../event/clause.ts';
import type { NounPhrase } from '../event/findNounPhrases.ts';
import type { Word } from '../event/tagSentence.ts';
import type { FoundCue } from './foundCue.ts';
import { hasContent } from './hasContent.ts';
import { speakerBefore, type Speaker } from './speakerBefore.ts';
import { NEEDS_CONTENT, NEEDS_THAT, ONLY_SPEAKERS, SAYING, SPEAKER } from './speechWords.ts';

const FAR = 6;

/** Verbs of saying with the phrase they are said of: "analysts suggest that …", "… , officials said". */
export function findVerbVoices(sentence: Span, clause: Clause): readonly FoundCue[] {
  return clause.words.flatMap((_, index) => {
    const found = SAYING.test(verbOf(clause, index)) ? voiceAt(sentence, clause, index) : null;
    return found === null ? [] : [found];
  });
}

/** The base form of a verb of saying; the tagger takes "claims", "reports" and the like for nouns. */
function verbOf({ words }: Clause, index: number): string {
  const word = words[index];
  if (!word) return '';
  if (word.tag === 'VERB') return word.lemma;
  const [before, next] = [words[index - 1], words[index + 1]];
  const told = next?.lower === 'that' || /^[,"]$/.test(before?.text ?? '');
  // A noun to the tagger, a verb to the reader: "the panel notes that", "the governor informed".
  const singular = word.lower.replace(/s$/, '');
  if (singular !== word.lower && SAYING.test(singular) && (told || SPEAKER.test(before?.lemma ?? '')))
    return singular;
  const stem = word.tag === 'ADJ' ? word.lower.replace(/(?:d|ed)$/, '') : word.lower;
  if (stem !== word.lower && (SAYING.test(stem) || SAYING.test(`${stem}e`)))
    return SAYING.test(stem) ? stem : `${stem}e`;
  return /^(says|said|told|writes|replies|insists|argues)$/.test(word.lower) ? word.lemma : '';
}

function voiceAt(sentence: Span, clause: Clause, index: number): FoundCue | null {
  const { words } = clause;
  const word = words[index];
  const before = words[index - 1];
  if (!word || before?.lower === 'to' || isWhatTheySay(words, index)) return null;
  const verb = verbOf(clause, index);
  const turned = speakerBehind(clause, index, verb);
  const own = turned ? null : pronounBefore(clause, index);
  const speaker = turned ?? (own ? speakerOf(own) : speakerBefore(clause, index));
  if (!speaker || !speaks(clause, speaker, verb, own !== null)) return null;
  if (isPassive(words, index) && !turned) return null;
  const [first, last] = [words[speaker.first], words[speaker.last]];
  if (!first || !last) return null;
  const tail = endsSentence(clause, index, speaker.first);
  if (NEEDS_THAT.test(verb) && !reportsThat(words, index, verb)) return null;
  if (NEEDS_CONTENT.test(verb) && !tail && !turned && !hasContent(clause, index, verb)) return null;
  const far = index - speaker.last > FAR;
  const begin = far ? word.start : Math.min(first.start, word.start);
  const that = words.slice(index + 1, index + 8).find(({ lower }) => lower === 'that');
  const end = that && !tail ? that.end : Math.max(word.end, turned ? last.end : word.end);
  const scope = tail ? { start: sentence.start, end: begin } : { start: end, end: sentence.end };
  return {
    cue: { start: begin, end },
    source: { start: first.start, end: last.end },
    scope,
    pronoun: own !== null,
  };
}

/** "What both sides say": nothing is reported. */
function isWhatTheySay(words: readonly Word[], index: number): boolean {
  return words.slice(Math.max(0, index - 5), index).some(({ lower }) => lower === 'what');
}

function speakerOf(phrase: NounPhrase): Speaker {
  return { first: phrase.first, last: phrase.last, head: phrase };
}

function speaks({ words }: Clause, { head, last }: Speaker, verb: string, pronoun: boolean): boolean {
  if (pronoun || head.names.length > 0) return true;
  const end = words[last];
  if (SPEAKER.test(head.head) || SPEAKER.test(words[head.last]?.lower ?? '')) return true;
  if (end && /^(?:it|this|that|these|which|there|what)$/.test(words[head.last]?.lower ?? '')) return false;
  return ONLY_SPEAKERS.test(verb) && head.head !== '';
}

function isPassive(words: readonly Word[], verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at -= 1) {
    const word = words[at];
    if (word?.lemma === 'be' || /^(?:am|is|are|was|were|been|being|be)$/.test(word?.lower ?? ''))
      return !/ing$/.test(words[verb]?.lower ?? '');
    if (!/^(?:ADV|AUX|PART)$/.test(word?.tag ?? '')) return false;
  }
  return false;
}

function reportsThat(words: readonly Word[], index: number, verb: string): boolean {
  const [next, second] = [words[index + 1], words[index + 2]];
  if (next?.lower === 'that') return true;
  return (
    verb === 'find' && next?.lower === 'no' && /^(?:evidence|proof|indication)$/.test(second?.lower ?? '')
  );
}

/** "they further maintain": the pronoun right before the verb. */
function pronounBefore({ words, phrases }: Clause, verb: number): NounPhrase | null {
  let at = verb - 1;
  while (at > 0 && (/^(ADV|AUX|PART)$/.test(words[at]?.tag ?? '') || words[at]?.lower === 'further')) at -= 1;
  if (!/^(they|he|she|it|we|i)$/.test(words[at]?.lower ?? '')) return null;
  return phrases.find(({ first, last }) => first <= at && at <= last) ?? null;
}

const TURNED =
  /^(say|write|add|note|tell|explain|argue|warn|report|claim|insist|reply|allege|suggest|believe|maintain|caution)$/;

/** "…, said the minister", "So say those who were there". */
function speakerBehind({ words, phrases }: Clause, verb: number, lemma: string): Speaker | null {
  const before = words[verb - 1];
  if (!before || !TURNED.test(lemma) || !(/^[,”"’']$/.test(before.text) || before.lower === 'so'))
    return null;
  const phrase = phrases.find(({ first }) => first === verb + 1);
  if (!phrase || /^(?:that|this|it|what)$/.test(words[phrase.last]?.lower ?? '')) return null;
  const after = words[phrase.last + 1];
  const closed =
    after === undefined || after.tag === 'PUNCT' || /^(?:who|of|in|at|from|on|to|for|as)$/.test(after.lower);
  return closed || before.text !== ',' ? speakerOf(phrase) : null;
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
