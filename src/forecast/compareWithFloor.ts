import type { BacktestResult } from './backtestResult.ts';
import { FLOORS, type FloorName } from './floorName.ts';

/** Whether the model foretells better than the best rule of thumb, out of sample. */
export type FloorComparison =
  | {
      readonly kind: 'beats' | 'not shown' | 'worse';
      /** The floor against which the model does worst. */
      readonly floor: FloorName;
      /** Share by which the model's mean CRPS is lower than the floor's; null where the floor's is 0. */
      readonly skill: number | null;
      /** Its 90 % interval; null where nothing can be said. */
      readonly interval: readonly [number, number] | null;
      readonly origins: number;
      readonly horizon: string;
    }
  | { readonly kind: 'not checked'; readonly why: string };

/** Fewer origins than this say nothing about which of two systems is better. */
const LEAST_ORIGINS = 4;

/**
 * The full model against the floor that does best beside it, on one stream (null: all) and horizon, by CRPS. It beats the
 * floor only where the whole 90 % interval of the skill is above 0.
 */
export function compareWithFloor(
  { comparisons, origins }: BacktestResult,
  horizon: string,
  stream: string | null,
): FloorComparison {
  const against = comparisons.filter(
    (one) =>
      one.horizon === horizon &&
      one.stream === stream &&
      one.score === 'crps' &&
      (FLOORS as readonly string[]).includes(one.second),
  );
  if (against.length === 0)
    return {
      kind: 'not checked',
      why: origins.length === 0 ? 'no past day could be tried' : 'no past day gave a forecast to score',
    };
  const tried = against.filter(({ forecasts }) => forecasts >= LEAST_ORIGINS);
  if (tried.length === 0) {
    const most = Math.max(...against.map(({ forecasts }) => forecasts));
    return {
      kind: 'not checked',
      why: `only ${most} past days could be scored, at least ${LEAST_ORIGINS} are needed`,
    };
  }
  const hardest = tried.reduce((least, one) =>
    (one.skill ?? -Infinity) < (least.skill ?? -Infinity) ? one : least,
  );
  const { skill, skillInterval: interval } = hardest;
  return {
    kind: decide(skill, interval),
    floor: hardest.second as FloorName,
    skill,
    interval,
    origins: hardest.forecasts,
    horizon,
  };
}

/** A floor that was never wrong (no skill is defined) cannot be beaten. */
function decide(
  skill: number | null,
  interval: readonly [number, number] | null,
): 'beats' | 'not shown' | 'worse' {
  if (skill === null) return 'worse';
  if (interval === null) return 'not shown';
  if (interval[0] > 0) return 'beats';
  return interval[1] < 0 ? 'worse' : 'not shown';
}
