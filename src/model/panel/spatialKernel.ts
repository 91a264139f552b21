import type { Kernel, KernelParameter, KernelValue } from './kernel.ts';
import type { PanelData } from './panelData.ts';
import type { PanelWeights } from './panelPlan.ts';

/**
 * Weights between units, [from · n + to]: as the matrix gives them, or by order o of neighbourhood:
 * power law f(o) = o^−d, by order f(o) = exp(w_o); then times `scale`, then divided by each sender's sum where asked.
 * Source: meyerHeld2014.
 */
export function spatialKernel(weights: PanelWeights, data: PanelData): Kernel {
  const n = data.units.length;
  const read = (name: string): Float64Array => {
    const matrix = data.weights[name];
    if (!matrix) throw new Error(`the panel has no weights "${name}"`);
    return Float64Array.from({ length: n * n }, (_, k) => matrix[Math.floor(k / n)]![k % n]!);
  };
  const orders = read(weights.matrix);
  const scale = weights.scale === undefined ? null : read(weights.scale);
  const law = chooseLaw(weights, orders);
  const finish = (raw: KernelValue): KernelValue => {
    const all = [raw.value, ...raw.first, ...raw.second];
    if (scale) all.forEach((matrix) => matrix.forEach((_, k) => (matrix[k]! *= scale[k]!)));
    return weights.normalised ? normalise(raw, n) : raw;
  };
  if (law.parameters.length === 0) {
    const fixed = finish(law.at([], false));
    return { parameters: [], at: () => fixed };
  }
  return { parameters: law.parameters, at: (point, curved) => finish(law.at(point, curved)) };
}

function chooseLaw({ powerLaw, byOrder, equals }: PanelWeights, orders: Float64Array): Kernel {
  if (powerLaw) return powerLawOf(powerLaw, orders);
  if (byOrder) return byOrderOf(byOrder, orders);
  const value = equals === undefined ? orders : orders.map((order) => Number(order === equals));
  return { parameters: [], at: () => ({ value: value.slice(), first: [], second: [] }) };
}

function powerLawOf(law: NonNullable<PanelWeights['powerLaw']>, given: Float64Array): Kernel {
  const shift = law.fromZero ? 1 : 0;
  const most = (law.maximumOrder ?? Infinity) + shift;
  const logs = given.map((order) =>
    order + shift > 0 && order + shift <= most ? Math.log(order + shift) : NaN,
  );
  const natural = (value: number) => (law.logarithm ? Math.exp(value) : value);
  const parameter: KernelParameter = {
    name: law.logarithm ? 'ln d' : 'd',
    start: law.logarithm ? Math.log(law.decay) : law.decay,
    lower: law.logarithm ? -12 : -30,
    upper: law.logarithm ? 4 : 60,
    natural,
  };
  const fill = (of: (log: number) => number) => logs.map((log) => (Number.isNaN(log) ? 0 : of(log)));
  return {
    parameters: law.estimated ? [parameter] : [],
    at: (point) => {
      const d = law.estimated ? natural(point[0]!) : law.decay;
      const value = fill((log) => Math.exp(-d * log));
      if (!law.estimated) return { value, first: [], second: [] };
      const first = fill((log) => -log * Math.exp(-d * log));
      const second = fill((log) => log * log * Math.exp(-d * log));
      if (!law.logarithm) return { value, first: [first], second: [second] };
      return {
        value,
        first: [first.map((slope) => slope * d)],
        second: [second.map((bend, k) => bend * d * d + first[k]! * d)],
      };
    },
  };
}

function byOrderOf(law: NonNullable<PanelWeights['byOrder']>, orders: Float64Array): Kernel {
  const reference = law.fromZero ? 0 : 1;
  const last = law.logWeights.length - 1;
  /** Which weight a pair has: −1 the reference, −2 none. */
  const place = Int32Array.from(orders, (order) => {
    if (order === reference) return -1;
    const index = order - reference - 1;
    if (index < 0 || !Number.isInteger(index)) return -2;
    if (index <= last) return index;
    return law.beyond ? last : -2;
  });
  const at = (point: ArrayLike<number>): KernelValue => {
    const logs = law.estimated ? point : law.logWeights;
    const value = Float64Array.from(place, (k) => {
      if (k < 0) return k === -1 ? 1 : 0;
      return Math.exp(logs[k]!);
    });
    if (!law.estimated) return { value, first: [], second: [] };
    const only = (k: number) => value.map((weight, pair) => (place[pair] === k ? weight : 0));
    const first = law.logWeights.map((_, k) => only(k));
    const second = law.logWeights.flatMap((_, k) =>
      Array.from({ length: k + 1 }, (_, l) => (k === l ? only(k) : new Float64Array(value.length))),
    );
    return { value, first, second };
  };
  const parameters = law.logWeights.map((start, k) => ({
    name: law.logWeights.length === 1 ? 'd' : `d${k + 1}`,
    start,
    lower: -30,
    upper: 30,
    natural: Math.exp,
  }));
  return { parameters: law.estimated ? parameters : [], at };
}

/** w / Σ_to w by sender, with its derivatives by the quotient rule; a sender without neighbours keeps zeros. */
function normalise({ value, first, second }: KernelValue, n: number): KernelValue {
  const sum = (matrix: Float64Array) =>
    Float64Array.from({ length: n }, (_, from) =>
      matrix.subarray(from * n, from * n + n).reduce((all, weight) => all + weight, 0),
    );
  const total = sum(value);
  const over = (matrix: Float64Array) =>
    matrix.map((weight, k) => (total[Math.floor(k / n)] ? weight / total[Math.floor(k / n)]! : 0));
  const share = over(value);
  const sums = first.map(sum);
  const firsts = first.map((slope, k) =>
    over(slope.map((change, pair) => change - share[pair]! * sums[k]![Math.floor(pair / n)]!)),
  );
  const seconds = second.map((bend, index) => {
    const [k, l] = pairOf(index);
    const bendSum = sum(bend);
    return over(
      bend.map((change, pair) => {
        const from = Math.floor(pair / n);
        return (
          change -
          share[pair]! * bendSum[from]! -
          firsts[k]![pair]! * sums[l]![from]! -
          firsts[l]![pair]! * sums[k]![from]!
        );
      }),
    );
  });
  return { value: share, first: firsts, second: seconds };
}

/** Row and column of a place in a lower triangle that is stored row by row. */
function pairOf(index: number): [number, number] {
  const row = Math.floor((Math.sqrt(8 * index + 1) - 1) / 2);
  return [row, index - (row * (row + 1)) / 2];
}
