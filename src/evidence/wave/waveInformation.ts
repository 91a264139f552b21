import { quickLogarithm } from '../../stats/index.ts';
import { generatorRow, LEVELS, rouwenhorst, stationaryLaw, waveLevels } from './rouwenhorst.ts';
import { streamsOf } from './streamsOf.ts';
import type { StreamDesign } from './streamDesign.ts';
import { fillMeans } from './streamMeans.ts';
import { tabledExp } from './tabledExp.ts';
import { transitionOf } from './transition.ts';
import type { WaveDesign } from './waveDesign.ts';

/**
 * Information of the chain likelihood at theta by the outer product of its daily gradients, I = Σ_h g_h g_hᵀ with
 * g_h = ∂ log q_h/∂theta from the tangent of the forward recursion; n × n, positive semidefinite everywhere, also at
 * rho = 0. The penalty on the loadings (1/4) is added to their diagonal. Source: berndt1974.
 */
export function waveInformation(
  design: WaveDesign,
  shift: number,
  theta: Float64Array,
  levels = LEVELS,
): Float64Array {
  const K = levels;
  const PI = stationaryLaw(K);
  const applyTransition = transitionOf(K);
  const { steps, layout } = design;
  const n = layout.size;
  const streams = streamsOf(design).map((stream) => ({
    late: stream === design.b ? shift : 0,
    add: streamSlopes(stream, theta, K),
  }));
  const tau = Math.exp(theta[layout.logTau]!);
  const transition = new Float64Array(K * K);
  rouwenhorst(tau, transition, K);
  const alpha = new Float64Array(K);
  const predicted = new Float64Array(K).fill(1);
  const moved = new Float64Array(K);
  const turned = new Float64Array(K);
  const emission = new Float64Array(K);
  const logs = new Float64Array(K);
  const slopes = new Float64Array(n * K);
  const tangent = new Float64Array(n * K);
  const sums = new Float64Array(n);
  const step = new Float64Array(n);
  const information = new Float64Array(n * n);
  let begun = false;
  for (let h = 0; h < steps; h++) {
    logs.fill(0);
    slopes.fill(0);
    let data = 0;
    for (const { late, add } of streams) data += add(h + late, logs, slopes);
    if (!begun && data === 0) continue;
    if (begun) applyTransition(transition, alpha, 0, predicted);
    const scale = normalise(logs, predicted, PI, emission);
    for (let p = 0; p < n; p++) {
      if (!begun) moved.fill(0);
      else applyTransition(transition, tangent, p * K, moved);
      if (p === layout.logTau && begun) {
        for (let i = 0; i < K; i++) turned[i] = generatorRow(alpha, 0, i, K) / tau;
        addTransition(transition, turned, moved);
      }
      let sum = 0;
      for (let i = 0; i < K; i++) {
        const d = (moved[i]! + predicted[i]! * slopes[p * K + i]!) * emission[i]! * scale;
        tangent[p * K + i] = d;
        sum += PI[i]! * d;
      }
      step[p] = sum - sums[p]!;
      sums[p] = sum;
    }
    for (let i = 0; i < K; i++) alpha[i] = predicted[i]! * emission[i]! * scale;
    begun = true;
    for (let p = 0; p < n; p++) {
      const s = step[p]!;
      for (let r = 0; r <= p; r++) information[p * n + r] = information[p * n + r]! + s * step[r]!;
    }
  }
  for (let p = 0; p < n; p++) for (let r = 0; r < p; r++) information[r * n + p] = information[p * n + r]!;
  for (const { place } of streamsOf(design)) {
    const k = place.loading;
    information[k * n + k] = information[k * n + k]! + 0.25;
  }
  return information;
}

/** e_i = exp(logs_i − max); returns 1/Σ pi_i predicted_i e_i. */
function normalise(
  logs: Float64Array,
  predicted: Float64Array,
  law: Float64Array,
  emission: Float64Array,
): number {
  const K = law.length;
  let top = logs[0]!;
  for (let i = 1; i < K; i++) top = Math.max(top, logs[i]!);
  let q = 0;
  for (let i = 0; i < K; i++) {
    emission[i] = tabledExp(logs[i]! - top);
    q += law[i]! * predicted[i]! * emission[i]!;
  }
  return 1 / q;
}

function addTransition(transition: Float64Array, values: Float64Array, into: Float64Array): void {
  const K = values.length;
  for (let i = 0; i < K; i++) {
    let sum = into[i]!;
    for (let j = 0; j < K; j++) sum += transition[i * K + j]! * values[j]!;
    into[i] = sum;
  }
}

/** A function that adds ln f and its derivatives by the stream's parameters at every level; 0 where no data. */
function streamSlopes(
  stream: StreamDesign,
  theta: Float64Array,
  K: number,
): (t: number, logs: Float64Array, slopes: Float64Array) => number {
  const { steps, counts, columns, terms, place, recordedLate } = stream;
  const base = new Float64Array(steps);
  const rest = new Float64Array(steps);
  fillMeans(stream, theta, base, rest);
  const psi = Math.exp(theta[place.logPsi]!);
  const size = 1 / psi;
  const zetas = waveLevels(K);
  const lift = zetas.map((zeta) => Math.exp(theta[place.loading]! * zeta));
  return (t, logs, slopes) => {
    if (t >= steps || recordedLate[t] !== 1) return 0;
    const y = counts[t]!;
    let counted = 0;
    for (let j = 1; j < y; j++) counted += (psi * j) / (1 + psi * j);
    for (let i = 0; i < K; i++) {
      const lifted = base[t]! * lift[i]!;
      const m = lifted + rest[t]!;
      const x = psi * m;
      const log = quickLogarithm(1 + x);
      logs[i] = logs[i]! + (y > 0 ? y * Math.log(m) : 0) - (y + size) * log;
      const slope = (y / m - 1) / (1 + x);
      for (let k = 0; k < columns.length; k++) {
        slopes[(place.beta + k) * K + i] = slope * lifted * columns[k]![t]!;
      }
      for (let k = 0; k < terms.length; k++) slopes[place.terms[k]! * K + i] = slope * terms[k]![t]!;
      slopes[place.loading * K + i] = slope * lifted * zetas[i]!;
      slopes[place.logPsi * K + i] = size * log - ((y + size) * x) / (1 + x) + counted;
    }
    return 1;
  };
}
