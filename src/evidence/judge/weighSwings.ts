import { regularisedBeta } from '../../stats/index.ts';

/** One block of steps: how far its count lies from what its region has on average, as a share of that. */
export interface SwingBlock {
  /** Days from the first block. */
  readonly at: number;
  readonly deviation: number;
  /** Variance that counting alone gives the deviation: one over the events to be expected. */
  readonly noise: number;
  /** What is fitted and taken away: a level for each region, or a level and a slope. */
  readonly columns: readonly number[];
  /** What the block adds to the contrast that is tested. */
  readonly weight: number;
}

/** Time scales of the swings, days, and their variance as a multiple of the mean noise of a block. */
const SCALES = [7, 15, 30, 60, 120, 240];
const VARIANCES = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

/**
 * How likely a contrast of at least this size is where the series swings by itself, two-sided: the deviations are a wave
 * of variance s² and lag correlation exp(−days/tau), and noise of the counts. Each (s², tau) counts by its restricted
 * likelihood, no swings at all by half of the whole; given one of them the contrast follows a t distribution. So what the
 * record does not tell about its own swings widens the answer. Source: harville1974.
 */
export function weighSwings(blocks: readonly SwingBlock[], contrast: number): number {
  const columns = blocks[0]?.columns.length ?? 0;
  const degrees = blocks.length - columns;
  if (degrees < 1) return 1;
  const noise = blocks.reduce((sum, block) => sum + block.noise, 0) / blocks.length;
  const models = [
    { ...fitSwings(blocks, 0, 1), prior: 0.5 },
    ...SCALES.flatMap((tau) =>
      VARIANCES.map((times) => ({
        ...fitSwings(blocks, times * noise, tau),
        prior: 0.5 / (SCALES.length * VARIANCES.length),
      })),
    ),
  ];
  const best = Math.max(...models.map(({ logLikelihood }) => logLikelihood));
  let [mass, tail] = [0, 0];
  for (const { logLikelihood, variance, prior } of models) {
    const weight = prior * Math.exp(logLikelihood - best);
    mass += weight;
    const t2 = contrast ** 2 / variance;
    tail += weight * regularisedBeta(degrees / (degrees + t2), degrees / 2, 0.5);
  }
  return mass > 0 ? tail / mass : 1;
}

interface SwingFit {
  /** Restricted log-likelihood, up to a constant, and the variance of the contrast. */
  readonly logLikelihood: number;
  readonly variance: number;
}

/** One (s², tau): the wave filtered out step by step of the deviations and of every column alike. */
function fitSwings(blocks: readonly SwingBlock[], swings: number, tau: number): SwingFit {
  const size = blocks[0]!.columns.length;
  const width = size + 1;
  const means = new Float64Array(width);
  const innovations = new Float64Array(width);
  const cross = new Float64Array(width * width);
  let variance = swings;
  let [logs, before] = [0, 0];
  for (let index = 0; index < blocks.length; index++) {
    const { at, deviation, noise, columns } = blocks[index]!;
    const phi = index === 0 ? 0 : Math.exp(-(at - before) / tau);
    before = at;
    variance = phi * phi * variance + (1 - phi * phi) * swings;
    const total = variance + noise;
    const gain = variance / total;
    logs += Math.log(total);
    for (let k = 0; k < width; k++) {
      const own = phi * means[k]!;
      innovations[k] = (k < size ? columns[k]! : deviation) - own;
      means[k] = own + gain * innovations[k]!;
      for (let i = 0; i <= k; i++) cross[i * width + k]! += (innovations[i]! * innovations[k]!) / total;
    }
    variance *= 1 - gain;
  }
  // Gauss elimination of the upper half leaves the residual sum of squares in the last corner.
  let determinant = 0;
  for (let k = 0; k < size; k++) {
    const pivot = cross[k * width + k]!;
    determinant += Math.log(pivot);
    for (let i = k + 1; i < width; i++) {
      const factor = cross[k * width + i]! / pivot;
      for (let j = i; j < width; j++) cross[i * width + j]! -= factor * cross[k * width + j]!;
    }
  }
  const degrees = blocks.length - size;
  const residual = cross[width * width - 1]!;
  const scale = Math.max(residual / degrees, LEAST_SCALE);
  const logLikelihood = -0.5 * (degrees * Math.log(scale) + residual / scale + logs + determinant);
  return { logLikelihood, variance: scale * varianceOf(blocks, swings, tau) };
}

/** Counts vary at least as much as independent events do. */
const LEAST_SCALE = 1;

function varianceOf(blocks: readonly SwingBlock[], swings: number, tau: number): number {
  let [sum, carried, before] = [0, 0, 0];
  for (const { at, weight, noise } of blocks) {
    carried *= Math.exp(-(at - before) / tau);
    before = at;
    sum += weight * weight * (noise + swings) + 2 * weight * carried * swings;
    carried += weight;
  }
  return sum;
}
