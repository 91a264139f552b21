import { evenRow, planMemory } from './chainMemory.ts';
import { LEVELS } from './rouwenhorst.ts';
import { runForward } from './runForward.ts';
import { streamsOf } from './streamsOf.ts';
import type { WaveDesign } from './waveDesign.ts';

/**
 * Information of the chain likelihood at theta by the outer product of its daily gradients, I = Σ_h g_h g_hᵀ with
 * g_h = ∂ log q_h/∂theta from the tangent of the forward recursion; n × n, positive semidefinite everywhere, also at
 * rho = 0. `plan`: where it lies in the memory, when asked again and again. The recursion runs in the compiled kernel. The penalty on the loadings (1/4) is added to their diagonal. Source: berndt1974.
 */
export function waveInformation(
  design: WaveDesign,
  shift: number,
  theta: Float64Array,
  levels = LEVELS,
  plan = planMemory(design, shift, levels),
): Float64Array {
  const { chain, streams, records, thetas, leapList, law, zeta, emission, alpha, scale, room } = plan;
  const { size: n, tangents, sums, step, matrix } = plan;
  const { kernel } = runForward(plan, theta);
  const { buffer } = kernel.memory;
  const wide = evenRow(n);
  // From the tangents on, everything is summed up from 0.
  new Float64Array(buffer, tangents, (plan.bytes - tangents) / 8).fill(0);
  kernel.information(
    ...([chain.length, levels, streams.length, records, thetas, leapList, law, zeta] as const),
    ...([emission, alpha, scale, n, Math.exp(theta[plan.logTau]!)] as const),
    ...([tangents, sums, step, matrix, room] as const),
  );
  const wider = new Float64Array(buffer, matrix, n * wide);
  const information = new Float64Array(n * n);
  for (let p = 0; p < n; p++) information.set(wider.subarray(p * wide, p * wide + n), p * n);
  for (const { place } of streamsOf(design)) {
    const k = place.loading;
    information[k * n + k] = information[k * n + k]! + 0.25;
  }
  return information;
}
