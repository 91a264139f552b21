import { slopeOfDelays } from './estimatedDelays.ts';
import { weighLocalColumns } from './localColumns.ts';
import { differentiateOverdispersionPart } from './overdispersion.ts';
import type { PackedDesign } from './packDesign.ts';

/**
 * Gradient alone at the point last evaluated, by theta with ln psi last: what `differentiate` gives, without the
 * curvature that sampling does not need. Letters as in likelihood.ts.
 */
export function likelihoodSlope(packed: PackedDesign, theta: Float64Array, gradient: Float64Array): void {
  const { columns, endemic, local, rules, answers, y, e, h, mu, weights } = packed;
  const size = columns.length;
  const psi = packed.family === 'NB2' ? Math.exp(theta[size]!) : 0;
  const [gradientE, gradientH, gradientM] = weights.gradient;
  let own = 0;
  for (let i = 0; i < y.length; i++) {
    const mean = mu[i]!;
    const spread = 1 + psi * mean;
    const a = (y[i]! - mean) / (mean * spread);
    gradientE[i] = a * e[i]!;
    gradientH[i] = a * h[i]!;
    gradientM[i] = a * mean;
    // `evaluate` has left ln(1 + psi mu) in `logs`.
    if (psi > 0) own += weights.logs[i]! / psi - ((y[i]! * psi + 1) * mean) / spread;
  }
  if (local !== null) weighLocalColumns(local, gradientE, gradient, 0);
  for (let j = local?.count ?? 0; j < size; j++) {
    if (j >= endemic + rules && j < endemic + answers) continue;
    const answered = j < endemic + answers ? gradientH : gradientM;
    const weight = j < endemic ? gradientE : answered;
    const column = columns[j]!;
    // Four running sums, so that additions need not wait for each other; the order is fixed.
    let p = 0;
    let q = 0;
    let r = 0;
    let s = 0;
    let i = 0;
    for (; i + 3 < column.length; i += 4) {
      p += weight[i]! * column[i]!;
      q += weight[i + 1]! * column[i + 1]!;
      r += weight[i + 2]! * column[i + 2]!;
      s += weight[i + 3]! * column[i + 3]!;
    }
    for (; i < column.length; i++) p += weight[i]! * column[i]!;
    gradient[j] = p + q + (r + s);
  }
  slopeOfDelays(packed, theta, gradient);
  gradient[size] = psi > 0 ? own + differentiateOverdispersionPart(packed.table, psi).slope : 0;
}
