import { delayParameters, type DelayParameter } from './delayParameters.ts';
import type { StreamDesign } from './design.ts';
import { delayWeights, type DelayChoice } from './delays/index.ts';

/** One estimated delay, packed: where its triggers fall, and which columns it renews. */
export interface PackedDelay {
  /** Column of its rule. */
  readonly rule: number;
  readonly start: DelayChoice;
  readonly parameters: readonly (DelayParameter & { readonly column: number })[];
  /** Lag by lag: the packed steps that have a trigger so many steps before, and how many triggers. */
  readonly at: readonly Int32Array[];
  readonly amounts: readonly Float64Array[];
}

export function packDelays(design: StreamDesign, at: Int32Array): PackedDelay[] {
  const first = design.endemic.length + design.answers.length;
  const parameters = delayParameters(design.answers).map((one, index) => ({ ...one, column: first + index }));
  return design.answers.flatMap(({ delay }, answer) => {
    if (!delay) return [];
    delayWeights(delay.start); // throws on a slip in the choice
    const { triggers, active } = delay;
    const { from, to } = delay.start;
    const touched = Array.from({ length: to - from + 1 }, (_, d) => {
      const places = Int32Array.from(at.keys());
      return places.filter((i) => (!active || active[at[i]!]) && (triggers[at[i]! - from - d] ?? 0) !== 0);
    });
    return [
      {
        rule: design.endemic.length + answer,
        start: delay.start,
        parameters: parameters.filter((one) => one.answer === answer),
        at: touched,
        amounts: touched.map((places, d) => Float64Array.from(places, (i) => triggers[at[i]! - from - d]!)),
      },
    ];
  });
}
