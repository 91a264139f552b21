import type { Day } from '../../calendar/index.ts';
import type { Span } from '../article.ts';
import { datedRules } from './datedRules.ts';

const NOTHING = {
  published: null,
  previous: null,
  year: null,
  toldYear: null,
  nearYear: null,
  future: false,
} as const;

/** The first full date in a line, day, month and year; null where there is none or its order is open (04/05/2024). */
export function readDate(line: string): (Span & { readonly day: Day }) | null {
  let found: (Span & { readonly day: Day }) | null = null;
  for (const { pattern, read } of datedRules) {
    for (const match of line.matchAll(pattern)) {
      const { days, alternatives = [] } = read(match.groups ?? {})?.resolve(NOTHING) ?? { days: null };
      if (!days || days.first !== days.last || alternatives.length > 0) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found || start < found.start || (start === found.start && end > found.end)) {
        found = { start, end, day: days.first };
      }
    }
  }
  return found;
}
