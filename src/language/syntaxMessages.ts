/** The wording of every message about the shape of a text. One function per message. */
import type { Message } from './semanticMessages.ts';
import { error } from './semanticMessages.ts';

const LONGEST_SHOWN = 40;

/** A word of the file between backquotes, cut when long, with nothing in it that would spoil a terminal. */
export function shown(written: string): string {
  const plain = written.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD').replaceAll('`', '');
  return `\`${plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain}\``;
}

/** `a, b or c`. */
export function listed(parts: readonly string[], joiner = 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${joiner} ${parts.at(-1) ?? ''}`;
}

// ---- the file -------------------------------------------------------------------------------------------------

export function theatreMissing(): Message {
  return error(
    'theatre-missing',
    'A file begins with its version and its title.',
    'Write `tacit 1` in the first line and `theatre "What it is about"` in the second.',
  );
}

export function versionUnknown(version: string): Message {
  return error(
    'version-unknown',
    `This file says it is written in version ${shown(version)} of Tacit; this program reads version 1.`,
    'Write `tacit 1`, or open the file with a newer program.',
  );
}

export function headerRepeated(word: string): Message {
  return error('header-repeated', `${shown(word)} stands only once, at the top of the file.`);
}

export function declarationUnknown(word: string, meant: string | null): Message {
  const hint =
    meant === null
      ? 'A declaration begins with record, actor, alliance, place, area, route, act, source, period, claim, rivals, whatif, assume or use.'
      : `Did you mean \`${meant}\`?`;
  return error('declaration-unknown', `No declaration begins with ${shown(word)}.`, hint);
}

export function lineNotUnderstood(word: string): Message {
  return error(
    'declaration-unknown',
    `${shown(word)} stands alone: this line belongs to no declaration.`,
    'Something may be missing in the line above, or the word `claim` at the start of this one.',
  );
}

// ---- characters and texts -------------------------------------------------------------------------------------

export function characterUnknown(written: string, hint: string | null): Message {
  return error('character-unknown', `${shown(written)} has no meaning here.`, hint);
}

export function quoteMissing(): Message {
  return error(
    'quote-missing',
    'A text begins on this line and its closing quotation mark is missing.',
    'A text ends on the line where it begins; write a quotation mark inside it twice: `"the ""axis"""`.',
  );
}

export function textExpected(written: string): Message {
  return error('text-expected', `A text stands between quotation marks.`, `Write \`"${bare(written)}"\`.`);
}

export function wrongDate(written: string, meant: readonly string[]): Message {
  const dates = meant.map((date) => `\`${date}\``);
  const hint =
    dates.length > 0 ? `Write ${listed(dates)}.` : 'For example `2019-12-29`, `2019-12` or `2019`.';
  return error('wrong-date', `Dates are written year-month-day; ${shown(written)} is not.`, hint);
}

export function numberTooLarge(written: string): Message {
  return error(
    'number-too-large',
    `The number ${shown(written)} is larger than anything that can be counted.`,
  );
}

// ---- names and acts -------------------------------------------------------------------------------------------

export function namesInARow(names: readonly string[], hint: string | null): Message {
  const count = names.length === 2 ? 'Two' : 'Several';
  const together = names.slice(0, 6).map((name) => shown(name).slice(1, -1));
  return error(
    'names-in-a-row',
    `${count} names in a row: ${listed(together, 'and')}. A name is one word.`,
    hint,
  );
}

export function nameSmall(written: string, meant: string | null): Message {
  const hint = `Write \`${meant ?? bare(written).replace(/^./u, (letter) => letter.toUpperCase())}\`.`;
  return error('name-small', `A name begins with a capital letter; ${shown(written)} does not.`, hint);
}

export function pastTense(written: string, present: string): Message {
  return error(
    'past-tense',
    `Acts stand in the present; ${shown(written)} is past.`,
    `Write \`${present}\`.`,
  );
}

export function keywordAsAct(word: string): Message {
  return error(
    'keyword-as-act',
    `${shown(word)} is a word of the language.`,
    'To use it as an act put it between backquotes.',
  );
}

export function claimAlone(written: string): Message {
  return error('claim-alone', `${shown(written)} is not one claim; strengths are compared claim by claim.`);
}

export function routeAlone(written: string): Message {
  return error('route-alone', `${shown(written)} is not one route; routes are open or closed one by one.`);
}

