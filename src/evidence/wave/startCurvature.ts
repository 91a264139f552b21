import { planMemory, type ChainMemory } from './chainMemory.ts';
import type { WaveDesign } from './waveDesign.ts';
import { waveInformation } from './waveInformation.ts';

/** A guess of the second derivatives, and the start for which it was made. */
export interface KnownCurvature {
  readonly logTau: number;
  readonly curvature: Float64Array;
}

/** Levels of the chain behind this guess: enough for a guess, and a third of the work of eleven. */
const FEW_LEVELS = 5;

/**
 * Second derivatives to begin with: the outer-product information of the chain at the start, made safely positive
 * definite. It saves two thirds of the steps and costs three of them, so starts whose log tau
 * differs by less than `near` share one, whatever the hypothesis or the shift; `known` keeps them.
 */
export function startCurvature(
  design: WaveDesign,
  near: number,
  known: KnownCurvature[] = [],
): (start: Float64Array) => Float64Array {
  const { logTau, size: n } = design.layout;
  let plan: ChainMemory | null = null;
  return (start) => {
    for (const one of known) {
      if (Math.abs(one.logTau - start[logTau]!) < near) return one.curvature;
    }
    plan ??= planMemory(design, 0, FEW_LEVELS);
    const curvature = waveInformation(design, 0, start, FEW_LEVELS, plan);
    for (let k = 0; k < n; k++) curvature[k * (n + 1)] = curvature[k * (n + 1)]! * (1 + 1e-6) + 1e-3;
    known.push({ logTau: start[logTau]!, curvature });
    return curvature;
  };
}
