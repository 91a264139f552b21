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
import { quickExponentials, quickLogarithms } from '../stats/index.ts';
import { bendDelays, fillAnswers, fillSlopes } from './estimatedDelays.ts';
import { crossLocalColumns, sumLocalColumns, weighLocalColumns } from './localColumns.ts';
import { differentiateOverdispersionPart, overdispersionPart } from './overdispersion.ts';
import type { PackedDesign } from './packDesign.ts';

/** Below this psi ln(1 + psi mu) times 1/psi needs the digits that 1 + psi mu loses. */
const SMALL_PSI = 1e-3;

/** Log-likelihood at theta; leaves e, h, mu in the packed design for `differentiate`. −∞ where impossible. */
export function evaluate(packed: PackedDesign, theta: Float64Array): number {
  const { columns, endemic, local, rules, answers, e, h, mu } = packed;
  const size = columns.length;
  const psi = packed.family === 'NB2' ? Math.exp(theta[size]!) : 0;
  if (!fillAnswers(packed, theta)) return -Infinity;
  if (local === null) e.fill(0);
  else sumLocalColumns(local, theta, e);
  addColumns(e, columns, theta, local?.count ?? 0, endemic);
  mu.fill(0);
  addColumns(mu, columns, theta, endemic, endemic + rules);
  h.fill(0);
  addColumns(h, columns, theta, endemic + answers, size);
  const sum = sumSteps(packed, psi, size > endemic + answers);
  const value = sum + overdispersionPart(packed.table, psi) - packed.table.sumLogFactorial;
  return Number.isNaN(value) ? -Infinity : value;
}

/** The steps' part of the log-likelihood; turns the sums in e, h, mu into what these letters mean. */
function sumSteps(
  { y, o, endemic, e, h, mu, weights: { logs } }: PackedDesign,
  psi: number,
  isModified: boolean,
): number {
  const inverse = psi > 0 ? 1 / psi : 0;
  if (endemic > 0) quickExponentials(e);
  if (isModified) quickExponentials(h);
  else h.fill(1);
  for (let i = 0; i < y.length; i++) {
    const factor = o[i]! * h[i]!;
    const spontaneous = factor * e[i]!;
    const mean = spontaneous + factor * mu[i]!;
    h[i] = factor;
    e[i] = spontaneous;
    mu[i] = mean;
    if (psi > 0) logs[i] = psi > SMALL_PSI ? 1 + psi * mean : Math.log1p(psi * mean);
  }
  if (psi > SMALL_PSI) quickLogarithms(logs);
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const count = y[i]!;
    if (count > 0) sum += count * Math.log(mu[i]!);
    sum -= psi > 0 ? (count + inverse) * logs[i]! : mu[i]!;
  }
  return sum;
}

/** Steps whose sums fit into the nearest memory. */
const PIECE = 2048;

/** Adds Σ theta_j column_j, j = from … to − 1. */
function addColumns(
  sum: Float64Array,
  columns: readonly Float64Array[],
  theta: Float64Array,
  from: number,
  to: number,
): void {
  // Piece by piece, so that the sums of a piece stay near; each step's additions keep their order.
  for (let begin = 0; begin < sum.length; begin += PIECE) {
    const end = Math.min(begin + PIECE, sum.length);
    for (let j = from; j < to; j++) {
      const column = columns[j]!;
      const coefficient = theta[j]!;
      if (coefficient === 0) continue;
      for (let i = begin; i < end; i++) sum[i]! += coefficient * column[i]!;
    }
  }
}

/**
 * Gradient and negative curvature at the point last evaluated, by theta (with ln psi last; its row is 0 for Poisson).
 * `expected`: information of the mean parameters, psi orthogonal; else the observed curvature with its cross terms.
 */
