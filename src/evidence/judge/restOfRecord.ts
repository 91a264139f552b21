import type { CountPanel, FailedFit } from '../../model/index.ts';
import { normalQuantile } from '../../stats/index.ts';
import { countWithin, markRecorded } from '../pairSeries.ts';
import { theatreKey } from '../theatreKey.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import type { RateFit } from './fitModifier.ts';
import { fitRate } from './fitRate.ts';

type Limits = Pick<RateFit, 'ratio' | 'logRatio' | 'lower' | 'upper'>;

/** The guard, and whether the rest moved the same way as the stream: the whole interval of its ratio on that side of 1. */
export interface RestOfRecord {
  readonly guard: Guard;
  readonly alike: boolean;
}

/**
 * Did all else that these records hold change alike on the same days? Where less (or more) is recorded from a date on, every
 * rate falls (or rises) with it, and so it does in a general calm; one stream alone cannot tell. The guard fails where the
 * rest of the record moved the same way, where a change of everything alike fits both better than one of this stream
 * alone, and where the stream did not evidently change beyond the rest. It fails too where the stream hardly changed but
 * the rest did: then what was recorded may hide a change, and denials have to wait. Not asked where published totals
 * tell how much of the stream is recorded.
 */
export function restOfRecord(
  { theatre, panel }: JudgeContext,
  stream: string,
  window: Uint8Array,
  base: Uint8Array,
  fit: RateFit,
  steadily = false,
): RestOfRecord {
  const name = 'rest of the record';
  const unasked = (detail: string): RestOfRecord => ({
    guard: { name, passed: null, value: null, detail },
    alike: false,
  });
  const rest = theatre?.get(theatreKey(stream));
  if (!rest) return unasked('no events of other sides are held beside this one');
  const told = markRecorded(panel, rest.told ?? []);
  if (holdsMost(told, window) && (steadily || holdsMost(told, base)))
    return unasked('published totals tell how much of it is recorded, and are tried as a reading');
  const days = window.map((inside, step) => inside | (steadily ? 0 : base[step]!));
  const events = countWithin(rest.counts, days);
  if (events < THRESHOLDS.theatreEvents)
    return unasked(`too few to show how much is recorded: ${events} other events on these days`);
  const other = fitRest(panel, rest.counts, window, base, steadily);
  if (other.kind === 'failed') return unasked(`the rest could not be fitted (${other.detail})`);
  const found = fit.pValue <= THRESHOLDS.rateLevel;
  const passed = found ? !movedAlike(fit, other) : !mayHide(fit, other);
  const ratio = `${events} other events changed to ${wordRatio(other.ratio)} times (90 % interval ${wordRatio(other.lower)} to ${wordRatio(other.upper)})`;
  const guard = {
    name,
    passed,
    value: Number.isFinite(other.ratio) ? other.ratio : null,
    detail: passed ? ratio : `${ratio}, ${found ? wordAlike(other) : wordHidden(other)}`,
  };
  return { guard, alike: fit.ratio < 1 ? other.upper < 1 : other.lower > 1 };
}

/** How the rate of all else changed from some days to others. */
export function fitRest(
  panel: CountPanel,
  counts: Float64Array,
  window: Uint8Array,
  base: Uint8Array,
  steadily: boolean,
): RateFit | FailedFit {
  const coverage = [new Float64Array(counts.length).fill(1)];
  return fitRate({ ...panel, streams: ['rest'], counts: [counts], coverage }, 'rest', window, base, steadily);
}

/** In which direction two changes differ, and by how many standard errors. Source: zouDonner2008. */
function differ(one: Limits, other: Limits): { readonly sign: number; readonly errors: number } {
  const [own, others] = [placeOf(one), placeOf(other)];
  const difference = own - others;
  const sign = Math.sign(difference);
  // Each side's own distance to its limit towards the other: ratios of nothing have a limit on one side only.
  const [near, far] =
    sign < 0
      ? [Math.log(one.upper) - own, others - Math.log(other.lower)]
      : [own - Math.log(one.lower), Math.log(other.upper) - others];
  const reach = Math.hypot(near, far) / REACH;
  return { sign, errors: reach > 0 ? Math.abs(difference) / reach : 0 };
}

/** The log ratio; of a rate that fell to nothing (or rose from it) that of half an event, where its limit is at 1.35. */
function placeOf({ ratio, logRatio, lower, upper }: Limits): number {
  if (ratio === 0) return Math.log(upper) - 1;
  return Number.isFinite(ratio) ? logRatio : Math.log(lower) + 1;
}

/** In which direction a rate changed, and by how many standard errors. */
export function changeOf(one: Limits): { readonly sign: number; readonly errors: number } {
  return differ(one, NO_CHANGE);
}

const REACH = normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2);
const NO_CHANGE: Limits = { ratio: 1, logRatio: 0, lower: 1, upper: 1 };

function movedAlike(own: Limits, rest: Limits): boolean {
  const way = Math.sign(own.logRatio);
  const moved = changeOf(rest);
  const beyond = differ(own, rest);
  const evident = beyond.sign === way && beyond.errors > BEYOND_DOUBT;
  return (
    moved.sign === way &&
    moved.errors >= THRESHOLDS.restStandardErrors &&
    moved.errors >= beyond.errors &&
    !evident
  );
}

/** The rest changed beyond doubt, and this, which did not, changed as clearly against it. */
function mayHide(own: Limits, rest: Limits): boolean {
  return changeOf(rest).errors > BEYOND_DOUBT && differ(own, rest).errors > BEYOND_DOUBT;
}

const BEYOND_DOUBT = normalQuantile(1 - THRESHOLDS.rateLevel / 2);

function holdsMost(told: Uint8Array, marks: Uint8Array): boolean {
  let [inside, all] = [0, 0];
  marks.forEach((on, step) => {
    all += on;
    inside += on & told[step]!;
  });
  return all > 0 && 2 * inside > all;
}

function wordAlike({ ratio }: RateFit): string {
  const [calm, less] = ratio < 1 ? ['calm', 'less'] : ['escalation', 'more'];
  return `as all would in a general ${calm}, or if ${less} were recorded; published totals, or \`compared with\`, could tell`;
}

function wordHidden({ ratio }: RateFit): string {
  return `and this did not; if ${ratio < 1 ? 'less' : 'more'} was recorded, it did change`;
}

/** A ratio of rates in a sentence. */
export function wordRatio(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2) : 'any number of';
}
