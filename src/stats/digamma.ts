const SERIES_FROM = 10;

/**
 * Digamma function: derivative of the logarithm of the gamma function, for x > 0 (NaN otherwise).
 * ψ(x) = ln x − 1/(2x) − Σ B_2k / (2k x^2k), shifted up by ψ(x) = ψ(x+1) − 1/x. Source: abramowitzStegun1964 6.3.18.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return NaN;
  let shifted = x;
  let below = 0;
  while (shifted < SERIES_FROM) {
    below += 1 / shifted;
    shifted += 1;
  }
  const r = 1 / (shifted * shifted);
  const series =
    r *
    (1 / 12 -
      r *
        (1 / 120 -
          r *
            (1 / 252 -
              r * (1 / 240 - r * (1 / 132 - r * (691 / 32760 - r * (1 / 12 - (r * 3617) / 8160)))))));
  return Math.log(shifted) - 0.5 / shifted - series - below;
}
