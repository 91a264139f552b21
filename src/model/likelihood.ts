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
 * theta holds beta, rho, gamma and last ln psi.
 */
import type { StreamDesign } from './design.ts';
import {
  differentiateOverdispersionPart,
  overdispersionPart,
  tabulateCounts,
  type CountTable,
} from './overdispersion.ts';
import { parameterNames } from './parameterNames.ts';

/** The recorded steps of a design, packed; and room for one evaluation. Made by `packDesign`. */
export interface PackedDesign {
  readonly names: readonly string[];
  readonly family: 'NB2' | 'Poisson';
  /** Index of each packed step in the design. */
  readonly at: Int32Array;
  readonly y: Float64Array;
  readonly o: Float64Array;
  /** Row by row: endemic, answer, modifier columns. */
  readonly columns: Float64Array;
  readonly endemic: number;
  readonly answers: number;
  readonly modifiers: number;
  /** Largest |value| of each column. */
  readonly scale: Float64Array;
  readonly e: Float64Array;
  readonly h: Float64Array;
  readonly mu: Float64Array;
  readonly table: CountTable;
}

export function packDesign(design: StreamDesign): PackedDesign {
  const at = Int32Array.from(design.counts.keys()).filter((t) => design.recorded[t] === 1);
  const columns = [
    ...design.endemic.map(({ values }) => values),
    ...design.answers.map(({ x }) => x),
    ...design.modifiers.map(({ z }) => z),
  ];
  const size = columns.length;
  const packed = new Float64Array(at.length * size);
  const scale = new Float64Array(size);
  columns.forEach((column, j) => {
    if (column.length !== design.counts.length) throw new Error(`column ${j} has ${column.length} steps`);
    let largest = 0;
    for (let i = 0, to = j; i < at.length; i++, to += size) {
      const value = column[at[i]!]!;
      packed[to] = value;
      largest = Math.max(largest, Math.abs(value));
    }
    scale[j] = largest;
  });
  const y = Float64Array.from(at, (t) => design.counts[t]!);
  return {
    names: parameterNames(design),
    family: design.family,
    at,
    y,
    o: Float64Array.from(at, (t) => design.coverage[t]!),
    columns: packed,
    endemic: design.endemic.length,
    answers: design.answers.length,
    modifiers: design.modifiers.length,
    scale,
    e: new Float64Array(at.length),
    h: new Float64Array(at.length),
    mu: new Float64Array(at.length),
    table: tabulateCounts(y),
  };
}

/** Log-likelihood at theta; leaves e, h, mu in the packed design for `differentiate`. −∞ where impossible. */
export function evaluate(packed: PackedDesign, theta: Float64Array): number {
  const { y, o, columns, endemic, answers, modifiers, e, h, mu } = packed;
  const size = endemic + answers + modifiers;
  const psi = packed.family === 'NB2' ? Math.exp(theta[size]!) : 0;
  const inverse = psi > 0 ? 1 / psi : 0;
  const lastAnswer = endemic + answers;
  let sum = 0;
  for (let i = 0, row = 0; i < y.length; i++, row += size) {
    let level = 0;
    for (let j = 0; j < endemic; j++) level += theta[j]! * columns[row + j]!;
    let answered = 0;
    for (let j = endemic; j < lastAnswer; j++) answered += theta[j]! * columns[row + j]!;
    let factor = o[i]!;
    if (modifiers > 0) {
      let exponent = 0;
      for (let j = lastAnswer; j < size; j++) exponent += theta[j]! * columns[row + j]!;
      factor *= Math.exp(exponent);
    }
    const spontaneous = endemic > 0 ? factor * Math.exp(level) : 0;
    const mean = spontaneous + factor * answered;
    h[i] = factor;
    e[i] = spontaneous;
    mu[i] = mean;
    const count = y[i]!;
    if (count > 0) sum += count * Math.log(mean);
    sum -= psi > 0 ? (count + inverse) * Math.log1p(psi * mean) : mean;
  }
  const value = sum + overdispersionPart(packed.table, psi) - packed.table.sumLogFactorial;
  return Number.isNaN(value) ? -Infinity : value;
}

