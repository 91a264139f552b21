import { quickExponential } from '../stats/index.ts';
import { sumLocalColumns } from './localColumns.ts';
import { overdispersionPart } from './overdispersion.ts';
import type { PackedDesign } from './packDesign.ts';

/** Below this psi a product of 1 + psi mu loses the digits that its logarithm times 1/psi needs. */
const SMALL_PSI = 1e-4;
/** A product is taken into the sum before it can overflow. */
const LARGE = 1e200;

/**
 * The log-likelihood of a packed design as a function of theta alone, for many points: what `evaluate` gives, to rounding,
 * and nothing left behind. Letters as in likelihood.ts. Quick by three ways: steps in a row that are alike are looked at
 * once; columns of answers and modifiers are kept where they are not 0; and over steps without an event, of which a
 * conflict's record mostly consists, Σ ln(1 + psi mu) is the logarithm of a product. Null where a delay is estimated: its
 * columns move with theta.
 */
export function joinLikeSteps(packed: PackedDesign): ((theta: Float64Array) => number) | null {
  const { endemic, local, rules, answers, table } = packed;
  if (packed.delays.length > 0) return null;
  // Along a bending trend no step is like the one before.
  const starts = local ? Int32Array.from(packed.y.keys()) : startsOfRuns(packed);
  const size = packed.columns.length;
  const runs = starts.length;
  const times = starts.map((start, r) => (starts[r + 1] ?? packed.y.length) - start);
  const pick = (column: Float64Array) => Float64Array.from(starts, (start) => column[start]!);
  const [y, o] = [pick(packed.y), pick(packed.o)];
  const columns = packed.columns.map(pick);
  const places = columns.map((column) => Int32Array.from(column.keys()).filter((r) => column[r] !== 0));
  const [e, x, g] = [new Float64Array(runs), new Float64Array(runs), new Float64Array(runs)];
  const addSparse = (sum: Float64Array, from: number, to: number, theta: Float64Array) => {
    sum.fill(0);
    for (let j = from; j < to; j++) {
      const [column, at, coefficient] = [columns[j]!, places[j]!, theta[j]!];
      for (let k = 0; k < at.length; k++) sum[at[k]!]! += coefficient * column[at[k]!]!;
    }
  };
  return (theta) => {
    const psi = packed.family === 'NB2' ? Math.exp(theta[size]!) : 0;
    const inverse = psi > 0 ? 1 / psi : 0;
    if (local) sumLocalColumns(local, theta, e);
    else e.fill(0);
    addDense(e, columns, local?.count ?? 0, endemic, theta);
    addSparse(x, endemic, endemic + rules, theta);
    addSparse(g, endemic + answers, size, theta);
    let sum = 0;
    let product = 1;
    let [spontaneous, level, factor, modified] = [1, 0, 1, 0];
    for (let r = 0; r < runs; r++) {
      // Neighbours often share a level, and nearly always the modifiers.
      if (e[r] !== level) spontaneous = quickExponential((level = e[r]!));
      if (g[r] !== modified) factor = quickExponential((modified = g[r]!));
      const mean = o[r]! * factor * ((endemic > 0 ? spontaneous : 0) + x[r]!);
      const count = y[r]!;
      if (count === 0 && times[r] === 1 && psi > SMALL_PSI) {
        product *= 1 + psi * mean;
        if (product < LARGE) continue;
        sum -= inverse * Math.log(product);
        product = 1;
        continue;
      }
      const own = psi > 0 ? (count + inverse) * Math.log1p(psi * mean) : mean;
      sum += times[r]! * ((count > 0 ? count * Math.log(mean) : 0) - own);
    }
    sum -= inverse * Math.log(product);
    const value = sum + overdispersionPart(table, psi) - table.sumLogFactorial;
    return Number.isNaN(value) ? -Infinity : value;
  };
}

/** The packed steps that differ from the step before them. */
function startsOfRuns({ y, o, columns }: PackedDesign): Int32Array {
  return Int32Array.from(y.keys()).filter(
    (i) => i === 0 || y[i] !== y[i - 1] || o[i] !== o[i - 1] || columns.some((one) => one[i] !== one[i - 1]),
  );
}

/** Adds Σ theta_j column_j, j = from … end − 1, four at a time, so that each sum is read and written less often. */
function addDense(
  sum: Float64Array,
  columns: readonly Float64Array[],
  from: number,
  end: number,
  theta: Float64Array,
): void {
  let j = from;
  for (; j + 3 < end; j += 4) {
    const [p, q, r, s] = [columns[j]!, columns[j + 1]!, columns[j + 2]!, columns[j + 3]!];
    const [a, b, c, d] = [theta[j]!, theta[j + 1]!, theta[j + 2]!, theta[j + 3]!];
    for (let i = 0; i < sum.length; i++) sum[i]! += a * p[i]! + b * q[i]! + (c * r[i]! + d * s[i]!);
  }
  for (; j < end; j++) {
    const [column, coefficient] = [columns[j]!, theta[j]!];
    for (let i = 0; i < sum.length; i++) sum[i]! += coefficient * column[i]!;
  }
}
