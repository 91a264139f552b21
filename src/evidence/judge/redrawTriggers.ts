import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { randomStream } from '../../stats/index.ts';
import { jitterTriggers } from '../jitterTriggers.ts';
import { countsOf } from '../pairSeries.ts';
import { placeInWindows } from './placeInWindows.ts';

type OnlyAfterTest = Extract<ClaimTest, { kind: 'onlyAfter' }>;

/** Lengths of the blocks inside which triggers are redrawn, and how many windows one must hold to say anything. */
const BLOCK_DAYS = [30, 60, 120];
const FEWEST_WINDOWS = 2;
const DRAWS = 199;

export interface Redrawn {
  readonly blockDays: number;
  /** Share of the draws that leave no event outside, the record itself counted as one. */
  readonly share: number;
}

/** The same events after triggers redrawn inside blocks of each length; blocks too short to part window from wave are left out. */
export function redrawTriggers(
  test: OnlyAfterTest,
  marks: Uint8Array,
  panel: CountPanel,
  window: number,
  seed: number,
): Redrawn[] {
  const counts = countsOf(panel, test.stream);
  const triggers = countsOf(panel, test.after);
  const moved = new Float64Array(triggers.length);
  const wide = BLOCK_DAYS.filter((days) => days >= FEWEST_WINDOWS * test.days);
  // Two lengths at least, so that a longer window is asked as much as a short one.
  const lengths = wide.length === BLOCK_DAYS.length ? wide : [...wide, 2 * FEWEST_WINDOWS * test.days];
  return lengths.map((blockDays) => {
    const random = randomStream(seed, `placebo triggers of "only after", blocks of ${blockDays} days`, 0);
    const block = Math.max(2, Math.round(blockDays / panel.stepDays));
    const redraw = jitterTriggers(triggers, panel.recorded, block);
    let without = 1;
    for (let draw = 0; draw < DRAWS; draw++) {
      if (placeInWindows(counts, redraw(random, moved), marks, panel, window).outsideSteps.length === 0)
        without++;
    }
    return { blockDays, share: without / (DRAWS + 1) };
  });
}
