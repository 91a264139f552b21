import type { CountPanel } from '../../model/index.ts';
import { countsOf } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { isAmongBase } from './isAmongBase.ts';
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
  const [windowSteps, baseSteps] = [listMarks(window), listMarks(base)];
  const reach = panel.steps;
  const values: number[] = [];
  const [counts, compared] = streams.map((id) => (id === null ? null : countsOf(panel, id)));
  const steadily = baseSteps.length === 0;
  const changeOf = (series: Float64Array, offset: number) =>
    steadily
      ? slopeAt(series, panel.recorded, windowSteps, offset)
      : logRatioAt(series, panel.recorded, windowSteps, baseSteps, offset);
  const changeAt = (offset: number): number | null => {
    const own = counts ? changeOf(counts, offset) : null;
    if (own === null || !compared) return own;
    const other = changeOf(compared, offset);
    return other === null ? null : own - other;
  };
  for (let offset = -reach; offset <= reach; offset++) {
    if (offset === 0 || overlapsClaim(window, base, offset, windowStart, windowEnd)) continue;
    const value = changeAt(offset);
    if (value === null) continue;
    values.push(value);
  }
  const own = changeAt(0) ?? observedLogRatio;
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
          own,
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
  return tellPlacebos(values, own, 'other dates of');
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

function overlapsClaim(
  window: Uint8Array,
  base: Uint8Array,
  offset: number,
  start: number,
  end: number,
): boolean {
  for (let step = start; step <= end; step++) {
    if (window[step] && (window[step - offset] || base[step - offset])) return true;
  }
  return false;
}

/** Steps of a set of marks, listed once for all offsets. */
function listMarks(marks: Uint8Array): number[] {
  const steps: number[] = [];
  marks.forEach((on, step) => on && steps.push(step));
  return steps;
}

/** Log ratio of simple rates with half an event added to each side; null where much of either is not recorded. */
function logRatioAt(
  counts: Float64Array,
  recorded: Uint8Array,
  window: readonly number[],
  base: readonly number[],
  offset: number,
): number | null {
  const inside = rateAt(counts, recorded, window, offset);
  const before = inside === null ? null : rateAt(counts, recorded, base, offset);
  return inside === null || before === null ? null : Math.log(inside / before);
}

/** Change from start to end of a window along the straight line through its counts, as a share of their mean. */
function slopeAt(
  counts: Float64Array,
  recorded: Uint8Array,
  window: readonly number[],
  offset: number,
): number | null {
  const held = window.filter((step) => recorded[step + offset] === 1);
  if (held.length < 0.9 * window.length || held.length < 2) return null;
  const [first, last] = [window[0]!, window.at(-1)!];
  const middle = held.reduce((sum, step) => sum + step, 0) / held.length;
  let [events, moment, spread] = [0.5, 0, 0];
  for (const step of held) {
    events += counts[step + offset]!;
    moment += (step - middle) * counts[step + offset]!;
    spread += (step - middle) ** 2;
  }
  return ((moment / spread) * (last - first)) / (events / held.length);
}

function rateAt(
  counts: Float64Array,
  recorded: Uint8Array,
  marked: readonly number[],
  offset: number,
): number | null {
  let events = 0.5;
  let steps = 0;
  for (const step of marked) {
    const moved = step + offset;
    if (moved < 0 || moved >= counts.length || !recorded[moved]) continue;
    steps++;
    events += counts[moved] ?? 0;
  }
  return steps < 0.9 * marked.length || steps === 0 ? null : events / steps;
}
