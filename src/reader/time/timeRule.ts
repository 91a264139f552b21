import type { Day, DayInterval } from '../../calendar/index.ts';

/** What a time is read against. */
export interface TimeContext {
  readonly published: Day | null;
  /** The last stretch told before, in the same paragraph: what "three weeks later" counts from. */
  readonly previous: DayInterval | null;
  /** A year that the sentence gives to a month without one: "from March to June 2022". */
  readonly year: number | null;
  /** The last year the text wrote out, at most a few paragraphs before. */
  readonly toldYear: number | null;
  /** The same, in this paragraph only. */
  readonly nearYear: number | null;
  /** Whether the sentence speaks of what is to come. */
  readonly future: boolean;
}

export interface TimeReading {
  readonly days: DayInterval | null;
  readonly alternatives?: readonly DayInterval[];
  readonly duration?: number;
  readonly vague?: boolean;
}

export interface ReadTime {
  /** A day or month without its year, which a neighbour may give. */
  readonly yearless?: boolean;
  /** Gives its year to what stands beside it. */
  readonly year?: number;
  /** A length of time, not a place in it. */
  readonly window?: boolean;
  readonly resolve: (context: TimeContext) => TimeReading;
}

/** One rule of the grammar of time: a pattern, and what its words mean. Patterns have no nested repetition. */
export interface TimeRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null where the words only look like a time. */
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => ReadTime | null;
}

export const OPEN: TimeReading = { days: null };

export function oneDay(day: Day): DayInterval {
  return { first: day, last: day };
}
