import { readColumn } from './bringDesign.ts';
import { evaluate, returnTo } from './likelihood.ts';
import type { PackedDesign } from './packDesign.ts';

/** The parts of every packed step's mean at theta, in the letters of likelihood.ts. */
export interface StepMeans {
  readonly e: Float64Array;
  readonly h: Float64Array;
  readonly mu: Float64Array;
}

/** Evaluates there. */
export function meansAt(packed: PackedDesign, theta: Float64Array): StepMeans {
  evaluate(packed, theta);
  const kernel = returnTo(packed, theta);
  const read = (at: number) => readColumn(kernel, packed, at);
  const { spontaneous, factor, mean } = packed.memory;
  return { e: read(spontaneous), h: read(factor), mu: read(mean) };
}
