/** Levels of the hidden wave; odd, so that one level is calm. */
export const LEVELS = 11;

/** zeta_i = √(K−1) (2i/(K−1) − 1): mean 0 and variance 1 under the stationary law. Source: kopeckySuen2010. */
export function waveLevels(levels = LEVELS): Float64Array {
  const n = levels - 1;
  return Float64Array.from({ length: levels }, (_, i) => Math.sqrt(n) * ((2 * i) / n - 1));
}

/** pi_i = C(K−1, i) / 2^(K−1). */
export function stationaryLaw(levels = LEVELS): Float64Array {
  const law = new Float64Array(levels);
  let choose = 1;
  for (let i = 0; i < levels; i++) {
    law[i] = choose / 2 ** (levels - 1);
    choose = (choose * (levels - 1 - i)) / (i + 1);
  }
  return law;
}

/**
 * Transition of the wave in one step, row by row: Rouwenhorst's matrix with lag-1 correlation phi = exp(−1/tau).
 * It is the number of "ups" among K−1 independent switches that each stay with probability (1+phi)/2.
 * Writes into `into` (K × K). Source: kopeckySuen2010.
 */
export function rouwenhorst(tau: number, into: Float64Array, levels = LEVELS): void {
  const stay = (1 + Math.exp(-1 / tau)) / 2;
  const leave = -Math.expm1(-1 / tau) / 2;
  const n = levels - 1;
  const row = new Float64Array(levels);
  for (let i = 0; i <= n; i++) {
    // Coefficients of (stay + leave·x)^(n−i) (leave + stay·x)^i.
    row.fill(0);
    row[0] = 1;
    for (let k = 0; k < n; k++) {
      const down = k < n - i ? stay : leave;
      const up = k < n - i ? leave : stay;
      for (let j = k + 1; j > 0; j--) row[j] = row[j]! * down + row[j - 1]! * up;
      row[0] = row[0]! * down;
    }
    into.set(row, i * levels);
  }
}
