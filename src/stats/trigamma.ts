const SERIES_FROM = 10;

/**
 * Trigamma function: derivative of the digamma function, for x > 0 (NaN otherwise).
 * ψ'(x) = 1/x + 1/(2x²) + Σ B_2k / x^(2k+1), shifted up by ψ'(x) = ψ'(x+1) + 1/x². Source: abramowitzStegun1964 6.4.12.
 */
export function trigamma(x: number): number {
  if (!(x > 0)) return NaN;
  let shifted = x;
  let below = 0;
  while (shifted < SERIES_FROM) {
    below += 1 / (shifted * shifted);
    shifted += 1;
  }
  const r = 1 / (shifted * shifted);
  const series =
    (r / shifted) *
    (1 / 6 -
      r *
        (1 / 30 -
          r * (1 / 42 - r * (1 / 30 - r * (5 / 66 - r * (691 / 2730 - r * (7 / 6 - (r * 3617) / 510)))))));
  return 1 / shifted + 0.5 * r + series + below;
}
