/** The answer of `answerWhatIf`. Plain data. */
import type { Day, DayInterval } from '../calendar/index.ts';
import type { WhatIfEffect } from './whatIfEffect.ts';

export interface WhatIfAnswer {
  readonly kind: 'answer';
  readonly title: string;
  readonly days: DayInterval;
  /** The last day that was known. */
  readonly origin: Day;
  readonly stepDays: 1 | 7;
  readonly seed: number;
  readonly paths: number;
  /** Claims that it takes for true, and for causal. */
  readonly restsOn: readonly string[];
  readonly notes: readonly string[];
  /** Streams that are not changed themselves but reached, and the claims whose rules reach them. */
  readonly reached: readonly { readonly stream: string; readonly through: readonly string[] }[];
  /** Streams that are left as they are, though some of their events may be of what is changed. */
  readonly undecided: readonly string[];
  /** Effects on the total of all its days, by stream. */
  readonly effects: readonly WhatIfEffect[];
  /** Differences that have added up by the end of stretches of its days, for a picture: course[i] belongs to effects[i]. */
  readonly course: readonly (readonly WhatIfStretch[])[];
  /** Pairs in which a future ran away; they are left out of the effects. */
  readonly ranAway: number;
}

/** Some of the days, and the difference of pairs from the first day to the last of them: ends of its central intervals. */
export interface WhatIfStretch extends DayInterval {
  readonly intervals: WhatIfEffect['ofPairs'];
}

/** There is no answer: why, in a sentence. */
export interface NoWhatIfAnswer {
  readonly kind: 'no answer';
  readonly title: string;
  readonly detail: string;
}
