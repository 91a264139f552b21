import { viewOf } from './bringDesign.ts';
import { slopeOfDelays } from './estimatedDelays.ts';
import { psiOf, pullOf, returnTo } from './likelihood.ts';
import { differentiateOverdispersionPart } from './overdispersion.ts';
import type { PackedDesign } from './packDesign.ts';

/**
 * Gradient alone at theta, where the design was evaluated last, with ln psi last: what `differentiate` gives, without the
 * curvature that sampling does not need.
 */
export function likelihoodSlope(packed: PackedDesign, theta: Float64Array, gradient: Float64Array): void {
  const { memory, table } = packed;
  const width = theta.length;
  const kernel = returnTo(packed, theta);
  const psi = psiOf(packed, theta);
  kernel.differentiate(memory.record, psi, 0);
  gradient.set(viewOf(kernel, memory.gradient, width));
  if (psi > 0) gradient[width - 1]! += differentiateOverdispersionPart(table, psi).slope;
  if (packed.delays.length > 0) slopeOfDelays(packed, theta, pullOf(packed, kernel), gradient);
}
