import type { CountPanel } from '../../model/index.ts';
import { countsOf } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { isAmongBase } from './isAmongBase.ts';
import { listRuns, sumBefore, sumMoved, type Run } from './movedRuns.ts';
import { turnedChanges } from './turnedChanges.ts';

/** At least one stretch of the record beside the claimed one is needed for placebo dates. */
const FEWEST_STRETCHES = 1;
/** So many turns are needed for a share of 5 % to mean anything. */
const FEWEST_TURNS = 60;

/**
 * Do changes as large appear at other dates of this record? The claimed window and its base are moved together to
 * every other date that is recorded and does not touch the claimed window; the guard fails when more than 5 % of
 * these placebo dates show a change at least as large in the same direction. It catches slow rises and falls that
 * make any date look like a turning point. With a second stream the change beyond that stream's is compared. A window that
 * recurs among the days it is compared with cannot be moved; it is turned on them as on a ring (`turnedChanges`). Without
 * a base (`steadily`) the window alone is moved, and its rate at the end against its start is compared, by a straight line.
 */
export function placeboChanges(
  panel: CountPanel,
  streams: readonly [string, string | null],
  window: Uint8Array,
  base: Uint8Array,
  observedLogRatio: number,
): Guard {
  const windowStart = window.indexOf(1);
  const windowEnd = window.lastIndexOf(1);
  const windowRuns = listRuns(window);
  const reach = panel.steps;
  const values: number[] = [];
  const [counts, compared] = streams.map((id) => (id === null ? null : countsOf(panel, id)));
  const steadily = !base.includes(1);
  const measure = (series: Float64Array): ChangeAt =>
    steadily ? slopes(series, panel.recorded, window) : logRatios(series, panel.recorded, window, base);
  const [own, other] = [counts, compared].map((series) => (series ? measure(series) : null));
  const changeAt = (offset: number): number | null => {
    const change = own ? own(offset) : null;
    if (change === null || !other) return change;
    const beside = other(offset);
    return beside === null ? null : change - beside;
  };
  const ones = new Float64Array(panel.steps).fill(1);
  const claimed = sumBefore(
    ones,
    window.map((inside, step) => inside | base[step]!),
  );
  for (let offset = -reach; offset <= reach; offset++) {
    // Moved back, the claimed window must touch nothing that the claim speaks of.
    if (sumMoved(claimed, windowRuns, -offset) > 0) continue;
    const value = changeAt(offset);
    if (value === null) continue;
    values.push(value);
  }
  const observed = changeAt(0) ?? observedLogRatio;
  const baseStart = steadily ? windowStart : base.indexOf(1);
  const span = Math.max(1, Math.max(windowEnd, base.lastIndexOf(1)) - Math.min(windowStart, baseStart) + 1);
  const stretches = values.length / span;
  if (stretches < FEWEST_STRETCHES) {
    if (isAmongBase(window, base) && counts) {
      const [turned, others] = [counts, compared].map(
        (series) => series && turnedChanges(series, panel.recorded, window, base),
      );
      if (turned && turned.length >= FEWEST_TURNS)
        return tellPlacebos(
          turned.map((value, turn) => value - (others?.[turn] ?? 0)),
          observed,
          'turns of the days within',
        );
    }
    return {
      name: 'placebo dates',
      passed: null,
      value: null,
      detail: 'the record is too short for placebo dates of this length',
    };
  }
  return tellPlacebos(values, observed, 'other dates of');
}

function tellPlacebos(values: readonly number[], own: number, of: string): Guard {
  const asLarge = values.filter((value) => (own < 0 ? value <= own : value >= own)).length;
  const share = asLarge / values.length;
  return {
    name: 'placebo dates',
    passed: share <= THRESHOLDS.placeboShare,
    value: share,
    detail: `${(100 * share).toFixed(1)} % of ${values.length} ${of} this record show a change at least as large`,
  };
}

/** A change of a series where window and base are moved by an offset; null where much of either is not recorded. */
type ChangeAt = (offset: number) => number | null;

/** Log ratio of simple rates with half an event added to each side. */
function logRatios(
  counts: Float64Array,
  recorded: Uint8Array,
  window: Uint8Array,
  base: Uint8Array,
): ChangeAt {
  const events = sumBefore(counts, recorded);
  const steps = sumBefore(new Float64Array(counts.length).fill(1), recorded);
  const inside = movedRates(events, steps, listRuns(window));
  const before = movedRates(events, steps, listRuns(base));
  return (offset) => {
    const ratio = inside[counts.length + offset]! / before[counts.length + offset]!;
    return Number.isNaN(ratio) ? null : Math.log(ratio);
  };
}

/** Rate of the runs moved by every offset from one length of the record back to one ahead; NaN where much is not recorded. */
function movedRates(events: Float64Array, steps: Float64Array, runs: readonly Run[]): Float64Array {
  const reach = steps.length - 1;
  const wanted = 0.9 * runs.reduce((sum, { begin, end }) => sum + end - begin, 0);
  const rates = new Float64Array(2 * reach + 1).fill(NaN);
  for (let k = 0; k < rates.length; k++) {
    const held = sumMoved(steps, runs, k - reach);
    if (held >= wanted && held > 0) rates[k] = (0.5 + sumMoved(events, runs, k - reach)) / held;
  }
  return rates;
}

/** Change from start to end of a window along the straight line through its counts, as a share of their mean. */
function slopes(counts: Float64Array, recorded: Uint8Array, window: Uint8Array): ChangeAt {
  const marked = [...window.keys()].filter((step) => window[step] === 1);
  const [first, last] = [marked[0]!, marked.at(-1)!];
  return (offset) => {
    const held = marked.filter((step) => recorded[step + offset] === 1);
    if (held.length < 0.9 * marked.length || held.length < 2) return null;
    const middle = held.reduce((sum, step) => sum + step, 0) / held.length;
    let [events, moment, spread] = [0.5, 0, 0];
    for (const step of held) {
      events += counts[step + offset]!;
      moment += (step - middle) * counts[step + offset]!;
      spread += (step - middle) ** 2;
    }
    return ((moment / spread) * (last - first)) / (events / held.length);
  };
}