/**
 * Gradient and negative curvature at the point last evaluated, by theta (with ln psi last; its row is 0 for Poisson).
 * `expected`: information of the mean parameters, psi orthogonal; else the observed curvature with its cross terms.
 * Only the lower triangle is summed; both are filled.
 */
export function differentiate(
  packed: PackedDesign,
  theta: Float64Array,
  expected: boolean,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const { y, columns, endemic, answers, modifiers, e, h, mu } = packed;
  const size = endemic + answers + modifiers;
  const width = size + 1;
  const lastAnswer = endemic + answers;
  const psi = packed.family === 'NB2' ? Math.exp(theta[size]!) : 0;
  gradient.fill(0);
  curvature.fill(0);
  let slopePsi = 0;
  let curvaturePsi = 0;
  for (let i = 0, row = 0; i < y.length; i++, row += size) {
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
    const ee = b * ei * ei - rest * ei;
    const eh = b * ei * hi;
    const em = b * ei * mean - rest * ei;
    const hh = b * hi * hi;
    const hm = b * hi * mean - rest * hi;
    const mm = b * mean * mean - rest * mean;
    for (let j = 0; j < endemic; j++) {
      const value = columns[row + j]!;
      if (value === 0) continue;
      gradient[j]! += a * ei * value;
      const weight = ee * value;
      for (let k = 0, to = j * width; k <= j; k++, to++) curvature[to]! += weight * columns[row + k]!;
    }
    for (let j = endemic; j < lastAnswer; j++) {
      const value = columns[row + j]!;
      if (value === 0) continue;
      gradient[j]! += a * hi * value;
      let to = j * width;
      const byEndemic = eh * value;
      for (let k = 0; k < endemic; k++, to++) curvature[to]! += byEndemic * columns[row + k]!;
      const byAnswer = hh * value;
      for (let k = endemic; k <= j; k++, to++) curvature[to]! += byAnswer * columns[row + k]!;
    }
    for (let j = lastAnswer; j < size; j++) {
      const value = columns[row + j]!;
      if (value === 0) continue;
      gradient[j]! += a * mean * value;
      let to = j * width;
      const byEndemic = em * value;
      for (let k = 0; k < endemic; k++, to++) curvature[to]! += byEndemic * columns[row + k]!;
      const byAnswer = hm * value;
      for (let k = endemic; k < lastAnswer; k++, to++) curvature[to]! += byAnswer * columns[row + k]!;
      const byModifier = mm * value;
      for (let k = lastAnswer; k <= j; k++, to++) curvature[to]! += byModifier * columns[row + k]!;
    }
    if (psi === 0) continue;
    const share = Math.log1p(psi * mean) / psi;
    slopePsi += share - ((y[i]! * psi + 1) * mean) / spread;
    curvaturePsi -= mean / spread - share - (psi * mean * residual) / (spread * spread);
    if (expected) continue;
    const cross = (psi * residual) / (spread * spread);
    const last = size * width;
    for (let k = 0; k < endemic; k++) curvature[last + k]! += cross * ei * columns[row + k]!;
    for (let k = endemic; k < lastAnswer; k++) curvature[last + k]! += cross * hi * columns[row + k]!;
    for (let k = lastAnswer; k < size; k++) curvature[last + k]! += cross * mean * columns[row + k]!;
  }
  if (psi > 0) {
    const tabled = differentiateOverdispersionPart(packed.table, psi);
    gradient[size] = slopePsi + tabled.slope;
    curvature[size * width + size] = curvaturePsi - tabled.bend;
  }
  for (let j = 0; j < width; j++)
    for (let k = 0; k < j; k++) curvature[k * width + j] = curvature[j * width + k]!;
}
