import type { WaveLayout } from './waveDesign.ts';

export interface ParameterBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** 0 ≤ rho ≤ 4; 0 ≤ s, kappa ≤ 2; 0 ≤ c ≤ 4; |beta| ≤ 12; 1 ≤ tau ≤ longest; −6 ≤ log psi ≤ 3. */
export function parameterBounds(layout: WaveLayout, longestTau: number): ParameterBounds {
  const lower = new Float64Array(layout.size);
  const upper = new Float64Array(layout.size).fill(4);
  lower.fill(-12, 0, layout.ownA);
  upper.fill(12, 0, layout.ownA);
  const third = layout.cThird >= 0;
  for (const k of [layout.ownA, layout.ownB, layout.kappa, ...(third ? [layout.ownThird] : [])]) upper[k] = 2;
  for (const k of [layout.logPsiA, layout.logPsiB, ...(third ? [layout.logPsiThird] : [])]) {
    lower[k] = -6;
    upper[k] = 3;
  }
  upper[layout.logTau] = Math.log(longestTau);
  return { lower, upper };
}

/** The same with some parameters held at a value. */
export function holdAt(
  bounds: ParameterBounds,
  held: readonly (readonly [number, number])[],
): ParameterBounds {
  const lower = bounds.lower.slice();
  const upper = bounds.upper.slice();
  for (const [k, value] of held) {
    lower[k] = value;
    upper[k] = value;
  }
  return { lower, upper };
}
