import { delayParameters, type DelayParameter } from './delayParameters.ts';
import type { StreamDesign } from './design.ts';
import { delayWeights, type DelayChoice } from './delays/index.ts';

/** One estimated delay, packed: where its triggers fall, and which columns it renews. */
export interface PackedDelay {
  /** Column of its rule. */
  readonly rule: number;
  readonly start: DelayChoice;
  readonly parameters: readonly (DelayParameter & { readonly column: number })[];
  /** Steps with triggers, and how many. */
  readonly steps: Int32Array;
  readonly amounts: Float64Array;
  /** Packed index of every step, −1 where masked or where the rule does not hold. */
  readonly place: Int32Array;
}

export function packDelays(design: StreamDesign, at: Int32Array): PackedDelay[] {
  const first = design.endemic.length + design.answers.length;
  const parameters = delayParameters(design.answers).map((one, index) => ({ ...one, column: first + index }));
  return design.answers.flatMap(({ delay }, answer) => {
    if (!delay) return [];
    delayWeights(delay.start); // throws on a slip in the choice
    const { triggers, active } = delay;
    const steps = Int32Array.from(triggers.keys()).filter((t) => triggers[t] !== 0);
    const place = new Int32Array(triggers.length).fill(-1);
    at.forEach((t, i) => {
      if (!active || active[t]) place[t] = i;
    });
    return [
      {
        rule: design.endemic.length + answer,
        start: delay.start,
        parameters: parameters.filter((one) => one.answer === answer),
        steps,
        amounts: Float64Array.from(steps, (t) => triggers[t]!),
        place,
      },
    ];
  });
}
