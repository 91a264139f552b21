import type { CountPanel } from '../../model/index.ts';

/** Where the days with an event of a claim lie, seen from the triggers. */
export interface Placed {
  readonly insideSteps: number;
  readonly sameStep: number;
  readonly outsideSteps: readonly number[];
  /** Days inside a window more than a window apart from the one before: as good as independent. */
  readonly separate: number;
  /** Share of the days looked at that lie inside a window. */
  readonly covered: number;
}

/** Places every day with an event: inside a window behind a trigger, on a trigger's day only, or outside every window. */
export function placeInWindows(
  counts: Float64Array,
  triggers: Float64Array,
  marks: Uint8Array,
  { recorded }: CountPanel,
  window: number,
): Placed {
  const outsideSteps: number[] = [];
  let insideSteps = 0;
  let sameStep = 0;
  let separate = 0;
  let lastSeparate = -Infinity;
  let looked = 0;
  let covered = 0;
  let lastUnrecorded = -1;
  let lastTrigger = -1;
  for (let step = 0; step < counts.length; step++) {
    if (!recorded[step]) lastUnrecorded = step;
    if (step > 0 && triggers[step - 1]) lastTrigger = step - 1;
    if (!marks[step] || step < window || lastUnrecorded >= step - window) continue;
    looked++;
    const follows = lastTrigger >= 0 && lastTrigger >= step - window;
    if (follows) covered++;
    if (!counts[step]) continue;
    if (follows) {
      insideSteps++;
      if (step - lastSeparate > window) {
        separate++;
        lastSeparate = step;
      }
    } else if (triggers[step]) sameStep++;
    else outsideSteps.push(step);
  }
  return { insideSteps, sameStep, outsideSteps, separate, covered: looked === 0 ? 1 : covered / looked };
}
