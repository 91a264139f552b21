import type { ClaimMention, NameMention } from '../article.ts';
import type { Reading } from './findReading.ts';

/** A sentence that goes on about the subject of the one before. */
const PRONOUN = /^["'\s]*(?:they|it|he|she|its|their|the (?:group|movement|organi[sz]ation))\b/i;
/** A part of a sentence that shares its subject with the part before. */
const SAME_SUBJECT =
  /^(?:and |but |which |who |then |yet )?(?:also |later |soon |effectively )?(?:has|have|had|is|are|was|were|will|would|imposed|forced|achieved|established|conducted|launched|carried|[a-z]+ing)\b/;
/** A name that begins later is not what its sentence is about. */
const HEAD = 25;

/** The subject a passage carries on, where its words say so: "They …", "and has …". Else null. */
export function carriedSubject(reading: Reading, claim: ClaimMention): NameMention | null {
  const { article } = reading;
  const own = article.sentences[claim.sentence];
  if (!own) return null;
  const text = article.text.slice(claim.start, claim.end);
  const starts = /^\s*$/.test(article.text.slice(own.start, claim.start));
  if (!starts) return SAME_SUBJECT.test(text) ? subjectIn(reading, claim.sentence, claim.start) : null;
  const before = article.sentences[claim.sentence - 1];
  if (!PRONOUN.test(text) || before?.paragraph !== own.paragraph) return null;
  return subjectIn(reading, claim.sentence - 1, own.start);
}

function subjectIn(
  { article, acting, events }: Reading,
  sentence: number,
  until: number,
): NameMention | null {
  const begin = article.sentences[sentence]?.start ?? 0;
  const actors = acting.filter(
    (one) =>
      one.sentence === sentence &&
      one.end <= until &&
      one.role === 'actor' &&
      (one.entry?.kind === 'actor' || one.entry?.kind === 'alliance'),
  );
  const doer = events.find(
    (event) => event.sentence === sentence && event.doer && actors.includes(event.doer),
  )?.doer;
  const [first] = actors;
  if (first && first.start - begin <= HEAD) return first;
  // Behind an opening such as "On 15 December 2023, " the doer of the first act is the subject.
  return actors.length === 1 || first === doer ? (doer ?? null) : null;
}
