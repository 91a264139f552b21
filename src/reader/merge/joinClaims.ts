import type { Suggestion } from '../draft/draft.ts';
import type { Suggested } from '../draft/suggestClaims.ts';

/** What several articles claim alike, and what they claim against each other. */
export interface JoinedClaims {
  readonly suggestions: readonly Suggestion[];
  readonly rivals: readonly (readonly string[])[];
}

/**
 * Marks claims of different sources that have the same form apart from dates and numbers, and sets against each other
 * those that differ in one thing: rise against fall, who did it, or the number told.
 */
export function joinClaims(suggested: readonly Suggested[]): JoinedClaims {
  const named = suggested.filter(({ suggestion }) => suggestion.name !== '');
  const suggestions = named.map(({ suggestion, form }) => ({
    ...suggestion,
    same: named
      .filter((other) => other.suggestion.source !== suggestion.source && same(other.form, form))
      .map((other) => other.suggestion.name),
  }));
  const rivals: string[][] = [];
  for (const [index, one] of named.entries()) {
    for (const other of named.slice(index + 1)) {
      if (one.suggestion.source === other.suggestion.source || !against(one, other)) continue;
      rivals.push([one.suggestion.name, other.suggestion.name]);
    }
  }
  return { suggestions, rivals };
}

function same(one: string, other: string): boolean {
  return one === other && !one.startsWith('untestable');
}

function against(one: Suggested, other: Suggested): boolean {
  if (one.form.startsWith('untestable') || other.form.startsWith('untestable')) return false;
  return turned(one.form, other.form) || otherNumber(one, other) || otherDoer(one, other);
}

/** "US strikes on Axis rise" against "… fall". */
function turned(one: string, other: string): boolean {
  return one !== other && flat(one) === flat(other);
}

function flat(form: string): string {
  return form
    .replace(/\b(?:rise|fall)s?\b/, '±')
    .replace(/\b(?:more|fewer)\b/, '±')
    .replace(/\b(?:open|closed)\b/, '±');
}

const TOLL = /killing at least (\d+)/;

/** One event with two numbers of killed. */
function otherNumber(one: Suggested, other: Suggested): boolean {
  const [a, b] = [TOLL.exec(firstLine(one)), TOLL.exec(firstLine(other))];
  return (
    a !== null &&
    b !== null &&
    a[1] !== b[1] &&
    firstLine(one).replace(TOLL, '') === firstLine(other).replace(TOLL, '')
  );
}

const DAY = /^(\S+) (\S+) (.*\bon \d{4}-\d{2}-\d{2})/;

/** One event on one day that two sources lay at different doors. */
function otherDoer(one: Suggested, other: Suggested): boolean {
  const [a, b] = [DAY.exec(firstLine(one)), DAY.exec(firstLine(other))];
  return a !== null && b !== null && a[1] !== b[1] && a[2] === b[2] && a[3] === b[3];
}

function firstLine({ suggestion }: Suggested): string {
  return suggestion.alternatives[0]?.tacit.split('\n')[1]?.trim() ?? '';
}
