import { factor, factorLight, fallingDirection, solve } from './banded';
import { lightSlopes } from './light';
import { sumOf } from './numbers';
import { priorQuadratic } from './prior';
import { slopesAt } from './smooth';

/** Newton steps before the search is given up; ordinary searches take two to six. */
const MOST_STEPS: i32 = 60;
const MOST_HALVINGS: i32 = 30;
/** Largest change of the wave in one step; below which steps are taken whole; and after which none is needed. */
const LONGEST_STEP: f64 = 1.5;
const NEAR_MODE: f64 = 0.05;
const LAST_STEP: f64 = 3e-3;
/** By so much a height in single precision may be wrong, of it and besides. */
const ROUGH: f64 = 1e-7;
const ROUGHLY: f64 = 1e-4;

/** Where everything of a search lies; set by `findMode`. */
let pairs: i32 = 0;
let streams: i32 = 0;
let records: usize = 0;
let prior: usize = 0;
let slope: usize = 0;
let expected: usize = 0;
let observed: usize = 0;
let light: usize = 0;
let rows: usize = 0;
/** The step to be taken; where the first half of the next one is written while this one may still be shortened. */
let step: usize = 0;
let next: usize = 0;
/** Whether the search is in double precision, and whether Q + H was positive definite at the last place. */
let precise: bool = false;
let convex: bool = false;
let taken: i32 = 0;

/**
 * Newton search for the most likely wave; moves z there, leaves the slope, W and H of that place, and returns its height up to
 * terms of the counts alone, NaN where it is not finite or no mode was reached within the steps allowed. Near the mode the
 * observed information Q + H makes whole steps safe; where it is indefinite the expected one is taken, with halving, and at a
 * saddle (two modes about to merge: fast waves, sparse counts) the falling direction, since expected information would creep
 * away from it for ever. Single precision shows the way; where it shows none, and at the end, double. Source:
 * nocedalWright2006 (section 3.4).
 */
export function findMode(
  ofPairs: i32,
  ofStreams: i32,
  ofRecords: usize,
  ofPrior: usize,
  z: usize,
  trial: usize,
  ofSlope: usize,
  ofExpected: usize,
  ofObserved: usize,
  ofRows: usize,
  ofStep: usize,
  ofNext: usize,
  direction: usize,
  ofLight: usize,
): f64 {
  pairs = ofPairs;
  streams = ofStreams;
  records = ofRecords;
  prior = ofPrior;
  slope = ofSlope;
  expected = ofExpected;
  observed = ofObserved;
  rows = ofRows;
  step = ofStep;
  next = ofNext;
  light = ofLight;
  precise = false;
  taken = 0;
  const height = search(z, trial, direction);
  if (isFinite(height)) return height;
  precise = true;
  return search(z, trial, direction);
}

/** Newton steps of the last search. */
export function modeSteps(): i32 {
  return taken;
}

function search(z: usize, trial: usize, direction: usize): f64 {
  const asked = precise;
  let value = look(z);
  if (!isFinite(value)) {
    precise = asked;
    memory.fill(z, 0, <usize>pairs << 4);
    value = look(z);
    if (!isFinite(value)) return NaN;
  }
  for (let count: i32 = 0; count < MOST_STEPS; count++) {
    taken++;
    turn();
    const falling = !convex && fallingDirection(pairs, rows, direction) === 1;
    if (!convex && isNaN(factor(pairs, expected, prior, rows, slope, step))) return NaN;
    const largest = solve(pairs, rows, step);
    if (largest < NEAR_MODE) {
      if (!convex) {
        if (!falling) return NaN;
        precise = true;
        value = leaveSaddle(z, trial, direction, value);
        if (isNaN(value)) return NaN;
        continue;
      }
      // So close that a whole step cannot overshoot.
      move(z, step, 1, z);
      if (largest < LAST_STEP) return slopesAt(pairs, streams, records, prior, z, slope, expected, observed);
      value = look(z);
      continue;
    }
    let length = min<f64>(1, LONGEST_STEP / largest);
    for (let halving: i32 = 0; ; halving++) {
      move(z, step, length, trial);
      const height = look(trial);
      const slack = precise ? 1e-12 * abs(value) : ROUGHLY + ROUGH * abs(value);
      if (height >= value - slack) {
        value = height;
        break;
      }
      if (halving === MOST_HALVINGS) return NaN;
      length /= 2;
    }
    memory.copy(z, trial, <usize>pairs << 4);
  }
  return NaN;
}

/**
 * Height of a place; leaves the factor of Q + H with the first half of the next step, and where Q + H is not positive definite
 * the slope, W and H in double precision.
 */
function look(place: usize): f64 {
  if (!precise) {
    const quadratic = priorQuadratic(pairs, prior, place, slope);
    const height = lightSlopes(pairs, streams, records, place, light) - 0.5 * quadratic;
    precise = !isFinite(height);
    convex = !precise && !isNaN(factorLight(pairs, light, prior, rows, slope, next));
    if (convex) return height;
  }
  const height = slopesAt(pairs, streams, records, prior, place, slope, expected, observed);
  convex = !isNaN(factor(pairs, observed, prior, rows, slope, next));
  return height;
}

/** The next step is the one to be taken. */
function turn(): void {
  const former = step;
  step = next;
  next = former;
}

/** Moves z along the falling direction, uphill where that has a side; the new height, NaN when neither side is higher. */
function leaveSaddle(z: usize, trial: usize, direction: usize, value: f64): f64 {
  let sum = f64x2.splat(0);
  let most = f64x2.splat(0);
  for (let at: usize = 0, end = <usize>pairs << 4; at < end; at += 16) {
    const by = v128.load(direction + at);
    sum = f64x2.add(sum, f64x2.mul(v128.load(slope + at), by));
    most = f64x2.pmax(most, f64x2.abs(by));
  }
  const largest = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  const uphill: f64 = sumOf(sum) < 0 ? -1 : 1;
  for (let length = 0.5 / largest; length > 1e-6; length /= 4) {
    for (let side = uphill; side !== -3 * uphill; side -= 2 * uphill) {
      move(z, direction, side * length, trial);
      const height = look(trial);
      if (height > value) {
        memory.copy(z, trial, <usize>pairs << 4);
        return height;
      }
    }
  }
  return NaN;
}

/** into = z + length·by. */
function move(z: usize, by: usize, length: f64, into: usize): void {
  const times = f64x2.splat(length);
  for (let at: usize = 0, end = <usize>pairs << 4; at < end; at += 16) {
    v128.store(into + at, f64x2.add(v128.load(z + at), f64x2.mul(times, v128.load(by + at))));
  }
}
