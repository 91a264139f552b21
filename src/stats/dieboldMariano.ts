import { regularisedBeta } from './incompleteBeta.ts';

export interface DieboldMariano {
  readonly mean: number;
  /** Standard error of the mean with autocorrelation up to the lag (Bartlett weights). */
  readonly standardError: number;
  /** With the correction for short series; Student's t with n − 1 degrees of freedom. */
  readonly statistic: number;
  readonly pValue: number;
}

/**
 * Whether two forecasts are equally good: the mean of their score differences, in order of time, against its standard error.
 * `overlap` is how many following differences share days with one, so that they go together. Null where fewer than 8
 * differences are given or all are equal. Sources: dieboldMariano1995, harveyLeybourneNewbold1997.
 */
export function dieboldMariano(differences: ArrayLike<number>, overlap: number): DieboldMariano | null {
  const n = differences.length;
  if (n < 8) return null;
  const values = Float64Array.from(differences);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const lags = Math.min(Math.max(0, Math.floor(overlap)), n - 1);
  let variance = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += (values[t]! - mean) * (values[t - lag]! - mean);
    variance += ((lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * sum) / n;
  }
  if (!(variance > 0)) return null;
  const standardError = Math.sqrt(variance / n);
  const horizon = lags + 1;
  const correction = Math.sqrt(Math.max(1, n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n);
  const statistic = (correction * mean) / standardError;
  const freedom = n - 1;
  const pValue = regularisedBeta(freedom / (freedom + statistic * statistic), freedom / 2, 0.5);
  return { mean, standardError, statistic, pValue };
}
