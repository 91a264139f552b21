import { scaleLinear, scaleLog } from 'd3-scale';
import type { Effect, TriedOtherwise } from '../evidence/index.ts';
import { isRatio } from './describeEffect.ts';
import type { AxisScale } from './plotFrame.tsx';

/** The axis on which an effect and its other readings lie; what lies beyond is drawn at the edge. */
export interface TriedAxis {
  readonly scale: AxisScale;
  readonly at: (value: number) => number;
  /** Ticks of a logarithmic axis; null where the scale chooses them. */
  readonly ticks: readonly number[] | null;
  readonly own: number | null;
  readonly interval: readonly [number, number] | null;
}

const RATIO_TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** Ratios on a logarithmic axis with 1 in it, other effects on a linear one with 0 in it; null where nothing is a number. */
export function scaleTried(
  effect: Effect | null,
  tried: readonly TriedOtherwise[],
  left: number,
  right: number,
): TriedAxis | null {
  const known = [effect?.estimate ?? null, ...tried.map(({ estimate }) => estimate)].filter(isKnown);
  if (!tried.some(({ estimate }) => isKnown(estimate)) || known.length === 0) return null;
  const ratio = effect !== null && isRatio(effect);
  const positive = known.filter((value) => value > 0);
  const [low, high] = ratio
    ? [
        Math.max(0.01, Math.min(0.5, ...positive.map((value) => value / 1.5))),
        Math.min(100, Math.max(2, ...positive.map((value) => value * 1.5))),
      ]
    : [
        Math.min(0, ...known.map((value) => 1.2 * value)),
        Math.max(1e-9, ...known.map((value) => 1.6 * value)),
      ];
  const scale = ratio
    ? scaleLog([low, high], [left, right])
    : scaleLinear([low, high], [left, right]).nice(5);
  const at = (value: number) => (ratio && value <= 0 ? left : Math.min(right, Math.max(left, scale(value))));
  const { lower = null, upper = null } = effect ?? {};
  return {
    scale,
    at,
    ticks: ratio ? RATIO_TICKS.filter((tick) => tick >= low && tick <= high) : null,
    own: isKnown(effect?.estimate ?? null) ? at(effect?.estimate ?? 0) : null,
    interval: lower === null || upper === null ? null : [at(lower), Math.max(at(upper), at(lower) + 1)],
  };
}

function isKnown(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}
