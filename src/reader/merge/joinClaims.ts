import type { Suggestion } from '../draft/draft.ts';
import type { Suggested } from '../draft/suggestClaims.ts';
import { findKnown, shapeOf, type Compared } from './findKnown.ts';
import { plainForm, type KnownClaim } from './readKnownClaims.ts';

/** What several articles claim alike, and what they claim against each other. */
export interface JoinedClaims {
  readonly suggestions: readonly Suggestion[];
  readonly rivals: readonly (readonly string[])[];
}

/**
 * Marks claims of different sources that have the same form apart from dates and numbers, and sets against each other
 * those that differ in one thing: rise against fall, who did it, or the number told. The claims a theatre already holds
 * are compared with in the same way: what it says already is marked, and no claim of its own again.
 */
export function joinClaims(suggested: readonly Suggested[], known: readonly KnownClaim[] = []): JoinedClaims {
  const named = suggested.filter(({ suggestion }) => suggestion.name !== '');
  const matched = named.map((one) => ({ one, ...findKnown(known, compared(one)) }));
  const suggestions = matched.map(({ one: { suggestion, form }, already, like }) => ({
    ...suggestion,
    already: already?.name ?? null,
    same: [
      ...like.map(({ name }) => name),
      ...named
        .filter((other) => other.suggestion.source !== suggestion.source && same(other.form, form))
        .map((other) => other.suggestion.name),
    ],
  }));
  const rivals: string[][] = [];
  for (const { one, already } of matched) {
    if (already !== null) continue;
    for (const other of known) {
      const there = suggestedOf(other);
      if (other.source !== one.suggestion.source && against(plain(one), there))
        rivals.push([other.name, one.suggestion.name]);
    }
  }
  for (const [index, one] of named.entries()) {
    for (const other of named.slice(index + 1)) {
      if (one.suggestion.source === other.suggestion.source || !against(told(one), told(other))) continue;
      rivals.push([one.suggestion.name, other.suggestion.name]);
    }
  }
  return { suggestions, rivals };
}

function same(one: string, other: string): boolean {
  return one === other && !one.startsWith('untestable');
}

/** What is set against another claim: its first line, and the form without dates and numbers. */
interface Told {
  readonly line: string;
  readonly form: string;
}

function told({ suggestion, form }: Suggested): Told {
  return { form, line: suggestion.alternatives[0]?.tacit.split('\n')[1]?.trim() ?? '' };
}

/** A drafted claim in the spelling in which a theatre's own are compared. */
function plain(one: Suggested): Told {
  const { line } = told(one);
  return { line: plainForm(line), form: shapeOf(plainForm(compared(one).lines)) };
}

function suggestedOf({ form }: KnownClaim): Told {
  return { line: form, form: shapeOf(form) };
}

function compared({ suggestion }: Suggested): Compared {
  const lines = suggestion.alternatives[0]?.tacit.split('\n').slice(1) ?? [];
  const { source, quotation } = suggestion;
  return { source, quotation, lines: lines.map((line) => line.trim()).join(' ') };
}

function against(one: Told, other: Told): boolean {
  if (one.form.startsWith('untestable') || other.form.startsWith('untestable')) return false;
  return turned(one.form, other.form) || otherNumber(one.line, other.line) || otherDoer(one.line, other.line);
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

const TOLL = /killing (?:at least |about |exactly |more than )?(\d+)/;

/** One event with two numbers of killed. */
function otherNumber(one: string, other: string): boolean {
  const [a, b] = [TOLL.exec(one), TOLL.exec(other)];
  return a !== null && b !== null && a[1] !== b[1] && one.replace(TOLL, '') === other.replace(TOLL, '');
}

const DAY = /^(\S+) (\S+) (.*\bon \d{4}-\d{2}-\d{2})/;

/** One event on one day that two sources lay at different doors. */
function otherDoer(one: string, other: string): boolean {
  const [a, b] = [DAY.exec(one), DAY.exec(other)];
  return a !== null && b !== null && a[1] !== b[1] && a[2] === b[2] && a[3] === b[3];
}
