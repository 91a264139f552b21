import { logFactorial } from './logFactorial.ts';
import { logRisingFactor } from './negativeBinomial.ts';

/** How the counts of one segment vary about their level: NB2 with Var = mean + psi·mean², Poisson, or normal with one variance. */
export type SegmentModel =
  | { readonly kind: 'NB2'; readonly psi: number }
  | { readonly kind: 'Poisson' }
  | { readonly kind: 'squares' };

/** Cost of the steps `from` to `to` − 1 as one segment. */
export interface SegmentCost {
  readonly steps: number;
  readonly of: (from: number, to: number) => number;
}

/**
 * What one level for a whole segment costs: −2 × its largest log-likelihood (NB2 complete; Poisson without ln y!), or the
 * sum of squares about its mean. Each cost is one look at running sums: with S events on n steps, mean m = S/n,
 * NB2: −2 [Σ ln Γ-part(y) + S ln m − (S + n/psi) ln(1 + psi m)]; a segment without events costs 0.
 */
export function segmentCost(values: Float64Array, model: SegmentModel): SegmentCost {
  if (model.kind === 'NB2' && !(model.psi >= 0)) throw new Error(`segmentCost: psi is ${model.psi}`);
  const steps = values.length;
  const sums = new Float64Array(steps + 1);
  const others = new Float64Array(steps + 1);
  for (let t = 0; t < steps; t++) {
    const value = values[t]!;
    sums[t + 1] = sums[t]! + value;
    others[t + 1] = others[t]! + constantPart(value, model);
  }
  const of = (from: number, to: number): number => {
    const n = to - from;
    const sum = sums[to]! - sums[from]!;
    const rest = others[to]! - others[from]!;
    if (model.kind === 'squares') return Math.max(0, rest - (sum * sum) / n);
    if (sum === 0) return 0;
    const mean = sum / n;
    if (model.kind === 'Poisson') return -2 * (sum * Math.log(mean) - sum);
    if (model.psi === 0) return -2 * (rest + sum * Math.log(mean) - sum);
    return -2 * (rest + sum * Math.log(mean) - (sum + n / model.psi) * Math.log1p(model.psi * mean));
  };
  return { steps, of };
}

/** The part of a step that does not depend on the segment's level. */
function constantPart(value: number, model: SegmentModel): number {
  if (model.kind === 'squares') return value * value;
  if (model.kind === 'Poisson') return 0;
  return (model.psi === 0 ? 0 : logRisingFactor(value, model.psi)) - logFactorial(value);
}
