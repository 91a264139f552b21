import { smoothPrior } from '../../../src/evidence/wave/smoothPrior.ts';
import type { StreamDesign } from '../../../src/evidence/wave/streamDesign.ts';
import { streamsOf } from '../../../src/evidence/wave/streamsOf.ts';
import type { WaveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { choleskyFactor, choleskyLogDeterminant, choleskySolve } from '../../../src/stats/index.ts';

/** Q of the smooth wave as its definition gives it, day after day from the first; a whole matrix by rows. */
export function wholePrecision(tau: number, n: number): Float64Array {
  const { first, second, lagOne, weight, weightOne } = smoothPrior(tau);
  const q = new Float64Array(n * n);
  const add = (by: number, residual: readonly (readonly [number, number])[]): void => {
    for (const [i, x] of residual) for (const [j, y] of residual) q[i * n + j] = q[i * n + j]! + by * x * y;
  };
  for (let t = 0; t < n; t++) {
    if (t === 0) add(1, [[0, 1]]);
    else if (t === 1) add(weightOne, [[1, 1], [0, -lagOne]]); // prettier-ignore
    else add(weight, [[t, 1], [t - 1, -first], [t - 2, second]]); // prettier-ignore
  }
  return q;
}

export function plusDiagonal(matrix: Float64Array, diagonal: ArrayLike<number>): Float64Array {
  const n = diagonal.length;
  return matrix.map((x, k) => (k % (n + 1) === 0 ? x + diagonal[k / (n + 1)]! : x));
}

/** ln f of one day, and its first two derivatives and the expected one by z. */
function dayAt(stream: StreamDesign, theta: Float64Array, t: number, z: number): number[] {
  if (stream.recorded[t] !== 1) return [0, 0, 0, 0];
  const { place, columns, terms, coverage } = stream;
  const psi = Math.exp(theta[place.logPsi]!);
  const c = theta[place.loading]!;
  const y = stream.counts[t]!;
  let line = c * z;
  columns.forEach((column, k) => (line += theta[place.beta + k]! * column[t]!));
  const e = Math.exp(line) * (coverage === null ? 1 : coverage[t]!);
  let m = e;
  terms.forEach((term, k) => (m += theta[place.terms[k]!]! * term[t]!));
  let log = y * Math.log(m) - (y + 1 / psi) * Math.log1p(psi * m);
  for (let j = 1; j < y; j++) log += Math.log1p(psi * j);
  for (let j = 2; j <= y; j++) log -= Math.log(j);
  const byM = y / m - (1 + psi * y) / (1 + psi * m);
  const byMM = -y / m ** 2 + ((1 + psi * y) * psi) / (1 + psi * m) ** 2;
  return [log, byM * c * e, byMM * (c * e) ** 2 + byM * c * c * e, (c * e) ** 2 / (m * (1 + psi * m))];
}

/** What `smoothWave` promises, without its penalty, by whole matrices and as the formulas stand. */
export function plainSmoothWave(design: WaveDesign, theta: Float64Array): number {
  const n = design.steps;
  const q = wholePrecision(Math.exp(theta[design.layout.logTau]!), n);
  const z = new Float64Array(n);
  const days = (): number[][] =>
    Array.from(z, (here, t) =>
      streamsOf(design)
        .map((stream) => dayAt(stream, theta, t, here))
        .reduce((p, r) => p.map((x, k) => x + r[k]!)),
    );
  const product = (): number[] =>
    Array.from(z, (_, i) => z.reduce((sum, x, j) => sum + q[i * n + j]! * x, 0));
  for (let round = 0, largest = 1; round < 50 && largest > 1e-11; round++) {
    const at = days();
    const qz = product();
    const step = Float64Array.from(at, ([, slope], t) => slope! - qz[t]!);
    // The expected information first, since whole steps with the other may overshoot.
    const a = plusDiagonal(q, at.map(([, , observed, expected]) => (round < 8 ? expected! : -observed!))); // prettier-ignore
    choleskyFactor(a, n);
    choleskySolve(a, n, step);
    largest = Math.max(...step.map(Math.abs));
    const length = Math.min(1, 1 / largest);
    step.forEach((by, t) => (z[t] = z[t]! + length * by));
  }
  const at = days();
  const qz = product();
  const a = plusDiagonal(q, at.map(([, , , expected]) => expected!)); // prettier-ignore
  choleskyFactor(q, n);
  choleskyFactor(a, n);
  const height = at.reduce((sum, [log], t) => sum + log! - 0.5 * z[t]! * qz[t]!, 0);
  return height + 0.5 * choleskyLogDeterminant(q, n) - 0.5 * choleskyLogDeterminant(a, n);
}
