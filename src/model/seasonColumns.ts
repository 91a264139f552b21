import type { EndemicColumn } from './design.ts';

/**
 * Sine and cosine columns of a cycle: sin(2π s t/period), cos(2π s t/period) for s = 1 … harmonics, t counted from
 * `firstStep` (so that a longer record keeps its season).
 */
export function seasonColumns(
  steps: number,
  firstStep: number,
  period: number,
  harmonics = 1,
): EndemicColumn[] {
  return Array.from({ length: harmonics }, (_, index) => index + 1).flatMap((harmonic) => {
    const angle = (t: number) => (2 * Math.PI * harmonic * (firstStep + t)) / period;
    return [
      {
        name: `season sin ${harmonic}`,
        values: Float64Array.from({ length: steps }, (_, t) => Math.sin(angle(t))),
      },
      {
        name: `season cos ${harmonic}`,
        values: Float64Array.from({ length: steps }, (_, t) => Math.cos(angle(t))),
      },
    ];
  });
}
