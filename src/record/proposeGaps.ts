import type { DayInterval } from '../calendar/index.ts';
import type { DaySeries } from './daySeries.ts';

/** A run of recorded days without any event, too long for the record's own rate. */
export interface ProposedGap extends DayInterval {
  /** Events that the slower side of its surroundings would lead one to expect in it. */
  readonly expected: number;
}

/** No shorter run is proposed; the rate around a run is measured in windows of this length. */
const LEAST_DAYS = 14;
/** Windows looked at on each side of a run (half a year), and the least number that tells a rate. */
const MOST_WINDOWS = 13;
const LEAST_WINDOWS = 6;
/** A run is proposed where its probability lies below this. */
const GAP_PROBABILITY = 1e-6;

/**
 * Runs of days without any event of anyone that the record's own rate makes very unlikely: calm, or nobody looked?
 * Proposed, never applied. The half year before the run and that after it are each cut into windows of 14 days; their
 * mean m and variance v give ψ = max(0, (v − m)/m²), and a run of L days has the probability (1 + ψm)^(−L/(14ψ)) of
 * holding nothing (e^(−mL/14) where ψ = 0). The side that makes the run likelier decides, so that a calm after a war is
 * no gap. Proposed from 14 days on and below 10⁻⁶; where fewer than six windows can be had nothing is said.
 * Longer runs come first in this, and what is proposed no longer counts as surroundings of others.
 */
export function proposeGaps({ first, stepDays, counts }: DaySeries): ProposedGap[] {
  const known = counts.map((count) => count !== null);
  const windowSteps = LEAST_DAYS / stepDays;
  const gaps: ProposedGap[] = [];
  for (const run of listEmptyRuns(counts)) {
    const steps = run.to - run.from + 1;
    if (steps < windowSteps) break;
    const around = [-1, 1].map((side) =>
      sumWindows(counts, known, side < 0 ? run.from - 1 : run.to + 1, side, windowSteps),
    );
    const usable = around.filter((windows) => windows.length >= LEAST_WINDOWS);
    const sides =
      usable.length > 0 ? usable : [around.flat()].filter(({ length }) => length >= LEAST_WINDOWS);
    if (sides.length === 0) continue;
    const rates = sides.map(rateOf);
    const slowest = rates.reduce((least, rate) => (rate.evidence < least.evidence ? rate : least));
    const windows = steps / windowSteps;
    if (-windows * slowest.evidence >= Math.log(GAP_PROBABILITY)) continue;
    known.fill(false, run.from, run.to + 1);
    gaps.push({
      first: first + run.from * stepDays,
      last: first + (run.to + 1) * stepDays - 1,
      expected: windows * slowest.mean,
    });
  }
  return gaps.sort((a, b) => a.first - b.first);
}

/** Unbroken runs of zeros, longest first. */
function listEmptyRuns(counts: DaySeries['counts']): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from: number | null = null;
  for (let at = 0; at <= counts.length; at++) {
    if (counts[at] === 0) from ??= at;
    else if (from !== null) {
      runs.push({ from, to: at - 1 });
      from = null;
    }
  }
  return runs.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}

/** Sums of whole windows of known steps, going outward from a step; steps that are not known are stepped over. */
function sumWindows(
  counts: DaySeries['counts'],
  known: readonly boolean[],
  start: number,
  side: number,
  windowSteps: number,
): number[] {
  const sums: number[] = [];
  let sum = 0;
  let taken = 0;
  for (let at = start; at >= 0 && at < counts.length && sums.length < MOST_WINDOWS; at += side) {
    if (!known[at]) continue;
    sum += counts[at] ?? 0;
    taken += 1;
    if (taken < windowSteps) continue;
    sums.push(sum);
    sum = 0;
    taken = 0;
  }
  return sums;
}

/** Mean of the windows, and −ln of the probability that a window holds nothing. */
function rateOf(windows: readonly number[]): { readonly mean: number; readonly evidence: number } {
  const mean = windows.reduce((sum, count) => sum + count, 0) / windows.length;
  if (mean === 0) return { mean, evidence: 0 };
  const variance = windows.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (windows.length - 1);
  const psi = Math.max(0, (variance - mean) / mean ** 2);
  return { mean, evidence: psi < 1e-9 ? mean : Math.log1p(psi * mean) / psi };
}
