/**
 * The likelihood of one stream, its slopes and curvature. The only file of the stream model that speaks in letters:
 *
 *   t steps that are recorded     y counts               o coverage         psi overdispersion, Var = mu + psi mu²
 *   B endemic columns, beta       x answer columns, rho  z modifier columns, gamma
 *   h = o exp(Σ gamma z)          e = h exp(Σ beta B)    mu = e + h Σ rho x
 *   log f = Σ_{j<y} ln(1 + psi j) − ln y! + y ln mu − (y + 1/psi) ln(1 + psi mu)
 *   a = d log f/d mu = (y − mu)/(mu (1 + psi mu));  b = −d² log f/d mu² (observed) or 1/(mu (1 + psi mu)) (expected)
 *   d mu = e B, h x, mu z;  d² mu = e B Bᵀ, e B zᵀ, h x zᵀ, mu z zᵀ
 *
 * theta holds beta, rho, the parameters of estimated delays, gamma and last ln psi. An estimated delay has a column for
 * each of its parameters, rho dx/dkappa, whose coefficient is 0 in mu: so d mu = h (rho dx/dkappa) like any answer.
 */
import { bringDesign, readColumn, viewOf, writeColumn, type StreamKernel } from './bringDesign.ts';
import { bendDelays, fillAnswers, fillSlopes } from './estimatedDelays.ts';
import { differentiateOverdispersionPart, overdispersionPart } from './overdispersion.ts';
import type { PackedDesign } from './packDesign.ts';

/** Log-likelihood at theta; −∞ where impossible. */
export function evaluate(packed: PackedDesign, theta: Float64Array): number {
  const { memory, table } = packed;
  if (!theta.every(Number.isFinite) || !fillAnswers(packed, theta)) return -Infinity;
  const { kernel } = bringDesign(packed);
  const psi = psiOf(packed, theta);
  viewOf(kernel, memory.theta, theta.length).set(theta);
  for (const { rule } of packed.delays) writeAnswer(packed, rule, kernel);
  const sum = kernel.evaluate(memory.record, psi);
  const value = sum + overdispersionPart(table, psi) - table.sumLogFactorial;
  return Number.isNaN(value) ? -Infinity : value;
}

/**
 * Gradient and negative curvature at theta, where the design was evaluated last (with ln psi last; its row is 0 for Poisson).
 * `expected`: information of the mean parameters, psi orthogonal; else the observed curvature with its cross terms.
 */
export function differentiate(
  packed: PackedDesign,
  theta: Float64Array,
  expected: boolean,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const { memory, table } = packed;
  const width = theta.length;
  const kernel = returnTo(packed, theta);
  const psi = psiOf(packed, theta);
  bringSlopes(packed, theta, kernel);
  kernel.differentiate(memory.record, psi, expected ? 1 : 2);
  gradient.set(viewOf(kernel, memory.gradient, width));
  curvature.set(viewOf(kernel, memory.curvature, width * width));
  if (psi > 0) {
    const tabled = differentiateOverdispersionPart(table, psi);
    gradient[width - 1]! += tabled.slope;
    curvature[width * width - 1]! -= tabled.bend;
  }
  if (packed.delays.length === 0) return;
  bendDelays(packed, theta, expected, pullOf(packed, kernel), gradient, curvature);
  for (let j = 0; j < width; j++)
    for (let k = 0; k < j; k++) curvature[k * width + j] = curvature[j * width + k]!;
}

/** The kernel with what `evaluate` found at theta: still there, or found once more. */
export function returnTo(packed: PackedDesign, theta: Float64Array): StreamKernel {
  const { kernel, isKept } = bringDesign(packed);
  if (!isKept) evaluate(packed, theta);
  return kernel;
}

/** Renews the columns of estimated delays' parameters. */
export function bringSlopes(packed: PackedDesign, theta: Float64Array, kernel: StreamKernel): void {
  fillSlopes(packed, theta);
  for (const { column } of packed.delays.flatMap(({ parameters }) => parameters))
    writeAnswer(packed, column, kernel);
}

/** 0 for Poisson counts. */
export function psiOf({ family }: PackedDesign, theta: Float64Array): number {
  return family === 'NB2' ? Math.exp(theta[theta.length - 1]!) : 0;
}

/** Writes a column that moves with theta. */
function writeAnswer({ memory, columns, local }: PackedDesign, j: number, kernel: StreamKernel): void {
  writeColumn(kernel.memory.buffer, memory, memory.columns[j - (local?.count ?? 0)]!, columns[j]!);
}

/** a h of every packed step: what estimated delays pull at. */
export function pullOf(packed: PackedDesign, kernel: StreamKernel): Float64Array {
  return readColumn(kernel, packed, packed.memory.weights + 8 * packed.memory.length);
}
