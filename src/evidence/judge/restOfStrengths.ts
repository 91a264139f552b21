import type { StrengthSide } from '../../model/index.ts';
import { responseOf } from '../answerPairs.ts';
import { countWithin, markRecorded } from '../pairSeries.ts';
import { theatreKey } from '../theatreKey.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import type { RateFit } from './fitModifier.ts';
import { changeOf, fitRest, wordRatio } from './restOfRecord.ts';

/** Answers per trigger on some days, with the limits of its interval. */
interface Answers {
  readonly side: StrengthSide;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Do answers of two times differ beyond what was recorded of them? Where a share of all events is recorded, that share of
 * the answers to every recorded trigger is: answers per trigger change as all else in the record does. The guard fails
 * where the rest of the record changed from the one time to the other the same way, and the strengths do not differ (by
 * the interval of `first − ratio · second`) once the second is multiplied by that change. Null where
 * no times are compared, or rate ratios, of which both sides are days recorded alike. Source: zouDonner2008.
 */
export function restOfStrengths(
  { theatre, panel }: JudgeContext,
  first: Answers,
  second: Answers,
): Guard | null {
  const name = 'rest of the record';
  const unasked = (detail: string): Guard => ({ name, passed: null, value: null, detail });
  const stream = responseOf(first.side.test);
  const [ofFirst, ofSecond] = [first, second].map(({ side }) => markRecorded(panel, side.days));
  const window = ofFirst!.map((inside, step) => inside & (1 - ofSecond![step]!));
  const base = ofSecond!.map((inside, step) => inside & (1 - ofFirst![step]!));
  if (stream === null || !window.includes(1) || !base.includes(1)) return null;
  const rest = theatre?.get(theatreKey(stream));
  if (!rest) return unasked('no events of other sides are held beside these');
  const events = countWithin(
    rest.counts,
    window.map((inside, step) => inside | base[step]!),
  );
  if (events < THRESHOLDS.theatreEvents)
    return unasked(`too few to show how much is recorded: ${events} other events on these days`);
  const other = fitRest(panel, rest.counts, window, base, false);
  if (other.kind === 'failed') return unasked(`the rest could not be fitted (${other.detail})`);
  const way = Math.sign(first.estimate - second.estimate);
  const moved = changeOf(other);
  const alike = moved.sign === way && moved.errors >= THRESHOLDS.restStandardErrors;
  const passed = !alike || way * leftOf(first, second, other) > 0;
  const told = `${events} other events changed to ${wordRatio(other.ratio)} times (90 % interval ${wordRatio(other.lower)} to ${wordRatio(other.upper)})`;
  return {
    name,
    passed,
    value: Number.isFinite(other.ratio) ? other.ratio : null,
    detail: passed
      ? told
      : `${told}, and answers per trigger change with the share of all events that is recorded`,
  };
}

/** What is left of `first − ratio · second`: its limit towards none, and 0 or beyond where nothing surely is. */
function leftOf(first: Answers, second: Answers, rest: RateFit): number {
  const { ratio } = rest;
  const difference = first.estimate - ratio * second.estimate;
  const [near, far, ofRatio] =
    difference < 0
      ? [first.upper - first.estimate, second.estimate - second.lower, ratio - rest.lower]
      : [first.estimate - first.lower, second.upper - second.estimate, rest.upper - ratio];
  const reach = Math.hypot(near, ratio * far, second.estimate * ofRatio);
  return Math.sign(difference) * Math.max(0, Math.abs(difference) - reach);
}
