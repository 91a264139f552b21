export type Multiplicity = 'holm' | 'hochberg' | 'bonferroni' | 'benjamini-hochberg' | 'benjamini-yekutieli';

/**
 * p-values that allow for the number of tests, in the order given. Holm, Hochberg and Bonferroni bound the chance of any
 * false finding; Benjamini–Hochberg and (under any dependence) Benjamini–Yekutieli bound the expected share of them.
 * Sources: holm1979, hochberg1988, benjaminiHochberg1995, benjaminiYekutieli2001.
 */
export function adjustPValues(pValues: readonly number[], method: Multiplicity): number[] {
  const n = pValues.length;
  if (method === 'bonferroni') return pValues.map((p) => Math.min(1, n * p));
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const harmonic = pValues.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  const multiplier = (rank: number): number => {
    if (method === 'holm' || method === 'hochberg') return n - rank;
    return (n / (rank + 1)) * (method === 'benjamini-yekutieli' ? harmonic : 1);
  };
  const adjusted = new Array<number>(n).fill(1);
  // Holm steps down from the smallest and never falls; the others step up from the largest and never rise.
  const stepDown = method === 'holm';
  let running = stepDown ? 0 : 1;
  for (let step = 0; step < n; step++) {
    const rank = stepDown ? step : n - 1 - step;
    const index = order[rank] ?? 0;
    const value = multiplier(rank) * (pValues[index] ?? 1);
    running = stepDown ? Math.max(running, Math.min(1, value)) : Math.min(running, value);
    adjusted[index] = Math.min(1, running);
  }
  return adjusted;
}
