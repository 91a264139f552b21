/** What the likelihood needs of delays that are fitted: their answers, slopes and bends at the parameters of theta. */
import { findDelayFamily, fromWorkingScale, slopeOfWorkingScale, type DelayChoice } from './delays/index.ts';
import type { PackedDelay } from './packDelays.ts';
import type { PackedDesign } from './packDesign.ts';

/** The delay at theta, with its parameters on their own scale. */
export function delayAt(delay: PackedDelay, theta: ArrayLike<number>): DelayChoice {
  const parameters = [...delay.start.parameters];
  for (const { place, column, scale } of delay.parameters) {
    parameters[place] = fromWorkingScale(scale, theta[column]!);
  }
  return { ...delay.start, parameters };
}

/** Renews the columns x of rules with estimated delays; false where such a delay has no mass on its lags. */
export function fillAnswers(packed: PackedDesign, theta: Float64Array): boolean {
  for (const delay of packed.delays) {
    const weights = weigh(delayAt(delay, theta));
    if (!weights) return false;
    spread(delay, weights.values, packed.columns[delay.rule]!);
  }
  return true;
}

/** Renews the columns rho dx/dkappa. */
export function fillSlopes(packed: PackedDesign, theta: Float64Array): void {
  for (const delay of packed.delays) {
    const rho = theta[delay.rule]!;
    slopes(delay, theta).forEach((slope, index) => {
      const column = packed.columns[delay.parameters[index]!.column]!;
      spread(
        delay,
        slope.map((value) => rho * value),
        column,
      );
    });
  }
}

/** Writes the gradient by the parameters of estimated delays, rho Σ_d dg/dkappa Σ a h triggers, without their columns; `pulls` is a h. */
export function slopeOfDelays(
  packed: PackedDesign,
  theta: Float64Array,
  pulls: Float64Array,
  gradient: Float64Array,
): void {
  for (const delay of packed.delays) {
    const pull = gather(delay, pulls);
    slopes(delay, theta).forEach((slope, index) => {
      let sum = 0;
      for (let d = 0; d < pull.length; d++) sum += pull[d]! * slope[d]!;
      gradient[delay.parameters[index]!.column] = theta[delay.rule]! * sum;
    });
  }
}

/**
 * Adds to the observed curvature what the columns cannot carry: −a h d²(rho x) by rho and kappa, and by two kappas of
 * one rule. A rule without answers has no delay: its parameters get a row of their own, so that nothing is singular.
 * Below the diagonal only.
 */
export function bendDelays(
  packed: PackedDesign,
  theta: Float64Array,
  expected: boolean,
  pulls: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const width = theta.length;
  for (const delay of packed.delays) {
    const rho = theta[delay.rule]!;
    if (rho === 0) {
      for (const { column } of delay.parameters) curvature[column * width + column] = 1;
      continue;
    }
    if (expected) continue;
    const pull = gather(delay, pulls);
    delay.parameters.forEach(({ column }, index) => {
      curvature[column * width + delay.rule]! -= gradient[column]! / rho;
      const h = 1e-4;
      const above = slopes(delay, moved(theta, column, h));
      const below = slopes(delay, moved(theta, column, -h));
      for (let other = 0; other <= index; other++) {
        let sum = 0;
        for (let d = 0; d < pull.length; d++) sum += pull[d]! * (above[other]![d]! - below[other]![d]!);
        curvature[column * width + delay.parameters[other]!.column]! -= (rho * sum) / (2 * h);
      }
    });
  }
}

function moved(theta: Float64Array, column: number, by: number): Float64Array {
  const point = theta.slice();
  point[column]! += by;
  return point;
}

interface Weights {
  readonly values: Float64Array;
  readonly sum: number;
}

function weigh({ family, parameters, from, to }: DelayChoice): Weights | null {
  const values = new Float64Array(to - from + 1);
  findDelayFamily(family).fill(parameters, from, values, null);
  const sum = values.reduce((all, value) => all + value, 0);
  if (!(sum > 0 && sum < Infinity)) return null;
  for (let d = 0; d < values.length; d++) values[d]! /= sum;
  return { values, sum };
}

/** dg/dkappa of each estimated parameter: (w' − g Σ w') / Σ w, times d parameter / d kappa; zero without mass. */
function slopes(delay: PackedDelay, theta: Float64Array): Float64Array[] {
  const choice = delayAt(delay, theta);
  const length = choice.to - choice.from + 1;
  const weights = weigh(choice);
  if (!weights) return delay.parameters.map(() => new Float64Array(length));
  const derivatives = choice.parameters.map(() => new Float64Array(length));
  findDelayFamily(choice.family).fill(choice.parameters, choice.from, new Float64Array(length), derivatives);
  return delay.parameters.map(({ place, column, scale }) => {
    const derivative = derivatives[place]!;
    const change = derivative.reduce((all, value) => all + value, 0);
    const factor = slopeOfWorkingScale(scale, theta[column]!) / weights.sum;
    return derivative.map((value, d) => factor * (value - weights.values[d]! * change));
  });
}

/** column = Σ_d values(d) · triggers d steps before. */
function spread({ at, amounts }: PackedDelay, values: Float64Array, column: Float64Array): void {
  column.fill(0);
  for (let d = 0; d < values.length; d++) {
    const places = at[d]!;
    const triggers = amounts[d]!;
    const value = values[d]!;
    for (let k = 0; k < places.length; k++) column[places[k]!]! += triggers[k]! * value;
  }
}

/** Σ over steps of `column` times the triggers d steps before, for every lag. */
function gather({ at, amounts }: PackedDelay, column: Float64Array): Float64Array {
  return Float64Array.from(at, (places, d) => {
    const triggers = amounts[d]!;
    let sum = 0;
    for (let k = 0; k < places.length; k++) sum += triggers[k]! * column[places[k]!]!;
    return sum;
  });
}
