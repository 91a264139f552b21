export interface GeneralisedPareto {
  /** Above 0: a heavy tail with moments below 1/shape. */
  readonly shape: number;
  readonly scale: number;
}

/**
 * Generalised Pareto distribution of exceedances over 0 (sorted, rising): posterior mean over a grid of Zhang and
 * Stephens, the shape drawn towards 0.5 as if by ten more observations. NaN for fewer than five or equal values.
 * Sources: zhangStephens2009, vehtari2024.
 */
export function fitGeneralisedPareto(exceedances: Float64Array): GeneralisedPareto {
  const n = exceedances.length;
  const largest = exceedances[n - 1] ?? 0;
  const quartile = exceedances[Math.floor(n / 4 + 0.5) - 1] ?? 0;
  if (n < 5 || !(quartile > 0)) return { shape: NaN, scale: NaN };
  const grid = 30 + Math.floor(Math.sqrt(n));
  const theta = Float64Array.from(
    { length: grid },
    (_, j) => 1 / largest + (1 - Math.sqrt(grid / (j + 0.5))) / (3 * quartile),
  );
  const shapeAt = (b: number) => exceedances.reduce((sum, x) => sum + Math.log1p(-b * x), 0) / n;
  const profile = theta.map((b) => {
    const shape = shapeAt(b);
    return n * (Math.log(-b / shape) - shape - 1);
  });
  let weighted = 0;
  theta.forEach((b, j) => {
    const total = profile.reduce((sum, other) => sum + Math.exp(other - profile[j]!), 0);
    weighted += b / total;
  });
  const shape = shapeAt(weighted);
  return { shape: (n * shape + 5) / (n + 10), scale: -shape / weighted };
}
