import { delayWeights, lagSum } from '../../model/index.ts';

/** Weights of the steps before, from the last on. */
export const OWN_WEIGHTS = delayWeights({ family: 'geometric', parameters: [0.3], from: 1, to: 14 });

/** How a stream follows on itself: geometric .3 over 14 steps, the same as in the wave procedure. */
export function ownHistory(counts: Float64Array, recorded: Uint8Array): Float64Array {
  return lagSum(counts, recorded, OWN_WEIGHTS);
}

/** Steps of own history that must be recorded before a step can be evaluated. */
export const OWN_HISTORY_STEPS = OWN_WEIGHTS.length;
