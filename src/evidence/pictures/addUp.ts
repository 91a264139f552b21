import { formatDay, type Day } from '../../calendar/index.ts';
import type { StreamDesign, StreamFit } from '../../model/index.ts';
import type { CumulativePicture } from './shownPictures.ts';

/** The same days fitted with and without what the claim says. */
export interface FitPair {
  readonly design: StreamDesign;
  readonly with: StreamFit;
  readonly without: StreamFit;
}

/** A line needs no more points than a screen can tell apart. */
const MOST_POINTS = 40;

/**
 * Recorded and expected counts as running sums over the steps that were fitted. Both models are fitted to these very
 * days: what tells them apart is the way to the end, and `gain`.
 */
export function addUp(
  pair: FitPair,
  { first, stepDays }: { readonly first: Day; readonly stepDays: number },
  label: string,
  what: CumulativePicture['what'],
): CumulativePicture {
  const { design } = pair;
  const used: number[] = [];
  design.recorded.forEach((on, step) => on && used.push(step));
  const every = Math.max(1, Math.ceil(used.length / MOST_POINTS));
  const points: CumulativePicture['points'][number][] = [];
  const sums = { recorded: 0, with: 0, without: 0 };
  used.forEach((step, index) => {
    sums.recorded += design.counts[step] ?? 0;
    sums.with += pair.with.mean[step] ?? 0;
    sums.without += pair.without.mean[step] ?? 0;
    if (index % every !== every - 1 && index !== used.length - 1) return;
    points.push({
      day: formatDay(first + (step + 1) * stepDays - 1),
      recorded: sums.recorded,
      with: tenth(sums.with),
      without: tenth(sums.without),
    });
  });
  return { label, what, points, gain: hundredth(pair.with.logLikelihood - pair.without.logLikelihood) };
}

function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}

function hundredth(value: number): number {
  return Math.round(100 * value) / 100;
}
