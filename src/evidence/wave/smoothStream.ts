import { countTerm, countTermSlope } from './streamDesign.ts';
import type { StreamDesign } from './streamDesign.ts';
import { fillMeans, pullBack } from './streamMeans.ts';
import { tabledExp } from './tabledExp.ts';
import { quickLogarithm } from '../../stats/index.ts';

/**
 * One stream given a wave value for every day. Legend: e = base·exp(c z), m = e + rest, V = m(1 + psi m),
 * u = ∂ ln f/∂m = (y − m)/V, s = c u e = ∂ ln f/∂z, W = c² e²/V its expected and H its observed information.
 */
export class SmoothStream {
  readonly stream: StreamDesign;
  private readonly base: Float64Array;
  private readonly rest: Float64Array;
  /** e and ln(1 + psi m) of every day at the last z of `addSlopes`. */
  private readonly lifted: Float64Array;
  private readonly logs: Float64Array;
  private readonly byLogBase: Float64Array;
  private readonly byRest: Float64Array;
  private psi = 1;
  private loading = 0;
  private constant = 0;

  constructor(stream: StreamDesign) {
    this.stream = stream;
    this.base = new Float64Array(stream.steps);
    this.rest = new Float64Array(stream.steps);
    this.lifted = new Float64Array(stream.steps);
    this.logs = new Float64Array(stream.steps);
    this.byLogBase = new Float64Array(stream.steps);
    this.byRest = new Float64Array(stream.steps);
  }

  start(theta: Float64Array): void {
    const { place, constants } = this.stream;
    fillMeans(this.stream, theta, this.base, this.rest);
    this.psi = Math.exp(theta[place.logPsi]!);
    this.loading = theta[place.loading]!;
    this.constant = countTerm(constants, this.psi);
  }

  /** Σ ln f at z. */
  logLikelihood(z: Float64Array): number {
    const { counts, recorded, steps } = this.stream;
    const { base, rest, psi, loading } = this;
    const size = 1 / psi;
    let sum = this.constant;
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) continue;
      const y = counts[t]!;
      const m = base[t]! * tabledExp(loading * z[t]!) + rest[t]!;
      sum -= (y + size) * quickLogarithm(1 + psi * m);
      if (y > 0) sum += y * Math.log(m);
    }
    return sum;
  }

  /** Σ ln f at z; adds s, W and H there. */
  addSlopes(z: Float64Array, s: Float64Array, expected: Float64Array, observed: Float64Array): number {
    const { counts, recorded, steps } = this.stream;
    const { base, rest, psi, loading: c, lifted, logs } = this;
    const size = 1 / psi;
    let sum = this.constant;
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) continue;
      const y = counts[t]!;
      const e = base[t]! * tabledExp(c * z[t]!);
      const m = e + rest[t]!;
      const onePlusX = 1 + psi * m;
      const log = quickLogarithm(onePlusX);
      lifted[t] = e;
      logs[t] = log;
      sum -= (y + size) * log;
      if (y > 0) sum += y * Math.log(m);
      const inverse = 1 / (m * onePlusX);
      const u = (y - m) * inverse;
      const bySlope = -inverse - u * (onePlusX + psi * m) * inverse;
      const ce = c * e;
      s[t] = s[t]! + u * ce;
      expected[t] = expected[t]! + ce * ce * inverse;
      observed[t] = observed[t]! - ce * (ce * bySlope + c * u);
    }
    return sum;
  }

  /** Adds ∂W/∂z at the z of `addSlopes`. */
  addInformationSlope(into: Float64Array): void {
    const { recorded, steps } = this.stream;
    const { lifted, rest, psi, loading: c } = this;
    if (c === 0) return;
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) continue;
      const e = lifted[t]!;
      const m = e + rest[t]!;
      const inverse = 1 / (m * (1 + psi * m));
      into[t] = into[t]! + c * c * c * e * e * inverse * (2 - e * (1 + 2 * psi * m) * inverse);
    }
  }

  /** Writes the derivatives at the z of `addSlopes`, z held, of Σ ln f + Σ forInformation·W + Σ forSlope·s by this stream's parameters. */
  addGradient(
    z: Float64Array,
    forInformation: Float64Array,
    forSlope: Float64Array,
    gradient: Float64Array,
  ): void {
    const { counts, recorded, steps, place, constants } = this.stream;
    const { lifted, logs, rest, psi, loading: c, byLogBase, byRest } = this;
    const size = 1 / psi;
    let byLoading = 0;
    let bySize = 0;
    byLogBase.fill(0);
    byRest.fill(0);
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) continue;
      const y = counts[t]!;
      const e = lifted[t]!;
      const m = e + rest[t]!;
      const x = psi * m;
      const inverse = 1 / (m * (1 + x));
      const u = (y - m) * inverse;
      const wider = (1 + 2 * x) * inverse;
      const bySlope = -inverse - u * wider;
      const k = forInformation[t]!;
      const a = forSlope[t]!;
      const informationBase = c * c * e * e * inverse * (2 - e * wider);
      const slopeBase = c * e * (bySlope * e + u);
      const all = u * e + k * informationBase + a * slopeBase;
      byLogBase[t] = all;
      byRest[t] = u - k * c * c * e * e * wider * inverse + a * c * bySlope * e;
      byLoading += z[t]! * all + k * 2 * c * e * e * inverse + a * u * e;
      bySize += size * logs[t]! - ((y + size) * x) / (1 + x);
      bySize -= psi * m * m * inverse * (k * c * c * e * e * inverse + a * c * e * u);
    }
    pullBack(this.stream, byLogBase, byRest, gradient);
    gradient[place.logPsi] = bySize + countTermSlope(constants, psi);
    gradient[place.loading] = byLoading;
  }
}
