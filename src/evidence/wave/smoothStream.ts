import { countTerm, countTermSlope } from './streamDesign.ts';
import type { StreamDesign } from './streamDesign.ts';
import { fillMeans, pullBack } from './streamMeans.ts';
import { tabledExp } from './tabledExp.ts';

/**
 * One stream given a wave value for every day. Legend: e = base·exp(c z), m = e + rest, V = m(1 + psi m),
 * u = ∂ ln f/∂m = (y − m)/V, s = c u e = ∂ ln f/∂z, W = c² e²/V its expected and H its observed information.
 */
export class SmoothStream {
  readonly stream: StreamDesign;
  private readonly base: Float64Array;
  private readonly rest: Float64Array;
  /** e and 1/V of every day, and Σ ln(1 + psi m), at the last z of `addSlopes`. */
  private readonly lifted: Float64Array;
  private readonly inverses: Float64Array;
  private logs = 0;
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
    this.inverses = new Float64Array(stream.steps);
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

  /** Σ ln f at z; adds s, W and H there. One logarithm of a product serves many days. */
  addSlopes(z: Float64Array, s: Float64Array, expected: Float64Array, observed: Float64Array): number {
    const { counts, recorded, steps } = this.stream;
    const { base, rest, psi, loading: c, lifted, inverses } = this;
    let logs = 0;
    let product = 1;
    let eventLogs = 0;
    let eventProduct = 1;
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) continue;
      const y = counts[t]!;
      const e = base[t]! * tabledExp(c * z[t]!);
      const m = e + rest[t]!;
      const x = psi * m;
      const inverse = 1 / (m + m * x);
      lifted[t] = e;
      inverses[t] = inverse;
      product *= 1 + x;
      if (product > 1e100) {
        logs += Math.log(product);
        product = 1;
      }
      for (let k = 0; k < y; k++) {
        eventProduct *= m * (m * inverse);
        if (eventProduct > 1e-100 && eventProduct < 1e100) continue;
        eventLogs += Math.log(eventProduct);
        eventProduct = 1;
      }
      const u = (y - m) * inverse;
      const ce = c * e;
      const weight = ce * ce * inverse;
      s[t] = s[t]! + u * ce;
      expected[t] = expected[t]! + weight;
      observed[t] = observed[t]! + weight * (1 + u * (1 + 2 * x)) - c * u * ce;
    }
    this.logs = logs + Math.log(product);
    return this.constant + eventLogs + Math.log(eventProduct) - this.logs / psi;
  }

  /** Adds ∂W/∂z at the z of `addSlopes`. */
  addInformationSlope(into: Float64Array): void {
    const { recorded, steps } = this.stream;
    const { lifted, inverses, rest, psi, loading: c } = this;
    if (c === 0) return;
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) continue;
      const e = lifted[t]!;
      const m = e + rest[t]!;
      const inverse = inverses[t]!;
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
    const { lifted, inverses, rest, psi, loading: c, byLogBase, byRest } = this;
    const size = 1 / psi;
    let byLoading = 0;
    let bySize = size * this.logs;
    byLogBase.fill(0);
    byRest.fill(0);
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) continue;
      const y = counts[t]!;
      const e = lifted[t]!;
      const m = e + rest[t]!;
      const x = psi * m;
      const inverse = inverses[t]!;
      const u = (y - m) * inverse;
      const wider = (1 + 2 * x) * inverse;
      const bySlope = -inverse - u * wider;
      const k = forInformation[t]!;
      const a = forSlope[t]!;
      const ee = e * e * inverse;
      const informationBase = c * c * ee * (2 - e * wider);
      const slopeBase = c * e * (bySlope * e + u);
      const all = u * e + k * informationBase + a * slopeBase;
      byLogBase[t] = all;
      byRest[t] = u - k * c * c * ee * wider + a * c * bySlope * e;
      byLoading += z[t]! * all + k * 2 * c * ee + a * u * e;
      bySize -= x * m * inverse * (y + size + k * c * c * ee + a * c * e * u);
    }
    pullBack(this.stream, byLogBase, byRest, gradient);
    gradient[place.logPsi] = bySize + countTermSlope(constants, psi);
    gradient[place.loading] = byLoading;
  }
}
