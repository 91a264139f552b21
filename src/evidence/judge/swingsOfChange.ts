import type { CountPanel } from '../../model/index.ts';
import { countsOf } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { BASE, contrastBlocks, OTHER, WINDOW, type CountBlock } from './contrastBlocks.ts';
import { cutBlocks, FEWEST_BLOCKS, UNRECORDED } from './cutBlocks.ts';
import { weighSwings } from './weighSwings.ts';

/**
 * Does the series swing by as much of itself? All recorded days of the record are cut into blocks, and it is asked how
 * they swing about the levels of the claimed days, of those they are compared with, and of all others (without days to
 * compare with, of a steady change: about a straight line through the claimed days). The guard fails where such swings
 * bring a change as large, either way, with more than 5 %. With a second stream it is asked of the difference of both.
 * Asked only of what the base test finds.
 */
export function swingsOfChange(
  panel: CountPanel,
  [stream, comparison]: readonly [string, string | null],
  window: Uint8Array,
  base: Uint8Array,
  basePValue: number,
): Guard {
  const name = 'own ups and downs';
  const open = (detail: string): Guard => ({ name, passed: null, value: null, detail });
  if (!(basePValue <= THRESHOLDS.rateLevel)) return open('the base test finds nothing to explain');
  const all = [stream, ...(comparison === null ? [] : [comparison])].map((id) => countsOf(panel, id));
  const regions = window.map((inside, at) => {
    if (!panel.recorded[at]) return UNRECORDED;
    if (inside) return WINDOW;
    return base[at] ? BASE : OTHER;
  });
  const empty = !regions.includes(WINDOW) || (base.includes(1) && !regions.includes(BASE));
  if (empty) return open('nothing to compare');
  const levels = all.map((counts) => levelsOf(counts, regions));
  const blocks = cutBlocks(regions, all, panel.stepDays).map((steps) =>
    describeBlock(steps, all, levels, regions, panel.stepDays),
  );
  if (blocks.length < FEWEST_BLOCKS) return open('the record is too short to tell how it swings by itself');
  const told = contrastBlocks(blocks, levels);
  const value = weighSwings(told.blocks, told.contrast);
  return {
    name,
    passed: value <= THRESHOLDS.rateLevel,
    value,
    detail: `as this series swings on all recorded days, a change as large comes with probability ${value.toPrecision(2)}`,
  };
}

/** Events a step in every region; half an event is added, so that an empty region has a level too. */
function levelsOf(counts: Float64Array, regions: Uint8Array): number[] {
  const events = [0, 0.5, 0.5, 0.5];
  const steps = [0, 0, 0, 0];
  regions.forEach((region, at) => {
    events[region]! += counts[at]!;
    steps[region]! += 1;
  });
  return events.map((sum, region) => sum / Math.max(1, steps[region]!));
}

function describeBlock(
  steps: readonly number[],
  all: readonly Float64Array[],
  levels: readonly (readonly number[])[],
  regions: Uint8Array,
  stepDays: number,
): CountBlock {
  const region = regions[steps[0]!]!;
  let [deviation, noise] = [0, 0];
  all.forEach((counts, which) => {
    const expected = levels[which]![region]! * steps.length;
    const events = steps.reduce((sum, at) => sum + counts[at]!, 0);
    deviation += (which === 0 ? 1 : -1) * (events / expected - 1);
    noise += 1 / expected;
  });
  const at = (stepDays * (steps[0]! + steps.at(-1)!)) / 2;
  return { region, days: steps.length, at, length: stepDays * steps.length, deviation, noise };
}
