import type { By, Trend } from '../../language/index.ts';
import { normalQuantile } from '../../stats/index.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Finding, Guard, Power } from '../verdict.ts';
import type { RateFit } from './fitModifier.ts';
import type { RestOfRecord } from './restOfRecord.ts';

/** The guard that can hide a change as well as bring one about. */
export const REST_OF_RECORD = 'rest of the record';

export interface RateDecision {
  readonly finding: Finding;
  readonly reason: string | null;
  readonly because: string;
}

/**
 * Direction of a change. Supported: the interval excludes "no change" in the claimed direction, the estimate reaches
 * the smallest change of interest, and placebo dates do not show the like. Contradicted: the interval excludes every
 * change of interest in that direction. `unchanged` is an equivalence test inside (r, 1/r).
 */
export function decideRate(
  fit: Pick<RateFit, 'ratio' | 'lower' | 'upper' | 'pValue'> & Partial<Pick<RateFit, 'standardError'>>,
  trend: Trend,
  smallestRatio: number,
  power: Power,
  guards: readonly Guard[],
): RateDecision {
  const able = (power.power ?? 0) >= THRESHOLDS.powerWanted;
  const few: RateDecision = {
    finding: 'too few events',
    reason: able ? 'interval too wide' : null,
    because: `${wordPower(power)}${wordHidden(guards)}`,
  };
  if (trend === 'unchanged') return decideUnchanged(fit, smallestRatio, few, guards);
  // Read a rise as a fall of the inverse.
  const rises = trend === 'rises';
  const ratio = rises ? 1 / fit.ratio : fit.ratio;
  const upper = rises ? 1 / fit.lower : fit.upper;
  const lower = rises ? 1 / fit.upper : fit.lower;
  const word = rises ? 'rise' : 'fall';
  const failed = guards.find(({ passed }) => passed === false);
  if (lower > smallestRatio) {
    const opposite = lower > 1 && fit.pValue <= THRESHOLDS.rateLevel;
    const otherwise = guards.find(({ name, passed }) => mayHide(name) && passed === false);
    if (!opposite && otherwise) return decideUnseparated(otherwise);
    if (!opposite) {
      const because = `A ${word} by ${wordChange(smallestRatio, rises)} or more is ruled out.`;
      return { finding: 'contradicted', reason: null, because };
    }
    // What lifts the rate may hide a fall: the opposite has to stand by itself before it contradicts.
    return failed
      ? decideUnseparated(failed)
      : { finding: 'contradicted', reason: 'opposite direction', because: 'It went the other way.' };
  }
  if (!(upper < 1 && fit.pValue <= THRESHOLDS.rateLevel)) return few;
  if (ratio > smallestRatio) {
    return {
      finding: 'not separable',
      reason: 'below the smallest effect',
      because: 'The change is smaller than the smallest change of interest.',
    };
  }
  if (failed) return decideUnseparated(failed);
  return {
    finding: 'supported',
    reason: null,
    because: `Chance and the series' own ups and downs do not explain this ${word}${wordPlacebos(guards)}.`,
  };
}

/** Something is there, but one guard does not pass. */
function decideUnseparated(failed: Guard): RateDecision {
  return {
    finding: isReading(failed.name) ? 'disputed' : 'not separable',
    reason: failed.name,
    because: `Something changed, but one guard does not pass: ${failed.name} (${failed.detail}).`,
  };
}

/** What can hide a change of interest that the interval rules out. */
function mayHide(name: string): boolean {
  return isReading(name) || name === REST_OF_RECORD;
}

/** What all else in the record says of a change that the counts alone do not show. */
function wordHidden(guards: readonly Guard[]): string {
  const hidden = guards.find(({ name, passed }) => name === REST_OF_RECORD && passed === false);
  return hidden ? ` Of the rest of the record: ${hidden.detail}.` : '';
}

/** Choices that a reader could make otherwise, of which the second is who acted on whom. */
function isReading(name: string): boolean {
  return name === 'readings' || name === 'direction policy';
}

/**
 * The rival that one stream alone can never rule out: a change in how much was recorded looks like a change of the rate. Beside
 * another stream (`rest` null) it is taken out, as far as both are recorded alike; where the rest of the record stayed, it must
 * have spared that, and where the rest moved too, have weighed less on it. On a record that is known to be thin it is likelier.
 */
export function wordThinned(
  thinned: boolean,
  { finding }: RateDecision,
  rest: RestOfRecord | null,
  moved: 'fell' | 'rose',
): string {
  if (finding !== 'supported') return '';
  if (thinned)
    return ' The record is known to hold only part of what was published: a change in how much was recorded would look the same, and the size is that of the recorded part.';
  if (rest === null) return '';
  const { guard, alike } = rest;
  if (guard.passed !== true) return ' A change in how much was recorded would look the same.';
  return alike
    ? ` The rest of the record ${moved} too (${guard.detail}), and this ${moved} further: a change in how much was recorded would look the same only if it weighed more on this than on the rest.`
    : ` A change in how much was recorded would look the same only if it spared the rest of the record (${guard.detail}).`;
}

