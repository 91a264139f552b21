import type { CountPanel } from '../model/index.ts';
import { randomStream, type RandomStream } from '../stats/index.ts';
import type { EnsembleWindow } from './ensemble.ts';
import type { FloorName } from './floorName.ts';

/** Days before the origin whose windows `conflictology` resamples: twelve months of 30 days. */
const RECENT_DAYS = 360;
/** Windows that begin so near to the same day of an earlier year count as the same time of the year. */
const SEASON_DAYS = 30;

/**
 * Draws of the total of a window of steps after the panel's end, as a rule of thumb would give them; null where the record
 * is too short for it. Windows of which a step is not recorded are not used. See `FLOORS`.
 */
export function drawFloor(
  floor: FloorName,
  stream: string,
  panel: CountPanel,
  window: EnsembleWindow,
  { seed, paths }: { readonly seed: number; readonly paths: number },
): Float64Array | null {
  const origin = panel.first + panel.steps * panel.stepDays - 1;
  const random = randomStream(seed, `${floor} of ${stream}, ${window.first} to ${window.last}`, origin);
  const draw = prepareFloor(floor, stream, panel, window, random);
  return draw && Float64Array.from({ length: paths }, draw);
}

function prepareFloor(
  floor: FloorName,
  stream: string,
  panel: CountPanel,
  window: EnsembleWindow,
  random: RandomStream,
): (() => number) | null {
  const length = window.last - window.first + 1;
  const past = listWindows(stream, panel, length);
  const resample = (from: readonly number[]) => () => from[random.integer(from.length)]!;
  const last = past.at(-1);
  if (floor === 'zero') return () => 0;
  if (last === undefined) return null;
  switch (floor) {
    case 'last value':
      return () => random.poisson(last.total);
    case 'average': {
      const mean = meanOfSteps(stream, panel) * length;
      return () => random.poisson(mean);
    }
    case 'conflictology': {
      const earliest = panel.steps - Math.max(length, RECENT_DAYS / panel.stepDays);
      const recent = past.filter(({ start }) => start >= earliest).map(({ total }) => total);
      return recent.length === 0 ? null : resample(recent);
    }
    case 'climatology': {
      const target = panel.steps + window.first - 1;
      const year = 365.25 / panel.stepDays;
      const same = past.filter(({ start }) => {
        const years = (target - start) / year;
        return years > 0.5 && Math.abs(years - Math.round(years)) * 365.25 <= SEASON_DAYS;
      });
      const years = new Set(same.map(({ start }) => Math.round((target - start) / year)));
      return years.size < 2 ? null : resample(same.map(({ total }) => total));
    }
    case 'drift': {
      const byStart = new Map(past.map(({ start, total }) => [start, total]));
      const changes = past.flatMap(({ start, total }) => {
        const next = byStart.get(start + length);
        return next === undefined ? [] : [next - total];
      });
      if (changes.length === 0) return null;
      const change = resample(changes);
      return () => Math.max(0, last.total + change());
    }
    case 'mixture': {
      const parts = (['last value', 'average', 'conflictology', 'drift'] as const).map((one) =>
        prepareFloor(one, stream, panel, window, random),
      );
      if (parts.includes(null)) return null;
      return () => parts[random.integer(parts.length)]!();
    }
  }
}

/** Totals of all windows of the record without a gap, by the step on which they begin. */
function listWindows(
  stream: string,
  { streams, counts, recorded, steps }: CountPanel,
  length: number,
): { readonly start: number; readonly total: number }[] {
  const own = counts[streams.indexOf(stream)];
  if (!own) throw new Error(`the panel has no stream "${stream}"`);
  const windows: { start: number; total: number }[] = [];
  let total = 0;
  let unbroken = 0;
  for (let t = 0; t < steps; t++) {
    unbroken = recorded[t] ? unbroken + 1 : 0;
    total = unbroken === 0 ? 0 : total + own[t]! - (unbroken > length ? own[t - length]! : 0);
    if (unbroken >= length) windows.push({ start: t - length + 1, total });
  }
  return windows;
}

function meanOfSteps(stream: string, { streams, counts, recorded }: CountPanel): number {
  const own = counts[streams.indexOf(stream)]!;
  let sum = 0;
  let seen = 0;
  own.forEach((count, t) => {
    if (!recorded[t]) return;
    sum += count;
    seen++;
  });
  return sum / Math.max(1, seen);
}
