import {
  delayWeightDerivatives,
  delayWeights,
  findDelayFamily,
  fromWorkingScale,
  slopeOfWorkingScale,
  toWorkingScale,
} from '../delays/index.ts';
import type { Kernel } from './kernel.ts';
import type { PanelDelay } from './panelPlan.ts';

/** Half-width of the differences that give second derivatives; Richardson's step removes the error of order h². */
const STEP = 1e-3;
const LARGEST_LOG_WEIGHT = 30;

/** The weights of a delay by its parameters on the scale on which they are estimated. */
export function delayKernel(delay: PanelDelay): Kernel {
  const { parameters, estimated = false } = delay;
  if (!estimated) {
    const weights = delayWeights(delay);
    return { parameters: [], at: () => ({ value: weights, first: [], second: [] }) };
  }
  const scales = findDelayFamily(delay.family).estimate(parameters.length);
  const free = scales.flatMap((scale, index) => (scale ? [{ scale, index }] : []));
  const choose = (point: ArrayLike<number>) => {
    const values = [...parameters];
    free.forEach(({ scale, index }, k) => (values[index] = fromWorkingScale(scale, point[k]!)));
    return { ...delay, parameters: values };
  };
  const slopes = (point: ArrayLike<number>): Float64Array[] => {
    const choice = choose(point);
    const derivatives = delayWeightDerivatives(choice);
    return free.map(({ scale, index }, k) => {
      const inner = slopeOfWorkingScale(scale, point[k]!);
      return derivatives[index]!.map((slope) => slope * inner);
    });
  };
  return {
    parameters: free.map(({ scale, index }) => ({
      name: scale.name,
      start: toWorkingScale(scale, parameters[index]!),
      // A bin may run to nothing here: its part of the mean is told as such.
      lower: delay.family === 'step' ? -LARGEST_LOG_WEIGHT : scale.lower,
      upper: delay.family === 'step' ? LARGEST_LOG_WEIGHT : scale.upper,
      natural: (value) => fromWorkingScale(scale, value),
    })),
    at: (point, curved) => ({
      value: delayWeights(choose(point)),
      first: slopes(point),
      second: curved ? bends(slopes, point) : [],
    }),
  };
}

/** Second derivatives (lower triangle) by differences of the exact first ones. */
function bends(
  slopes: (point: ArrayLike<number>) => Float64Array[],
  point: ArrayLike<number>,
): Float64Array[] {
  const shift = (k: number, by: number) => {
    const moved = Float64Array.from(point);
    moved[k]! += by;
    return slopes(moved);
  };
  return Array.from({ length: point.length }, (_, k) => {
    const [above, below] = [shift(k, STEP), shift(k, -STEP)];
    const [near, far] = [shift(k, STEP / 2), shift(k, -STEP / 2)];
    return Array.from({ length: k + 1 }, (_, l) =>
      above[l]!.map((_, d) => {
        const wide = (above[l]![d]! - below[l]![d]!) / (2 * STEP);
        return (4 * (near[l]![d]! - far[l]![d]!)) / (3 * STEP) - wide / 3;
      }),
    );
  }).flat();
}
