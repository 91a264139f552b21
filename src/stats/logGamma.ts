/** Stirling's series is exact to double precision from here on; smaller arguments are shifted up by the recurrence. */
const SERIES_FROM = 10;
const HALF_LOG_TWO_PI = 0.91893853320467274178;

/**
 * Logarithm of the gamma function for x > 0.
 * lnΓ(x) = (x − ½) ln x − x + ½ ln 2π + Σ B_2k / (2k(2k−1) x^(2k−1)); infinite at 0, undefined (NaN) below.
 * Source: abramowitzStegun1964 6.1.40.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === Infinity) return Infinity;
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const series =
    (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingCorrection(shifted);
  return product === 1 ? series : series - Math.log(product);
}

/** Difference between lnΓ(x) and (x − ½) ln x − x + ½ ln 2π, for x ≥ 10. */
export function stirlingCorrection(x: number): number {
  const r = 1 / (x * x);
  return (
    (1 / 12 -
      r *
        (1 / 360 -
          r *
            (1 / 1260 -
              r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156 - (r * 3617) / 122400))))))) /
    x
  );
}
