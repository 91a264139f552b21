import { scaleLinear, scaleLog } from 'd3-scale';
import type { Effect, Examination } from '../evidence/index.ts';
import { isRatio } from './describeEffect.ts';
import { formatNumber } from './formatNumber.ts';

/** The axis that all effects of one kind share, so that rows of the verdict table can be compared. */
export interface EffectAxis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  /** Where there is no effect: 1 for ratios, else 0. */
  readonly neutral: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Half the width of a tick label must fit beside the outermost tick. */
const INSET = 14;

/** One axis per kind of effect (name and unit), over every estimate and interval of the examination. */
export function effectAxes(examination: Examination, width: number): ReadonlyMap<string, EffectAxis> {
  const kinds = new Map<string, Effect[]>();
  for (const { effect } of examination.claims.flatMap((claim) => claim.parts)) {
    if (effect === null || effect.estimate === null) continue;
    const key = effectKind(effect);
    kinds.set(key, [...(kinds.get(key) ?? []), effect]);
  }
  return new Map([...kinds].map(([key, effects]) => [key, buildAxis(effects, width)]));
}

export function effectKind(effect: Effect): string {
  return isRatio(effect) ? 'ratio' : `${effect.name} (${effect.unit})`;
}

function buildAxis(effects: readonly Effect[], width: number): EffectAxis {
  const known = (values: readonly (number | null)[]) =>
    values.filter((value): value is number => value !== null && Number.isFinite(value));
  const estimates = known(effects.map((effect) => effect.estimate));
  const ends = known(effects.flatMap((effect) => [effect.lower, effect.upper, effect.estimate]));
  const first = effects[0];
  if (first !== undefined && isRatio(first)) {
    // A bound near zero or far away would squeeze all others: the axis ends, the interval gets an arrow.
    const positive = ends.filter((value) => value > 0);
    const highest = Math.min(20, Math.max(2, ...positive));
    const lowest = Math.max(0.05, Math.min(0.5, ...positive));
    const scale = scaleLog([lowest, highest], [INSET, width - INSET]);
    const wide = highest / lowest > 20;
    const ticks = (wide ? [0.05, 0.2, 1, 5, 20] : [0.25, 0.5, 1, 2, 4]).filter(
      (value) => value >= lowest && value <= highest,
    );
    return { at: scale, ticks: thin(ticks, scale), neutral: 1, lowest, highest };
  }
  const reach = 3 * Math.max(...estimates.map(Math.abs), 1e-9);
  const highest = Math.max(0, Math.min(reach, Math.max(...ends)));
  const lowest = Math.min(0, Math.max(-reach, Math.min(...ends)));
  const scale = scaleLinear([lowest, highest === lowest ? lowest + 1 : highest], [INSET, width - INSET]);
  const [from = 0, to = 1] = scale.domain();
  return { at: scale, ticks: thin(scale.ticks(4), scale), neutral: 0, lowest: from, highest: to };
}

/** Drops ticks whose labels would touch; the neutral one always stays. */
function thin(ticks: readonly number[], at: (value: number) => number): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const previous = kept.at(-1);
    if (previous === undefined || at(tick) - at(previous) >= labelWidth(previous, tick)) kept.push(tick);
    else if (tick === 1 || tick === 0) kept[kept.length - 1] = tick;
  }
  return kept;
}

/** Room for half of each label and a gap. */
function labelWidth(left: number, right: number): number {
  const letters = formatNumber(left).length + formatNumber(right).length;
  return 7 + letters * 3;
}
