import type { WaveDesign } from './waveDesign.ts';
import { waveInformation } from './waveInformation.ts';

/** Levels of the chain behind this guess: enough for a guess, and a third of the work of eleven. */
const FEW_LEVELS = 5;

/**
 * Second derivatives to begin with: the outer-product information of the chain at the start, made safely positive
 * definite. It saves two thirds of the steps and costs three of them, so starts whose log tau
 * differs by less than `near` share one, whatever the hypothesis or the shift.
 */
export function startCurvature(design: WaveDesign, near: number): (start: Float64Array) => Float64Array {
  const { logTau, size: n } = design.layout;
  const known: { readonly logTau: number; readonly curvature: Float64Array }[] = [];
  return (start) => {
    for (const one of known) {
      if (Math.abs(one.logTau - start[logTau]!) < near) return one.curvature;
    }
    const curvature = waveInformation(design, 0, start, FEW_LEVELS);
    for (let k = 0; k < n; k++) curvature[k * (n + 1)] = curvature[k * (n + 1)]! * (1 + 1e-6) + 1e-3;
    known.push({ logTau: start[logTau]!, curvature });
    return curvature;
  };
}
