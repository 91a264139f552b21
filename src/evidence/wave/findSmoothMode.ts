import { factorBanded, fallingDirection, makeBanded, solveBanded } from '../../stats/index.ts';
import type { BandedMatrix } from '../../stats/index.ts';
import { priorQuadratic } from './smoothPrior.ts';
import type { SmoothPrior } from './smoothPrior.ts';
import type { SmoothStream } from './smoothStream.ts';

/** Newton steps before the search is given up; ordinary searches take two to six. */
const MOST_STEPS = 60;
const MOST_HALVINGS = 30;
/** Largest change of the wave in one step; below which steps are taken whole; and after which none is needed. */
const LONGEST_STEP = 1.5;
const NEAR_MODE = 0.05;
const LAST_STEP = 2e-5;

export interface ModeWork {
  /** Q of the prior. */
  readonly precision: BandedMatrix;
  readonly factor: BandedMatrix;
  readonly slope: Float64Array;
  /** W and H at the mode found. */
  readonly expected: Float64Array;
  readonly observed: Float64Array;
  readonly product: Float64Array;
  readonly trial: Float64Array;
  readonly direction: Float64Array;
  /** Newton steps of all searches so far. */
  steps: number;
}

export function modeWork(n: number): ModeWork {
  const row = (): Float64Array => new Float64Array(n);
  return {
    precision: makeBanded(n, 2),
    factor: makeBanded(n, 2),
    slope: row(),
    expected: row(),
    observed: row(),
    product: row(),
    trial: row(),
    direction: row(),
    steps: 0,
  };
}

/**
 * Newton search for the most likely wave; moves z there, leaves W and H of that place in `work`, and returns
 * Σ ln f − z'Qz/2. Near the mode the observed information Q + H makes whole steps safe; where it is indefinite the
 * expected one is taken, with halving, and at a saddle (two modes about to merge: fast waves, sparse counts) the
 * falling direction, since expected information would creep away from it for ever. Null when not finite or when
 * no mode was reached within the steps allowed. Source: nocedalWright2006 (section 3.4).
 */
export function findSmoothMode(
  streams: readonly SmoothStream[],
  prior: SmoothPrior,
  z: Float64Array,
  work: ModeWork,
): number | null {
  const { slope, product, trial, direction, factor } = work;
  let value = slopesAt(streams, prior, z, work);
  if (!Number.isFinite(value)) {
    z.fill(0);
    value = slopesAt(streams, prior, z, work);
    if (!Number.isFinite(value)) return null;
  }
  for (let round = 0; round < MOST_STEPS; round++) {
    work.steps++;
    const convex = factorSum(work, work.observed) !== null;
    if (!convex) {
      const falling = fallingDirection(factor, direction);
      trial.set(slope);
      if (factorSum(work, work.expected) === null) return null;
      solveBanded(factor, slope);
      if (largestOf(slope) < NEAR_MODE) {
        if (!falling || !leaveSaddle(streams, prior, z, trial, work, value)) return null;
        value = slopesAt(streams, prior, z, work);
        continue;
      }
    } else solveBanded(factor, slope);
    const largest = largestOf(slope);
    if (convex && largest < NEAR_MODE) {
      // So close that a whole step cannot overshoot.
      for (let t = 0; t < z.length; t++) z[t] = z[t]! + slope[t]!;
      value = slopesAt(streams, prior, z, work);
      if (largest < LAST_STEP) return Number.isFinite(value) ? value : null;
      continue;
    }
    let length = Math.min(1, LONGEST_STEP / largest);
    for (let halving = 0; ; halving++) {
      for (let t = 0; t < z.length; t++) trial[t] = z[t]! + length * slope[t]!;
      if (heightAt(streams, prior, trial, product) >= value - 1e-12 * Math.abs(value)) break;
      if (halving === MOST_HALVINGS) return null;
      length /= 2;
    }
    z.set(trial);
    value = slopesAt(streams, prior, z, work);
  }
  return null;
}

/** Moves z along the falling direction, uphill of `slope` where that has a side; false when neither side is higher. */
function leaveSaddle(
  streams: readonly SmoothStream[],
  prior: SmoothPrior,
  z: Float64Array,
  slope: Float64Array,
  work: ModeWork,
  value: number,
): boolean {
  const { direction, product } = work;
  let along = 0;
  for (let t = 0; t < z.length; t++) along += slope[t]! * direction[t]!;
  const trial = slope;
  for (let length = 0.5 / largestOf(direction); length > 1e-6; length /= 4) {
    for (const side of along < 0 ? [-length, length] : [length, -length]) {
      for (let t = 0; t < z.length; t++) trial[t] = z[t]! + side * direction[t]!;
      if (heightAt(streams, prior, trial, product) > value) {
        z.set(trial);
        return true;
      }
    }
  }
  return false;
}

function largestOf(step: Float64Array): number {
  let largest = 0;
  for (let t = 0; t < step.length; t++) {
    const size = Math.abs(step[t]!);
    if (size > largest) largest = size;
  }
  return largest;
}

function heightAt(
  streams: readonly SmoothStream[],
  prior: SmoothPrior,
  z: Float64Array,
  product: Float64Array,
): number {
  let height = -0.5 * priorQuadratic(prior, z, product);
  for (const one of streams) height += one.logLikelihood(z);
  return height;
}

/** Height at z; fills slope (of the height), W and H. */
function slopesAt(
  streams: readonly SmoothStream[],
  prior: SmoothPrior,
  z: Float64Array,
  work: ModeWork,
): number {
  const { slope, expected, observed, product } = work;
  let height = -0.5 * priorQuadratic(prior, z, product);
  for (let t = 0; t < z.length; t++) slope[t] = -product[t]!;
  expected.fill(0);
  observed.fill(0);
  for (const one of streams) height += one.addSlopes(z, slope, expected, observed);
  return height;
}

/** Factors Q + diag into `factor`; the log determinant, or null when not positive definite. */
export function factorSum(work: ModeWork, diagonal: Float64Array): number | null {
  const { precision, factor } = work;
  factor.entries.set(precision.entries);
  for (let t = 0; t < diagonal.length; t++) factor.entries[3 * t] = factor.entries[3 * t]! + diagonal[t]!;
  return factorBanded(factor);
}
