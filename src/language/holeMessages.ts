/** The wording of every message about a `?` that waits for a person. One function per message. */
import type { Message } from './semanticMessages.ts';
import { error, warning } from './semanticMessages.ts';

/** What names a sentence that waits for a person cannot be judged either. */
export function namesOpen(kind: 'claim' | 'rivals' | 'whatif', name: string): Message {
  const what = { claim: 'This claim', rivals: 'This comparison', whatif: 'This what-if' }[kind];
  return warning(
    'names-open',
    `${what} is left out: it names ${name}, which is still open.`,
    `Fill the \`?\` of ${name}, or of what ${name} names.`,
  );
}

/** @param expected what could stand there, in words; empty where the grammar does not tell */
export function toFill(expected: string, next: string | null): Message {
  const counted = next !== null && /^(day|week)s?$/.test(next) ? `a number of ${next}` : expected;
  const what = counted === '' ? 'something' : counted;
  return error(
    'to-fill',
    `This place is still open: ${what} is missing.`,
    'Write it instead of the `?`, or delete the sentence.',
  );
}

const FILL = 'in place of the `?`, or delete the claim.';

/** @param says that the passage, or the claim, leaves it open: the beginning of the sentence */
export function sideOpen(says: string, whom: string): Message {
  return error(
    'to-fill',
    `${says} ${whom}.`,
    whom.includes('truce')
      ? `Write the name of an actor ${FILL}`
      : `Write the name of an actor, or \`anyone\`, ${FILL}`,
  );
}

export function placeOpen(says: string, what: string): Message {
  return error('to-fill', `${says} ${what}.`, `Write the name of a place ${FILL}`);
}

export function dayOpen(says: string, when: string): Message {
  const claim = says.startsWith('Not said') ? 'in place of the `?`.' : FILL;
  return error(
    'to-fill',
    `${says} ${when}.`,
    `Write a day such as \`2024-02-04\`, or a month such as \`2024-02\`, ${claim}`,
  );
}

export function windowOpen(says: string, what: string, unit: string): Message {
  return error(
    'to-fill',
    `${says} ${what}.`,
    `Write a number of ${unit} ${FILL} What is tested depends on it.`,
  );
}

export function numberOpen(says: string, what: string): Message {
  return error('to-fill', `${says} ${what}.`, `Write a number ${FILL}`);
}

export function recordOpen(): Message {
  return error(
    'to-fill',
    'With which record the claims are compared is not said yet: no article says it.',
    'Write the file of a record in quotation marks in place of the `?`: `record "events.csv"`.',
  );
}

export function coverageOpen(which: 'first' | 'last'): Message {
  return error(
    'to-fill',
    `The ${which} day that the record covers is not said yet.`,
    'Write a date such as `2024-02-04` in place of the `?`; who keeps the record says it. Days outside count as unknown, never as calm.',
  );
}

export function publishedOpen(): Message {
  return error(
    'to-fill',
    'When it was published is not said yet: the article does not say.',
    'Write a date such as `2024-05-14` in place of the `?`, or delete `published ?`: its claims are then judged on the whole record.',
  );
}
