/** The wording of every message about dates, periods, patterns, claims and what-ifs. */
import { daysInMonth, formatDay } from '../calendar/index.ts';
import { error, hinting, warning, type Message } from './semanticMessages.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// ---- dates ------------------------------------------------------------------------------------------------------

/** A date that is written well enough but does not exist, or is not written as a date at all. */
export function badDate(written: string): Message {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(written);
  if (!parts) {
    return error(
      'bad-date',
      `"${written}" is no date.`,
      'Dates are written year-month-day: `2019-12-29`, `2019-12` or `2019`.',
    );
  }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? '1')];
  if (month < 1 || month > 12) {
    const swapped = day >= 1 && day <= 12 && month <= 31 && month >= 1 && parts[3] !== undefined;
    const hint = swapped ? `Write \`${parts[1]}-${parts[3]}-${parts[2]}\`.` : null;
    return error('bad-date', `${written} does not exist: there is no month ${month}.`, hint);
  }
  const length = daysInMonth(year, month);
  const name = `${MONTHS[month - 1]} ${year}`;
  const hint = `Write \`${parts[1]}-${parts[2]}-${day === 0 ? '01' : length}\`.`;
  return error('bad-date', `${written} does not exist: ${name} has ${length} days.`, hint);
}

export function badMonthDay(written: string): Message {
  return error(
    'bad-date',
    `${written} is no day of the year.`,
    'Month and day are written with two digits each: `each 06-01 to 09-30`.',
  );
}

export function backwards(from: string, to: string): Message {
  return error(
    'backwards',
    `The days run backwards: ${to} is before ${from}.`,
    `Write \`${to} to ${from}\`.`,
  );
}

export function zeroLength(what: string): Message {
  return error('zero-length', `${what} has no days.`, 'Write at least 1.');
}

export function notWhole(count: number): Message {
  return error(
    'not-whole',
    `${count} is no whole number; time is counted in whole days or weeks.`,
    `Write \`${Math.max(1, Math.round(count))}\`.`,
  );
}

export function lagZero(): Message {
  return error(
    'lag-zero',
    'Days have no order inside, so day 0 is never an answer.',
    'Begin with 1, or write `that day` to ask what falls on the same day.',
  );
}

// ---- patterns ---------------------------------------------------------------------------------------------------

export function nothingToRepeat(what: 'the same place' | 'the same actor' | 'elsewhere'): Message {
  const needed = what === 'the same actor' ? 'an actor' : 'a place';
  return error(
    'nothing-to-repeat',
    `\`${what}\` needs ${needed} named earlier in the sentence; there is none.`,
    what === 'the same actor'
      ? null
      : 'Say where in the first part, for example `when US strikes Axis in East then …`.',
  );
}

export function zeroDistance(): Message {
  return error('zero-radius', 'Nothing lies within 0 km.', 'For example `up to 50 km`.');
}

export function percentTooHigh(percent: number, why: string): Message {
  return error('percent-too-high', `${percent} percent is too much: ${why}.`, null);
}

export function shareOfCases(share: string): Message {
  return error('percent-too-high', `${share} percent of cases is impossible: there are at most 100.`, null);
}

export function notAPercentage(what: string, value: number, expected: string): Message {
  return error('out-of-range', `${what} of ${value} makes no sense: it must be ${expected}.`, null);
}

export function wholeNumberOfEvents(value: number): Message {
  return error(
    'not-whole',
    `${value} is no whole number; events, killed and wounded are counted one by one.`,
    null,
  );
}

// ---- claims -----------------------------------------------------------------------------------------------------

export function refersToItself(claim: string): Message {
  return error('refers-to-itself', `${claim} speaks about itself.`, 'Name another claim.');
}

export function strengthOf(claim: string, found: string): Message {
  return error(
    'no-strength',
    `${claim} ${found}, so it cannot be stronger or weaker.`,
    'Compare a claim that says when … then ….',
  );
}

export function restrictionTwice(word: string): Message {
  return error('restriction-twice', `\`${word}\` limits this claim twice.`, 'Keep one of the two lines.');
}

export function noDayLeft(why: string): Message {
  return error(
    'no-day-left',
    `No day is left for this claim: ${why}.`,
    'Change one of the lines that limit it.',
  );
}

export function recordCoversNothing(claim: string): Message {
  return warning(
    'record-covers-nothing',
    `No record covers any day that ${claim} speaks of: it will be "not testable on this record".`,
    null,
  );
}

export function restrictionWithoutTrigger(word: string, hint: string | null): Message {
  return warning(
    'restriction-without-trigger',
    `\`${word}\` limits the days on which a rule's first part happens; this sentence names its own days.`,
    hint,
  );
}

export function expectedAfterStart(expected: string, start: string): Message {
  return error(
    'expected-after-start',
    `The truce was expected from ${expected}, but it began on ${start}.`,
    'The expected day comes first, or leave `expected from` out.',
  );
}

export function truceWithItself(name: string): Message {
  return error('truce-with-itself', `A truce needs two sides; ${name} is on both.`, null);
}

export function comparedWithItself(): Message {
  return error(
    'compared-with-itself',
    'The days are compared with the very same days.',
    'Compare with other days.',
  );
}

export function unchangedBy(): Message {
  return error(
    'unchanged-by',
    '`unchanged` cannot be combined with `by …`.',
    'Write `assuming smallest change 20 percent` to say how much still counts as unchanged.',
  );
}

export function expectedInThePast(before: string, published: string): Message {
  return warning(
    'expected-in-the-past',
    `This expects something before ${before}, but its source was published on ${published}.`,
    'Something expected must lie after the publication.',
  );
}

export function shareNotWithin(part: string, whole: string): Message {
  return warning(
    'share-not-within',
    `Not every event of "${part}" is one of "${whole}", so its share means little.`,
    'The part must lie within the whole: the same acts, actors and places, or more.',
  );
}

export function rivalsDiffer(first: string, second: string): Message {
  return warning(
    'rivals-differ',
    `${first} and ${second} speak about different things, so their predictions cannot be compared.`,
    'Rivals give two accounts of the same events.',
  );
}

export function rivalWithoutOutcome(claim: string): Message {
  return hinting(
    'rival-untestable',
    `${claim} is untestable, so its rivals can be judged but not compared with it.`,
    null,
  );
}

export function namedTwice(what: string, name: string): Message {
  return error('named-twice', `${name} is named twice among the ${what}.`, 'Keep one of them.');
}

export function assumptionTwice(what: string, first: string): Message {
  return error('assumption-twice', `\`${what}\` is already assumed on ${first}.`, 'Keep one of them.');
}

export function unknownPart(part: string, known: readonly string[], proposal: string | null): Message {
  return error(
    'unknown-part',
    `A claim has no part called "${part}".`,
    proposal === null ? `Parts are: ${known.join(', ')}.` : `Did you mean \`${proposal}\`?`,
  );
}

export function addressRefused(address: string): Message {
  return warning(
    'address-refused',
    `"${address}" is no web address, so it will not be linked.`,
    'Begin it with `https://`.',
  );
}

export function versionUnknown(version: number): Message {
  return error(
    'version-unknown',
    `This file is written in Tacit ${version}; this program knows Tacit 1.`,
    'Write `tacit 1`.',
  );
}

export function versionMissing(): Message {
  return hinting(
    'version-missing',
    'The first line should say which version of the language the file is written in.',
    'Write `tacit 1`.',
  );
}

/** `2024-02-04 to 2024-05-14`. */
export function daysInWords(first: number, last: number): string {
  return `${formatDay(first)} to ${formatDay(last)}`;
}
