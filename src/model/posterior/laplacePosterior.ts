import {
  choleskyFactor,
  paretoSmoothedWeights,
  randomStream,
  type RandomStream,
  type SmoothedWeights,
} from '../../stats/index.ts';
import type { StreamDesign } from '../design.ts';
import type { Mode } from './findMode.ts';
import type { LogPosterior } from './logPosterior.ts';
import type { FailedPosterior, Posterior, PosteriorOptions } from './posterior.ts';
import { preparePosterior, type Prepared } from './preparePosterior.ts';
import { summariseDraws } from './summariseDraws.ts';

export interface LaplaceOptions extends PosteriorOptions {
  /** Points tried; default 4,000. */
  readonly proposals?: number;
  /** Draws kept by resampling; default 1,000. */
  readonly draws?: number;
  /** What `preparePosterior` gave for the same design, priors and smoothing; made anew where left out. */
  readonly prepared?: Prepared;
}

/** Tails as heavy as Student's t with this many degrees of freedom: heavier than the posterior's, so that no weight explodes. */
const DEGREES = 8;
const TRUSTED_SHAPE = 0.7;

/**
 * Posterior by Laplace's approximation corrected: points from a Student t around the mode, weighed by density over
 * proposal with Pareto smoothing, and resampled; where k-hat is too large, once more around the weighted mean. k-hat and effective size say how good the approximation was. The same
 * seed and purpose give the same draws. Sources: vehtari2024, tierneyKadane1986.
 */
export function laplacePosterior(design: StreamDesign, options: LaplaceOptions): Posterior | FailedPosterior {
  const prepared = options.prepared ?? preparePosterior(design, options);
  if (prepared.kind === 'failed') return prepared;
  const { posterior, mode, smoothing } = prepared;
  const { names } = posterior;
  const proposals = options.proposals ?? 4000;
  const random = randomStream(options.seed, `Laplace posterior ${options.purpose ?? ''}`);
  let sample = drawAround(posterior, mode, proposals, random);
  if (!(sample.shape < TRUSTED_SHAPE)) {
    // A posterior that leans to one side: once more around its mean, which the first round has found.
    const again = drawAround(posterior, recentre(mode, sample), proposals, random);
    if (!(sample.shape < again.shape)) sample = again;
  }
  const { places, logLikelihoods, weights, shape, effectiveSize } = sample;
  const parameters = places.map((place) => posterior.parametersAt(place));
  const values = names.map((_, j) => Float64Array.from(parameters, (row) => row[j]!));
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

interface Sample extends SmoothedWeights {
  readonly places: readonly Float64Array[];
  readonly logLikelihoods: Float64Array;
}

function drawAround(posterior: LogPosterior, mode: Mode, proposals: number, random: RandomStream): Sample {
  const places: Float64Array[] = [];
  const logLikelihoods = new Float64Array(proposals);
  const logRatios = new Float64Array(proposals);
  for (let s = 0; s < proposals; s++) {
    const { place, logDensity } = propose(mode, random);
    logRatios[s] = posterior.evaluate(place, null) - logDensity;
    logLikelihoods[s] = posterior.logLikelihood();
    places.push(place);
  }
  return { places, logLikelihoods, ...paretoSmoothedWeights(logRatios) };
}

/** Mean and a slightly widened covariance of a weighted sample; the old place where that cannot be factored. */
function recentre(mode: Mode, { places, weights }: Sample): Mode {
  const n = mode.place.length;
  const place = new Float64Array(n);
  places.forEach((at, s) => at.forEach((value, i) => (place[i]! += weights[s]! * value)));
  const factor = new Float64Array(n * n);
  places.forEach((at, s) => {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++)
        factor[i * n + j]! += 1.2 * weights[s]! * (at[i]! - place[i]!) * (at[j]! - place[j]!);
    }
  });
  return choleskyFactor(factor, n) >= 0 ? mode : { ...mode, place, factor };
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
