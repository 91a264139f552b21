import { paretoSmoothedWeights, randomStream, type RandomStream } from '../../stats/index.ts';
import type { StreamDesign } from '../design.ts';
import type { Mode } from './findMode.ts';
import type { FailedPosterior, Posterior, PosteriorOptions } from './posterior.ts';
import { preparePosterior } from './preparePosterior.ts';
import { summariseDraws } from './summariseDraws.ts';

export interface LaplaceOptions extends PosteriorOptions {
  /** Points tried; default 4,000. */
  readonly proposals?: number;
  /** Draws kept by resampling; default 1,000. */
  readonly draws?: number;
}

/** Tails as heavy as Student's t with this many degrees of freedom: heavier than the posterior's, so that no weight explodes. */
const DEGREES = 8;
const TRUSTED_SHAPE = 0.7;

/**
 * Posterior by Laplace's approximation corrected: points from a Student t around the mode, weighed by density over
 * proposal with Pareto smoothing, and resampled. k-hat and effective size say how good the approximation was. The same
 * seed and purpose give the same draws. Sources: vehtari2024, tierneyKadane1986.
 */
export function laplacePosterior(design: StreamDesign, options: LaplaceOptions): Posterior | FailedPosterior {
  const prepared = preparePosterior(design, options);
  if (prepared.kind === 'failed') return prepared;
  const { posterior, mode, smoothing } = prepared;
  const { names } = posterior;
  const proposals = options.proposals ?? 4000;
  const random = randomStream(options.seed, `Laplace posterior ${options.purpose ?? ''}`);
  const values = names.map(() => new Float64Array(proposals));
  const logLikelihoods = new Float64Array(proposals);
  const logRatios = new Float64Array(proposals);
  for (let s = 0; s < proposals; s++) {
    const { place, logDensity } = propose(mode, random);
    logRatios[s] = posterior.evaluate(place, null) - logDensity;
    logLikelihoods[s] = posterior.logLikelihood();
    posterior.parametersAt(place).forEach((value, j) => (values[j]![s] = value));
  }
  const { weights, shape, effectiveSize } = paretoSmoothedWeights(logRatios);
  const kept = resample(weights, options.draws ?? 1000, random.uniform());
  const summaries = values.map((draws) => summariseDraws(draws, weights, effectiveSize));
  return {
    kind: 'posterior',
    names,
    draws: values.map((draws) => kept.map((s) => draws[s]!)),
    logLikelihood: kept.map((s) => logLikelihoods[s]!),
    summary: Object.fromEntries(names.map((name, j) => [name, summaries[j]!])),
    smoothing,
    diagnostics: {
      method: 'Laplace',
      paretoShape: shape,
      effectiveSize,
      proposals,
      trusted: shape < TRUSTED_SHAPE && effectiveSize > 100,
    },
  };
}

/** A point of the t distribution around the mode and its log-density, but for a constant. */
function propose({ place, factor }: Mode, random: RandomStream): { place: Float64Array; logDensity: number } {
  const n = place.length;
  const stretch = Math.sqrt(DEGREES / 2 / random.gamma(DEGREES / 2));
  const z = Float64Array.from({ length: n }, () => stretch * random.normal());
  const point = place.slice();
  let square = 0;
  for (let i = 0; i < n; i++) {
    square += z[i]! * z[i]!;
    for (let j = 0; j <= i; j++) point[i]! += factor[i * n + j]! * z[j]!;
  }
  return { place: point, logDensity: -0.5 * (DEGREES + n) * Math.log1p(square / DEGREES) };
}

/** Systematic resampling: one random start, even steps through the sum of the weights. */
function resample(weights: Float64Array, draws: number, start: number): Float64Array {
  const kept = new Float64Array(draws);
  let sum = weights[0]!;
  let s = 0;
  for (let k = 0; k < draws; k++) {
    while (sum < (k + start) / draws && s < weights.length - 1) sum += weights[++s]!;
    kept[k] = s;
  }
  return kept;
}