/** Says where no other dates were there to compare with. */
function wordPlacebos(guards: readonly Guard[]): string {
  const placebos = guards.filter(({ name }) => name.startsWith('placebo dates'));
  return placebos.length > 0 && placebos.every(({ passed }) => passed === null)
    ? '; the record is too short for placebo dates'
    : '';
}

/**
 * Supported and contradicted ask what a rise or fall asks: that it changed has to stand by itself before it contradicts,
 * and where the rest of the record changed and this did not, what was recorded may hide a change.
 */
function decideUnchanged(
  fit: Parameters<typeof decideRate>[0],
  smallestRatio: number,
  few: RateDecision,
  guards: readonly Guard[],
): RateDecision {
  if (fit.lower > smallestRatio && fit.upper < 1 / smallestRatio) {
    const hidden = guards.find(({ name, passed }) => name === REST_OF_RECORD && passed === false);
    if (hidden) return decideUnseparated(hidden);
    return { finding: 'supported', reason: 'equivalence', because: 'Any change of interest is ruled out.' };
  }
  const outside = fit.upper < smallestRatio || fit.lower > 1 / smallestRatio;
  if (outside && fit.pValue <= THRESHOLDS.rateLevel) {
    const failed = guards.find(({ passed }) => passed === false);
    if (failed) return decideUnseparated(failed);
    return {
      finding: 'contradicted',
      reason: null,
      because: 'It changed by more than the smallest change of interest.',
    };
  }
  return { ...few, because: `${wordNeeded(fit.standardError ?? null, smallestRatio)}${few.because}` };
}

/** How much more it takes to rule out every change of interest, four times in five where nothing changed. */
function wordNeeded(standardError: number | null, smallestRatio: number): string {
  const reach =
    normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2) + normalQuantile(0.5 + THRESHOLDS.powerWanted / 2);
  const wanted = -Math.log(smallestRatio) / reach;
  const times = standardError === null ? Infinity : (standardError / wanted) ** 2;
  if (!Number.isFinite(times) || times <= 1) return '';
  return `To rule out every change between ${smallestRatio.toFixed(2)} and ${(1 / smallestRatio).toFixed(2)} four times in five it takes about ${times < 10 ? times.toFixed(1) : Math.round(times)} times as many events on both sides. `;
}

/** `by at least half`: does the interval of the ratio lie inside, outside or across what is claimed? */
export function decideSize(
  fit: Pick<RateFit, 'ratio' | 'lower' | 'upper'>,
  trend: Trend,
  by: By,
): RateDecision {
  const { low, high } = claimedRatios(trend, by);
  const inside = fit.lower >= low && fit.upper <= high;
  const outside = fit.upper < low || fit.lower > high;
  const claimed = `${by.bound ?? 'about'} ${by.percent} percent`;
  if (inside)
    return { finding: 'supported', reason: 'size', because: `The whole interval lies within ${claimed}.` };
  if (outside)
    return {
      finding: 'contradicted',
      reason: 'size',
      because: `The whole interval lies outside ${claimed}.`,
    };
  return {
    finding: 'too few events',
    reason: 'size',
    because: `The interval does not tell whether it was ${claimed}.`,
  };
}

function claimedRatios(trend: Trend, { bound, percent }: By): { low: number; high: number } {
  const ratio = (change: number) => (trend === 'rises' ? 1 + change / 100 : Math.max(0, 1 - change / 100));
  const exact = ratio(percent);
  const [nearer, farther] = [ratio(percent * 0.8), ratio(percent * 1.2)];
  switch (bound) {
    case 'at least':
    case 'more than':
      return trend === 'rises' ? { low: exact, high: Infinity } : { low: 0, high: exact };
    case 'at most':
    case 'fewer than':
      return trend === 'rises' ? { low: 0, high: exact } : { low: exact, high: Infinity };
    case 'about':
    case 'exactly':
    case null:
      // A percentage is never measured exactly: a bare number is read as "about", give or take a fifth of it.
      return { low: Math.min(nearer, farther), high: Math.max(nearer, farther) };
  }
}

function wordChange(smallestRatio: number, rises: boolean): string {
  const percent = rises ? 100 * (1 / smallestRatio - 1) : 100 * (1 - smallestRatio);
  return `${Math.round(percent)} %`;
}

function wordPower({ power, detectable, smallestEffect }: Power): string {
  if (power === null || detectable === null) return 'This record holds no information about it.';
  const needed =
    detectable < 0.01 || detectable > 100
      ? `not even a ${detectable > 1 ? 'hundredfold rise' : 'fall to nothing'} would be seen four times in five.`
      : `to be seen four times in five it would have to be ${detectable.toFixed(2)}.`;
  return `This record would show a ratio of ${smallestEffect.toFixed(2)} with probability ${power.toFixed(2)}; ${needed}`;
}
