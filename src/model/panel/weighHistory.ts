import type { Kernel, KernelValue } from './kernel.ts';
import type { PackedPart } from './packedPanel.ts';
import type { PanelData } from './panelData.ts';

export interface WeighedHistory {
  /** Weighed sum of earlier counts on every row, NaN where one is missing; null for the endemic part. */
  readonly value: Float64Array | null;
  /** Its slopes by the shape's parameters, and second derivatives (lower triangle). */
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

const NONE: WeighedHistory = { value: null, first: [], second: [] };
const ITSELF: KernelValue = { value: new Float64Array(0), first: [], second: [] };

/** Σ_d g(d) Σ_j w[j,i] y[j,t−d] of one unit: own counts (w = 1 at j = i), neighbours' counts, or those of a rule's trigger. */
export function weighHistory(
  part: PackedPart,
  unit: number,
  data: PanelData,
  shape: ArrayLike<number>,
  curved: boolean,
): WeighedHistory {
  const { source, delay: choice } = part.stated;
  if (source.of === 'nothing' || !part.delay || !choice) return NONE;
  const point = Array.from(shape);
  const cut = part.spatialParameters;
  const spatial = part.spatial ? recall(part.spatial, point.slice(0, cut), curved) : ITSELF;
  const delay = recall(part.delay, point.slice(cut), curved);
  const sums = (weights: Float64Array): Float64Array => {
    if (source.of === 'own') return data.counts[unit]!;
    if (source.of === 'rule') return data.counts[data.units.indexOf(source.from)]!;
    return sumNeighbours(weights, unit, data);
  };
  const lagged = (series: Float64Array, weights: Float64Array) => sumLags(series, weights, choice.from);
  const series = sums(spatial.value);
  const value = lagged(series, delay.value);
  if (point.length === 0) return { value, first: [], second: [] };
  const slopes = spatial.first.map(sums);
  const first = [
    ...slopes.map((slope) => lagged(slope, delay.value)),
    ...delay.first.map((slope) => lagged(series, slope)),
  ];
  if (!curved) return { value, first, second: [] };
  const second = [...spatial.second.map(sums).map((bend) => lagged(bend, delay.value))];
  let bend = 0;
  delay.first.forEach((slope, k) => {
    second.push(...slopes.map((change) => lagged(change, slope)));
    for (let l = 0; l <= k; l++) second.push(lagged(series, delay.second[bend++]!));
  });
  return { value, first, second };
}

const lastValues = new WeakMap<Kernel, { point: readonly number[]; curved: boolean; value: KernelValue }>();

/** The kernel's value; kept for the next unit, which asks at the same point. */
function recall(kernel: Kernel, point: readonly number[], curved: boolean): KernelValue {
  const last = lastValues.get(kernel);
  if (last && (last.curved || !curved) && last.point.every((value, k) => value === point[k]))
    return last.value;
  const value = kernel.at(point, curved);
  lastValues.set(kernel, { point, curved, value });
  return value;
}

/** A weight of zero must not let a missing neighbour hide the cell. */
function sumNeighbours(weights: Float64Array, unit: number, { counts }: PanelData): Float64Array {
  const n = counts.length;
  const sum = new Float64Array(counts[unit]!.length);
  for (let from = 0; from < n; from++) {
    const weight = weights[from * n + unit]!;
    if (weight === 0) continue;
    const series = counts[from]!;
    for (let row = 0; row < sum.length; row++) sum[row]! += weight * series[row]!;
  }
  return sum;
}

function sumLags(series: Float64Array, weights: Float64Array, from: number): Float64Array {
  const sum = new Float64Array(series.length).fill(NaN);
  for (let row = from + weights.length - 1; row < series.length; row++) {
    let all = 0;
    for (let d = 0; d < weights.length; d++) all += weights[d]! * series[row - from - d]!;
    sum[row] = all;
  }
  return sum;
}
