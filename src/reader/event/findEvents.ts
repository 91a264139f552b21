import type { Article, EventMention, NameMention, TimeMention } from '../article.ts';
import { findActWords, type ActWord } from './findActWords.ts';
import { findNounPhrases } from './findNounPhrases.ts';
import type { Clause } from './clause.ts';
import { findParties } from './findParties.ts';
import { readRealis } from './readRealis.ts';
import { readToll } from './readToll.ts';
import { tagSentence, type Word } from './tagSentence.ts';

/** What the text around an event is known to be. */
export interface EventContext {
  readonly names: readonly NameMention[];
  readonly times: readonly TimeMention[];
}

/** Acts that take another act with them: "threatened to attack" is one event. */
const GOVERNING = new Set([
  'THREATEN',
  'AGREE',
  'REQUEST',
  'REJECT',
  'ACCUSE',
  'SANCTION',
  'PROTEST',
  'CONCEDE',
]);

/**
 * The acts an article reports, in PLOVER's classes, with who acts on whom, where, when, and whether it is told as done,
 * usual, alleged, possible, to come or denied. Read from word order and a lexicon; slots the words leave open are null.
 */
export function findEvents(
  article: Pick<Article, 'text' | 'sentences'>,
  context: EventContext,
): readonly EventMention[] {
  return article.sentences.flatMap((span, sentence) => {
    const names = context.names.filter((name) => name.sentence === sentence);
    const times = context.times.filter((time) => time.sentence === sentence);
    const words = tagSentence(article.text, span);
    const clause: Clause = { sentence, words, phrases: findNounPhrases(words, names) };
    return eventActs(words).flatMap((act) => eventsOf(article.text, clause, act, names, times));
  });
}

/** Acts of a sentence without those another act governs. */
function eventActs(words: readonly Word[]): readonly ActWord[] {
  const acts = findActWords(words);
  return acts.filter((act) => {
    return !acts.some(
      (other) =>
        other.last < act.first && GOVERNING.has(other.eventClass) && !breaks(words, other.last, act.first),
    );
  });
}

/** A conjunction or comma between two acts: they are told side by side. */
function breaks(words: readonly Word[], from: number, to: number): boolean {
  return words
    .slice(from + 1, to)
    .some(({ text, tag }) => text === ',' || text === ';' || (tag === 'CCONJ' && text !== 'or'));
}

function eventsOf(
  text: string,
  clause: Clause,
  act: ActWord,
  names: readonly NameMention[],
  times: readonly TimeMention[],
): readonly EventMention[] {
  const { words, sentence } = clause;
  const { doers, targets } = findParties(clause, act);
  if (doers.length === 0 && targets.length === 0) return [];
  const [first, last] = [words[act.first], words[act.last]];
  if (!first || !last) return [];
  const mentioned = [...doers, ...targets];
  const place =
    names.find(({ role, start }) => role === 'place' && start > first.start) ??
    names.find(({ role }) => role === 'place') ??
    null;
  const time = times.find(({ relation }) => relation !== 'window') ?? null;
  const start = Math.min(
    first.start,
    ...doers.map((name) => name.start),
    ...targets.map((name) => name.start),
  );
  const end = Math.max(last.end, ...mentioned.map((name) => name.end));
  const shared = {
    start,
    end,
    sentence,
    eventClass: act.eventClass,
    place: place && mentioned.includes(place) && place.role !== 'place' ? null : place,
    time,
    realis: readRealis(words, act.last, act.nominal),
    killed:
      act.eventClass === 'ASSAULT' ? readToll(text.slice(first.start, words.at(-1)?.end ?? last.end)) : null,
  };
  // "A and B agreed": each with the other.
  const mutual = targets.length === 0 && doers.length === 2;
  const aims = targets.length > 0 ? targets : [mutual ? (doers[1] ?? null) : null];
  const acting = mutual ? doers.slice(0, 1) : doers;
  const whos = acting.length > 0 ? acting : [null];
  return whos.flatMap((doer) => aims.map((target) => ({ ...shared, doer, target })));
}
