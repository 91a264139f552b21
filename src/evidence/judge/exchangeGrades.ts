import type { RandomStream } from '../../stats/index.ts';

/**
 * Placebo grades that respect regimes: what is `graded` on the steps with triggers, for each trigger of a step, changes
 * places at random with that of other steps with triggers in the same block of `blockSteps`. What is lifted by a wave
 * longer than a block stays in its block; how many triggers a step has never changes.
 */
export function exchangeGrades(
  trigger: Float64Array,
  graded: Float64Array,
  blockSteps: number,
): (random: RandomStream) => Float64Array {
  const blocks: number[][] = [];
  for (let start = 0; start < trigger.length; start += blockSteps) {
    const steps: number[] = [];
    for (let step = start; step < Math.min(trigger.length, start + blockSteps); step++) {
      if (trigger[step]! > 0) steps.push(step);
    }
    if (steps.length > 0) blocks.push(steps);
  }
  return (random) => {
    const drawn = new Float64Array(trigger.length);
    for (const steps of blocks) {
      const grades = steps.map((step) => graded[step]! / trigger[step]!);
      steps.forEach((step, index) => {
        // Fisher and Yates, from the front: one of those not yet taken.
        const other = index + random.integer(grades.length - index);
        const grade = grades[other]!;
        grades[other] = grades[index]!;
        drawn[step] = grade * trigger[step]!;
      });
    }
    return drawn;
  };
}