export function differentiate(
  packed: PackedDesign,
  theta: Float64Array,
  expected: boolean,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const { columns, endemic, local, answers, weights } = packed;
  const size = columns.length;
  const width = size + 1;
  const psi = packed.family === 'NB2' ? Math.exp(theta[size]!) : 0;
  gradient.fill(0);
  curvature.fill(0);
  fillSlopes(packed, theta);
  const own = weighSteps(packed, psi, expected);
  const bounds = [0, endemic, endemic + answers, size];
  const apart = local?.count ?? 0;
  if (local !== null) {
    weighLocalColumns(local, weights.gradient[0], gradient, 0);
    if (psi > 0 && !expected) weighLocalColumns(local, weights.cross[0], curvature, size * width);
    crossLocalColumns(local, weights.curvature[0]![0]!, curvature, width);
  }
  for (let kind = 0; kind < 3; kind++) {
    for (let j = kind === 0 ? apart : bounds[kind]!; j < bounds[kind + 1]!; j++) {
      const column = columns[j]!;
      gradient[j] = sumProduct(weights.gradient[kind]!, column);
      if (psi > 0 && !expected) curvature[size * width + j] = sumProduct(weights.cross[kind]!, column);
      for (let other = 0; other <= kind; other++) {
        multiply(weights.product, weights.curvature[kind]![other]!, column);
        const last = Math.min(j, bounds[other + 1]! - 1);
        const from = other === 0 ? apart : bounds[other]!;
        if (other === 0 && local !== null) weighLocalColumns(local, weights.product, curvature, j * width);
        sumProducts(weights.product, columns, from, last, curvature, j * width);
      }
    }
  }
  if (psi > 0) {
    const tabled = differentiateOverdispersionPart(packed.table, psi);
    gradient[size] = own.slope + tabled.slope;
    curvature[size * width + size] = own.bend - tabled.bend;
  }
  bendDelays(packed, theta, expected, gradient, curvature);
  for (let j = 0; j < width; j++)
    for (let k = 0; k < j; k++) curvature[k * width + j] = curvature[j * width + k]!;
}

/** Fills the weights of every step; returns the steps' part of slope and negative bend by ln psi. */
function weighSteps(
  { y, e, h, mu, weights }: PackedDesign,
  psi: number,
  expected: boolean,
): { slope: number; bend: number } {
  const [gradientE, gradientH, gradientM] = weights.gradient;
  const [crossE, crossH, crossM] = weights.cross;
  const [[ee], [he, hh], [me, mh, mm]] = weights.curvature as [
    Float64Array[],
    Float64Array[],
    Float64Array[],
  ];
  let slope = 0;
  let bend = 0;
  for (let i = 0; i < y.length; i++) {
    const mean = mu[i]!;
    const residual = y[i]! - mean;
    const spread = 1 + psi * mean;
    const a = residual / (mean * spread);
    const b = expected
      ? 1 / (mean * spread)
      : y[i]! / (mean * mean) - ((y[i]! * psi + 1) * psi) / (spread * spread);
    const rest = expected ? 0 : a;
    const ei = e[i]!;
    const hi = h[i]!;
    gradientE[i] = a * ei;
    gradientH[i] = a * hi;
    gradientM[i] = a * mean;
    ee![i] = b * ei * ei - rest * ei;
    he![i] = b * ei * hi;
    hh![i] = b * hi * hi;
    me![i] = b * ei * mean - rest * ei;
    mh![i] = b * hi * mean - rest * hi;
    mm![i] = b * mean * mean - rest * mean;
    if (psi === 0) continue;
    const share = weights.logs[i]! / psi;
    const cross = (psi * residual) / (spread * spread);
    slope += share - ((y[i]! * psi + 1) * mean) / spread;
    bend -= mean / spread - share - mean * cross;
    crossE[i] = cross * ei;
    crossH[i] = cross * hi;
    crossM[i] = cross * mean;
  }
  return { slope, bend };
}

function multiply(product: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < product.length; i++) product[i] = a[i]! * b[i]!;
}

function sumProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** into[to + k] = Σ product · column_k, k = first … last; four columns at a time, so that each product is read once. */
function sumProducts(
  product: Float64Array,
  columns: readonly Float64Array[],
  first: number,
  last: number,
  into: Float64Array,
  to: number,
): void {
  let k = first;
  for (; k + 3 <= last; k += 4) {
    const p = columns[k]!;
    const q = columns[k + 1]!;
    const r = columns[k + 2]!;
    const s = columns[k + 3]!;
    let sumP = 0;
    let sumQ = 0;
    let sumR = 0;
    let sumS = 0;
    for (let i = 0; i < product.length; i++) {
      const value = product[i]!;
      sumP += value * p[i]!;
      sumQ += value * q[i]!;
      sumR += value * r[i]!;
      sumS += value * s[i]!;
    }
    into[to + k] = sumP;
    into[to + k + 1] = sumQ;
    into[to + k + 2] = sumR;
    into[to + k + 3] = sumS;
  }
  for (; k <= last; k++) into[to + k] = sumProduct(product, columns[k]!);
}
