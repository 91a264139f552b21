import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { cutBlocks, FEWEST_BLOCKS } from './cutBlocks.ts';
import { weighSwings } from './weighSwings.ts';

/**
 * Does the series swing with a level by as much of itself? The usable days are cut into blocks, whose deviations from
 * their mean follow the level along a straight line; what is left may be a wave of any strength and time scale. The guard
 * fails where such a wave brings a slope as steep, either way, with more than 5 %. Asked only of what the base test finds.
 */
export function swingsOfLevel(
  counts: Float64Array,
  level: Float64Array,
  usable: Uint8Array,
  stepDays: number,
  basePValue: number,
): Guard {
  const name = 'own ups and downs';
  const open = (detail: string): Guard => ({ name, passed: null, value: null, detail });
  if (!(basePValue <= THRESHOLDS.rateLevel)) return open('the base test finds nothing to explain');
  const cut = cutBlocks(usable, [counts], stepDays);
  if (cut.length < FEWEST_BLOCKS) return open('the record is too short to tell how it swings by itself');
  const total = (steps: readonly number[], of: Float64Array) => steps.reduce((sum, at) => sum + of[at]!, 0);
  const all = cut.flat();
  const mean = (total(all, counts) + 0.5) / all.length;
  const middle = total(all, level) / all.length;
  const described = cut.map((steps) => ({
    at: (stepDays * (steps[0]! + steps.at(-1)!)) / 2,
    days: steps.length,
    deviation: total(steps, counts) / (mean * steps.length) - 1,
    noise: 1 / (mean * steps.length),
    place: total(steps, level) / steps.length - middle,
  }));
  const spread = described.reduce((sum, { days, place }) => sum + days * place * place, 0);
  if (!(spread > 0)) return open('the other series keeps its level');
  const blocks = described.map(({ days, place, ...block }) => ({
    ...block,
    columns: [1, place],
    weight: (days * place) / spread,
  }));
  const slope = blocks.reduce((sum, { weight, deviation }) => sum + weight * deviation, 0);
  const value = weighSwings(blocks, slope);
  return {
    name,
    passed: value <= THRESHOLDS.rateLevel,
    value,
    detail: `as this series swings by itself, it follows another by as much with probability ${value.toPrecision(2)}`,
  };
}
