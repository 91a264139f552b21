import { assumptionTwice, notAPercentage } from './claimMessages.ts';
import { didYouMean } from './didYouMean.ts';
import type { Assumption } from './document.ts';
import { resolveLength } from './resolveDates.ts';
import type { Scope } from './scope.ts';
import { placeInWords, unknownDelay } from './semanticMessages.ts';
import type { Assumptions } from './theatre.ts';

/** Delays that need nothing but the window of the claim; others would have to be fitted, which changes what a test means. */
export const DELAYS: readonly string[] = ['geometric', 'uniform'];

/** What is assumed where the file says nothing. `tacit show --stage explained` prints these as `assume …` lines. */
export const DEFAULT_DELAY = 'geometric';
export const DEFAULT_SMALLEST_ANSWER = 0.1;
export const DEFAULT_SMALLEST_CHANGE_PERCENT = 20;
export const DEFAULT_CALM_DAYS = 7;

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  delay: { value: DEFAULT_DELAY, default: true },
  smallestAnswer: { value: DEFAULT_SMALLEST_ANSWER, default: true },
  smallestRateRatio: { value: rateRatio(DEFAULT_SMALLEST_CHANGE_PERCENT), default: true },
  calmDays: { value: DEFAULT_CALM_DAYS, default: true },
};

/** A change of 20 percent is a rate ratio of 0.8 (or, upwards, of 1 / 0.8). */
function rateRatio(percent: number): number {
  return (100 - percent) / 100;
}

/** An assumption and the file it stands in. */
export interface PlacedAssumption {
  readonly assumption: Assumption;
  readonly scope: Scope;
}

/** `base` with the stated assumptions put in their places; of two that state the same thing the second is an error. */
export function resolveAssumptions(base: Assumptions, stated: readonly PlacedAssumption[]): Assumptions {
  const seen = new Map<string, PlacedAssumption>();
  return stated.reduce((assumptions, placed) => {
    const { assumption, scope } = placed;
    const first = seen.get(assumption.kind);
    if (first) {
      const file = first.scope.file === scope.file ? null : first.scope.file;
      const words = WORDS[assumption.kind];
      scope.tell(assumptionTwice(words, placeInWords(first.assumption.at.line, file)), assumption.at);
      return assumptions;
    }
    seen.set(assumption.kind, placed);
    return { ...assumptions, ...resolveAssumption(scope, assumption) };
  }, base);
}

const WORDS: Readonly<Record<Assumption['kind'], string>> = {
  assumeDelay: 'delay',
  assumeSmallestAnswer: 'smallest answer',
  assumeSmallestChange: 'smallest change',
  assumeCalm: 'calm',
};

function resolveAssumption(scope: Scope, assumption: Assumption): Partial<Assumptions> {
  const { at } = assumption;
  switch (assumption.kind) {
    case 'assumeDelay':
      return checkDelay(scope, assumption) ? { delay: stated(assumption.delay) } : {};
    case 'assumeSmallestAnswer':
      if (assumption.value > 0) return { smallestAnswer: stated(assumption.value) };
      scope.tell(notAPercentage('A smallest answer', assumption.value, 'more than 0'), at);
      return {};
    case 'assumeSmallestChange': {
      const { percent } = assumption;
      if (percent > 0 && percent < 100) return { smallestRateRatio: stated(rateRatio(percent)) };
      scope.tell(notAPercentage('A smallest change', percent, 'more than 0 and less than 100 percent'), at);
      return {};
    }
    case 'assumeCalm': {
      const days = resolveLength(scope, assumption.count, assumption.unit, 'This calm', at);
      return days === null ? {} : { calmDays: stated(days) };
    }
  }
}

function checkDelay(scope: Scope, { delay, at }: Extract<Assumption, { kind: 'assumeDelay' }>): boolean {
  if (DELAYS.includes(delay)) return true;
  const candidates = DELAYS.map((name) => ({ name, also: [] }));
  scope.tell(unknownDelay(delay, DELAYS, didYouMean(delay, candidates)), at, delay);
  return false;
}

function stated<Value>(value: Value): { readonly value: Value; readonly default: false } {
  return { value, default: false };
}