export function numberWithComma(written: string): Message {
  return error(
    'number-comma',
    'Numbers are written without commas.',
    `Write \`${written.replaceAll(',', '')}\`.`,
  );
}

export function positionLetters(): Message {
  return error(
    'position-letters',
    'A position is a latitude with N or S, then a longitude with E or W.',
    'For example `at 34.45 N 40.92 E`.',
  );
}

export function positionOutside(): Message {
  return error('position-outside', 'Latitudes go to 90 and longitudes to 180.', 'Are the two swapped?');
}

// ---- sentences ------------------------------------------------------------------------------------------------

export function sourceMissing(claim: string, example: string | null): Message {
  return error('source-missing', 'Who says so?', `Write \`claim ${bare(claim)} by ${example ?? 'SOURCE'}\`.`);
}

export function windowMissing(): Message {
  return error('window-missing', 'How soon must the answer come?', 'Add `within 14 days`.');
}

export function windowNotIn(count: string, unit: string): Message {
  return error(
    'window-missing',
    '`in` begins a place, not a time.',
    `Write \`within ${bare(count)} ${unit}\`.`,
  );
}

export function noFixedLength(unit: string, instead: string): Message {
  const article = unit === 'hour' ? 'An' : 'A';
  const reason = unit === 'hour' || unit === 'minute' ? 'is finer than a day' : 'has no fixed length';
  return error('no-fixed-length', `${article} ${unit} ${reason}.`, `Write \`${instead}\`.`);
}

/** `closed`: the date is the last one too. */
export function changeStartsFrom(trend: string, wrong: string, date: string, closed: boolean): Message {
  const limits = wrong === 'since' ? '; `since` limits a claim' : '';
  return error(
    'change-from',
    `A change starts \`from\` a date${limits}.`,
    `Write \`${trend} from ${bare(date)}${closed ? ` to ${bare(date)}` : ''}\`.`,
  );
}

export function changeWhen(trend: string): Message {
  return error(
    'change-from',
    'From which day on?',
    `Write \`${bare(trend)} from 2024-02-04\` or \`during\` a period.`,
  );
}

export function thenMeant(): Message {
  return error('then-meant', 'Is `then` meant?', 'Write `then`.');
}

export function thanMeant(): Message {
  return error(
    'than-meant',
    'Strengths and numbers are compared with `than`, not `then`.',
    'Did you mean `than`?',
  );
}

/** `start` is what the first pattern says before the name that `or` repeats. */
export function patternAfterOr(name: string, start: string): Message {
  return error(
    'pattern-after-or',
    `Behind \`or\` stands a whole pattern again; ${shown(name)} alone is none.`,
    `Write \`${bare(start)} ${bare(name)}\`.`,
  );
}

export function thenMissing(): Message {
  return error('then-missing', 'What follows?', 'A sentence with `when` goes on with `then`.');
}

export function datesMissing(): Message {
  return error('dates-missing', 'From which day to which day?', 'Add `from 2023-10-17 to 2024-02-04`.');
}

export function comparedWithWhat(): Message {
  return error(
    'compared-with',
    'Compared with what?',
    'Write dates (`2013-01-01 to 2013-11-30`), one period, or a pattern.',
  );
}

export const RESTRICTIONS_HINT =
  'After its sentence a claim may say since, until, during, outside, while, graded by, asserts or assuming.';

export function forecastWord(word: string): Message {
  return error(
    'forecast-word',
    `${shown(word)} tells of what is to come.`,
    'A forecast begins with `expects` and ends with a date: `expects US strikes Axis before 2025-05-14`.',
  );
}

export function unexpected(
  found: string,
  previous: string | null,
  expected: string,
  hint: string | null,
): Message {
  const after = previous === null ? 'Here' : `After ${shown(previous)}`;
  return error('unexpected-word', `${after} Tacit expects ${expected}, not ${shown(found)}.`, hint);
}

export function endsTooEarly(previous: string, expected: string): Message {
  return error('ends-too-early', `Something is missing: after ${shown(previous)} comes ${expected}.`);
}

export function cannotFollow(found: string, previous: string, hint: string | null): Message {
  return error('unexpected-word', `${shown(found)} cannot follow ${shown(previous)} here.`, hint);
}

function bare(written: string): string {
  return shown(written).slice(1, -1);
}
