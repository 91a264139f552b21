import {
  LOWEST,
  POWERS,
  ROOTS,
  SAFE,
  STEPS,
  STEP_HIGH,
  STEP_LOW,
  STEPS_PER_UNIT,
} from './quickExponential.ts';

/**
 * exp of every value in place, the same as one by one. Written out once more, since a call a value, which engines do not
 * always put in place, would cost as much as the exponential.
 */
export function quickExponentials(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (!(x > -SAFE && x < SAFE)) {
      values[i] = Math.exp(x);
      continue;
    }
    const k = Math.floor(x * STEPS_PER_UNIT + 0.5);
    const rest = x - k * STEP_HIGH - k * STEP_LOW;
    const series = 1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24 + rest / 120))));
    values[i] = ROOTS[k & (STEPS - 1)]! * POWERS[(k >> 6) - LOWEST]! * series;
  }
}
