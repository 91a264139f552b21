import { randomStream } from '../../stats/index.ts';
import { adaptScale, type Scale } from './adaptScale.ts';
import type { Mode } from './findMode.ts';
import type { LogPosterior } from './logPosterior.ts';
import { nutsTransition, type Point } from './nutsTransition.ts';

export interface ChainOptions {
  readonly seed: number;
  readonly purpose: string;
  /** Draws thrown away while step size and scale are tuned. */
  readonly warmUp: number;
  readonly draws: number;
  /** Acceptance that the step size is tuned to; nearer 1 takes smaller steps. */
  readonly acceptance: number;
  readonly deepestTree: number;
}

export interface Chain {
  /** places[s]: draw s on the whole line. */
  readonly places: readonly Float64Array[];
  readonly logLikelihood: Float64Array;
  readonly divergences: number;
  readonly deepestTrees: number;
  readonly stepSize: number;
  readonly leapfrogs: number;
}

/** Shares of the warm-up after which the scale is renewed; before the first and after the last only steps are tuned. */
const RENEWALS = [0.3, 0.5, 0.85];

/**
 * One chain of the no-U-turn sampler: coordinates scaled by Laplace's approximation and then by the draws of the
 * warm-up, step size by dual averaging. It depends on (seed, purpose, chain) alone, so chains may run on any thread.
 * Sources: hoffmanGelman2014, betancourt2017.
 */
export function sampleChain(
  posterior: LogPosterior,
  mode: Mode,
  chain: number,
  options: ChainOptions,
): Chain {
  const random = randomStream(options.seed, `NUTS ${options.purpose}`, chain);
  const n = mode.place.length;
  let scale: Scale = { centre: mode.place, factor: mode.factor };
  let point = startPoint(posterior, scale, () => random.normal());
  let tuning = tuneStep(0.6, options.acceptance);
  let window: Float64Array[] = [];
  const renewals = RENEWALS.map((share) => Math.floor(share * options.warmUp));
  for (let draw = 1; draw <= options.warmUp; draw++) {
    const density = scaleDensity(posterior, scale);
    const moved = nutsTransition(density, point, tuning.trial(), random, options.deepestTree);
    tuning.learn(moved.acceptance);
    point = moved.point;
    if (draw > renewals[0]! / 2) window.push(unscale(scale, point.z));
    if (!renewals.includes(draw)) continue;
    const place = unscale(scale, point.z);
    scale = adaptScale(scale, window);
    point = pointAt(posterior, scale, place);
    tuning = tuneStep(tuning.settled(), options.acceptance);
    window = [];
  }
  const density = scaleDensity(posterior, scale);
  const stepSize = tuning.settled();
  const places: Float64Array[] = [];
  const logLikelihood = new Float64Array(options.draws);
  let [divergences, deepestTrees, leapfrogs] = [0, 0, 0];
  for (let draw = 0; draw < options.draws; draw++) {
    const moved = nutsTransition(density, point, stepSize, random, options.deepestTree);
    point = moved.point;
    divergences += Number(moved.divergent);
    deepestTrees += Number(moved.depth >= options.deepestTree);
    leapfrogs += moved.leapfrogs;
    const place = unscale(scale, point.z);
    posterior.evaluate(place, null);
    logLikelihood[draw] = posterior.logLikelihood();
    places.push(place.slice(0, n));
  }
  return { places, logLikelihood, divergences, deepestTrees, stepSize, leapfrogs };
}

/** A draw of the normal approximation: chains start apart, at places that the posterior can hold. */
function startPoint(posterior: LogPosterior, scale: Scale, normal: () => number): Point {
  for (let attempt = 0; attempt < 100; attempt++) {
    const point = pointAtScaled(
      posterior,
      scale,
      scale.centre.map(() => normal()),
    );
    if (Number.isFinite(point.height)) return point;
  }
  return pointAt(posterior, scale, scale.centre);
}

function pointAt(posterior: LogPosterior, scale: Scale, place: Float64Array): Point {
  const n = place.length;
  const z = place.map((value, i) => value - scale.centre[i]!);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) z[i]! -= scale.factor[i * n + j]! * z[j]!;
    z[i]! /= scale.factor[i * n + i]!;
  }
  return pointAtScaled(posterior, scale, z);
}

function pointAtScaled(posterior: LogPosterior, scale: Scale, z: Float64Array): Point {
  const gradient = new Float64Array(z.length);
  const height = scaleDensity(posterior, scale)(z, gradient);
  return { z, gradient, height };
}

/** u = centre + factor · z. */
function unscale({ centre, factor }: Scale, z: Float64Array): Float64Array {
  const n = z.length;
  const place = centre.slice();
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) place[i]! += factor[i * n + j]! * z[j]!;
  return place;
}

function scaleDensity(posterior: LogPosterior, scale: Scale) {
  const n = scale.centre.length;
  const slope = new Float64Array(n);
  return (z: Float64Array, gradient: Float64Array): number => {
    const height = posterior.evaluate(unscale(scale, z), slope);
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let i = j; i < n; i++) sum += scale.factor[i * n + j]! * slope[i]!;
      gradient[j] = sum;
    }
    return height;
  };
}

/** Dual averaging of ln step size towards the wanted acceptance. Source: hoffmanGelman2014 (algorithm 5). */
function tuneStep(start: number, wanted: number) {
  const anchor = Math.log(2 * start);
  let error = 0;
  let count = 0;
  let trial = Math.log(start);
  let average = Math.log(start);
  return {
    trial: () => Math.exp(trial),
    settled: () => Math.exp(average),
    learn(acceptance: number) {
      count++;
      const rate = 1 / (count + 10);
      error = (1 - rate) * error + rate * (wanted - acceptance);
      trial = anchor - (Math.sqrt(count) / 0.05) * error;
      const share = count ** -0.75;
      average = share * trial + (1 - share) * average;
    },
  };
}
