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
const LAST_STEP = 1e-4;

export interface ModeWork {
  /** Q of the prior. */
  readonly precision: BandedMatrix;
  readonly factor: BandedMatrix;
  readonly slope: Float64Array;
  /** W and H at the mode found. */
  readonly expected: Float64Array;
  readonly observed: Float64Array;
  readonly step: Float64Array;
  readonly trial: Float64Array;
  readonly direction: Float64Array;
  /** Newton steps of all searches so far. */
  steps: number;
}

export function modeWork(n: number): ModeWork {
  const row = (): Float64Array => new Float64Array(n);
  return {
    precision: makeBanded(n),
    factor: makeBanded(n),
    slope: row(),
    expected: row(),
    observed: row(),
    step: row(),
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
  const { slope, step, trial, direction, factor, precision } = work;
  let value = slopesAt(streams, prior, z, work);
  if (!Number.isFinite(value)) {
    z.fill(0);
    value = slopesAt(streams, prior, z, work);
    if (!Number.isFinite(value)) return null;
  }
  for (let round = 0; round < MOST_STEPS; round++) {
    work.steps++;
    const convex = factorBanded(precision, work.observed, factor) !== null;
    const falling = !convex && fallingDirection(factor, direction);
    if (!convex && factorBanded(precision, work.expected, factor) === null) return null;
    step.set(slope);
    solveBanded(factor, step);
    const largest = largestOf(step);
    if (largest < NEAR_MODE) {
      if (!convex) {
        const higher = falling ? leaveSaddle(streams, prior, z, work, value) : null;
        if (higher === null) return null;
        value = higher;
        continue;
      }
      // So close that a whole step cannot overshoot.
      for (let t = 0; t < z.length; t++) z[t] = z[t]! + step[t]!;
      value = slopesAt(streams, prior, z, work);
      if (largest < LAST_STEP) return Number.isFinite(value) ? value : null;
      continue;
    }
    let length = Math.min(1, LONGEST_STEP / largest);
    for (let halving = 0; ; halving++) {
      for (let t = 0; t < z.length; t++) trial[t] = z[t]! + length * step[t]!;
      const height = slopesAt(streams, prior, trial, work);
      if (height >= value - 1e-12 * Math.abs(value)) {
        value = height;
        break;
      }
      if (halving === MOST_HALVINGS) return null;
      length /= 2;
    }
    z.set(trial);
  }
  return null;
}

/** Moves z along the falling direction, uphill where that has a side; the new height, or null when neither side is higher. */
function leaveSaddle(
  streams: readonly SmoothStream[],
  prior: SmoothPrior,
  z: Float64Array,
  work: ModeWork,
  value: number,
): number | null {
  const { direction, slope, trial } = work;
  let along = 0;
  for (let t = 0; t < z.length; t++) along += slope[t]! * direction[t]!;
  for (let length = 0.5 / largestOf(direction); length > 1e-6; length /= 4) {
    for (const side of along < 0 ? [-length, length] : [length, -length]) {
      for (let t = 0; t < z.length; t++) trial[t] = z[t]! + side * direction[t]!;
      const height = slopesAt(streams, prior, trial, work);
      if (height > value) {
        z.set(trial);
        return height;
      }
    }
  }
  return null;
}

function largestOf(step: Float64Array): number {
  let largest = 0;
  for (let t = 0; t < step.length; t++) {
    const size = Math.abs(step[t]!);
    if (size > largest) largest = size;
  }
  return largest;
}

/** Height at z; fills slope (of the height), W and H. */
function slopesAt(
  streams: readonly SmoothStream[],
  prior: SmoothPrior,
  z: Float64Array,
  work: ModeWork,
): number {
  const { slope, expected, observed } = work;
  let height = -0.5 * priorQuadratic(prior, z, slope);
  for (let t = 0; t < z.length; t++) slope[t] = -slope[t]!;
  expected.fill(0);
  observed.fill(0);
  for (const one of streams) height += one.addSlopes(z, slope, expected, observed);
  return height;
}
