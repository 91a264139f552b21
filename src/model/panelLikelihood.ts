/**
 * The likelihood of a panel. Letters: c the parts of the mean, each m exp(Σ beta X); mu their sum; y counts;
 * psi overdispersion, Var = mu + psi mu²; a = d log f/d mu, b = −d² log f/d mu² (or its expectation).
 * d mu/d beta = c X;  d² mu = c X Xᵀ inside a part, 0 across parts.  theta holds the betas and last ln psi (none, one, or
 * one for each unit).
 */
import {
  differentiateOverdispersionPart,
  overdispersionPart,
  tabulateCounts,
  type CountTable,
} from './overdispersion.ts';
import type { Likelihood } from './maximise.ts';
import type { PackedPanel, PackedPart } from './packPanel.ts';

export interface PanelLikelihood extends Likelihood {
  /** Mean of every cell at the point last evaluated. */
  readonly mean: Float64Array;
}

export function panelLikelihood(panel: PackedPanel): PanelLikelihood {
  const { y, parts, unitOf, overdispersions } = panel;
  const betas = panel.names.length;
  const tables = tabulateByGroup(panel);
  const values = parts.map(() => new Float64Array(y.length));
  const mean = new Float64Array(y.length);
  const groupOf = (i: number) => (overdispersions > 1 ? unitOf[i]! : 0);
  const psiOf = (theta: Float64Array, group: number) =>
    overdispersions === 0 ? 0 : Math.exp(theta[betas + group]!);

  const evaluate = (theta: Float64Array): number => {
    mean.fill(0);
    parts.forEach((part, p) => fillPart(part, theta, values[p]!, mean));
    let sum = 0;
    for (let i = 0; i < y.length; i++) {
      const psi = psiOf(theta, groupOf(i));
      const mu = mean[i]!;
      if (y[i]! > 0) sum += y[i]! * Math.log(mu);
      sum -= psi > 0 ? (y[i]! + 1 / psi) * Math.log1p(psi * mu) : mu;
    }
    tables.forEach(
      (table, group) => (sum += overdispersionPart(table, psiOf(theta, group)) - table.sumLogFactorial),
    );
    return Number.isNaN(sum) ? -Infinity : sum;
  };

  const differentiate = (
    theta: Float64Array,
    expected: boolean,
    gradient: Float64Array,
    curvature: Float64Array,
  ): void => {
    const width = theta.length;
    gradient.fill(0);
    curvature.fill(0);
    const changes = new Float64Array(betas);
    for (let i = 0; i < y.length; i++) {
      const group = betas + groupOf(i);
      const psi = psiOf(theta, group - betas);
      const mu = mean[i]!;
      if (mu === 0) continue; // nothing can happen here whatever the parameters
      const spread = 1 + psi * mu;
      const residual = y[i]! - mu;
      const a = residual / (mu * spread);
      const b = expected
        ? 1 / (mu * spread)
        : y[i]! / (mu * mu) - ((y[i]! * psi + 1) * psi) / (spread * spread);
      parts.forEach((part, p) =>
        addPart(part, values[p]![i]!, i, expected ? 0 : a, changes, curvature, width),
      );
      for (let j = 0; j < betas; j++) {
        const change = changes[j]!;
        if (change === 0) continue;
        gradient[j]! += a * change;
        for (let k = 0; k <= j; k++) curvature[j * width + k]! += b * change * changes[k]!;
      }
      if (psi === 0) continue;
      const share = Math.log1p(psi * mu) / psi;
      gradient[group]! += share - ((y[i]! * psi + 1) * mu) / spread;
      curvature[group * width + group]! -= mu / spread - share - (psi * mu * residual) / (spread * spread);
      if (expected) continue;
      const cross = (psi * residual) / (spread * spread);
      for (let k = 0; k < betas; k++) curvature[group * width + k]! += cross * changes[k]!;
    }
    for (let group = 0; group < overdispersions; group++) {
      const own = differentiateOverdispersionPart(tables[group]!, psiOf(theta, group));
      gradient[betas + group]! += own.slope;
      curvature[(betas + group) * (width + 1)]! -= own.bend;
    }
    for (let j = 0; j < width; j++)
      for (let k = 0; k < j; k++) curvature[k * width + j] = curvature[j * width + k]!;
  };
  return { mean, evaluate, differentiate };
}

function tabulateByGroup({ y, unitOf, overdispersions }: PackedPanel): CountTable[] {
  if (overdispersions <= 1) return [tabulateCounts(y)];
  return Array.from({ length: overdispersions }, (_, unit) =>
    tabulateCounts(y.filter((_, i) => unitOf[i] === unit)),
  );
}

function fillPart(
  { multiplier, columns, first }: PackedPart,
  theta: Float64Array,
  value: Float64Array,
  mean: Float64Array,
) {
  for (let i = 0; i < value.length; i++) {
    let exponent = 0;
    for (let j = 0; j < columns.length; j++) exponent += theta[first + j]! * columns[j]![i]!;
    value[i] = multiplier[i]! === 0 ? 0 : multiplier[i]! * Math.exp(exponent);
    mean[i]! += value[i]!;
  }
}

/** d mu of one part's parameters, and the bend of its exponential. */
function addPart(
  { columns, first }: PackedPart,
  value: number,
  i: number,
  a: number,
  changes: Float64Array,
  curvature: Float64Array,
  width: number,
): void {
  for (let j = 0; j < columns.length; j++) {
    const change = value * columns[j]![i]!;
    changes[first + j] = change;
    if (a === 0 || change === 0) continue;
    for (let k = 0; k <= j; k++) curvature[(first + j) * width + first + k]! -= a * change * columns[k]![i]!;
  }
}
