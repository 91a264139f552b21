import type { Verdict } from '../evidence/index.ts';
import { formatCount } from './formatNumber.ts';

/** The events behind a verdict, each number with what it counts; empty where there are none. */
export function countEvents({ trigger, response, nouns }: Verdict['events']): string[] {
  const single = trigger === null ? (['event', 'events'] as const) : (['response', 'responses'] as const);
  const numbers = [
    { count: trigger, noun: nouns?.trigger ?? (['trigger', 'triggers'] as const) },
    { count: response, noun: nouns?.response ?? single },
  ];
  return numbers.flatMap(({ count, noun: [one, many] }) =>
    count === null ? [] : [formatCount(count, one, many)],
  );
}
