/** The wording of what is no mistake but may mislead (`tacit check --pedantic`). */
import { hinting, warning, type Message, type NameKind } from './semanticMessages.ts';

export function shortDate(written: string, meant: string, which: 'first' | 'last'): Message {
  return hinting(
    'short-date',
    `${written} stands for its ${which} day here, ${meant}.`,
    `Write \`${meant}\` if that is meant.`,
  );
}

export function truceTooShort(days: number): Message {
  return warning(
    'truce-too-short',
    `The truce covers ${days} ${days === 1 ? 'day' : 'days'}: so short a calm can hardly be told from chance.`,
    'Name all its days, or the period it belongs to.',
  );
}

export function reportsBeforePublished(source: string, published: string, spokenOf: string): Message {
  return warning(
    'reports-before-published',
    `${source} was published on ${published} but speaks here of ${spokenOf}.`,
    'Check the dates; something expected is written `expects … before …`.',
  );
}

export function unused(kind: NameKind | 'act', name: string): Message {
  const read =
    kind === 'period'
      ? 'Answers are read inside and outside of it all the same: without this line their verdicts may differ.'
      : null;
  return hinting('unused', `The ${kind} ${name} is declared but no sentence uses it.`, read);
}

export function drawnFromRecord(source: string): Message {
  return hinting(
    'drawn-from-record',
    `All recorded days lie before ${source} was published: its claims are tested on events they may have been drawn from.`,
    'A record that goes on after the publication gives a fairer test.',
  );
}

export function undirectedRecord(record: string, policy: string): Message {
  return warning(
    'undirected-record',
    `"${record}" is read with \`direction ${policy}\`, but this rule says who acts on whom.`,
    'Each event then counts in both directions, and the verdict says so.',
  );
}

export function windowShorterThanDates(window: number, coarser: number, events: number): Message {
  return warning(
    'window-shorter-than-dates',
    `The window is ${window} ${window === 1 ? 'day' : 'days'}, but ${coarser} of the record's ${events} events are dated less exactly.`,
    'Events dated less exactly than the window do not count for this claim.',
  );
}

export function deathsNotHeld(): Message {
  return warning(
    'deaths-not-held',
    'The record does not hold deaths: the claim will be "not testable on this record".',
    'Name a record that holds them.',
  );
}

export function matchesNothing(pattern: string): Message {
  return warning(
    'matches-nothing',
    `No recorded event is one of "${pattern}".`,
    '`tacit match` lists the names the record uses; add them after `also`.',
  );
}
