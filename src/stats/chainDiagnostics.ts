import { normalQuantile } from './normal.ts';

export interface ChainDiagnostics {
  /** Largest of the rank-normalised split R-hat of the draws and of their distance from the median; 1 where mixed. */
  readonly rHat: number;
  /** Independent draws that the mean is worth. */
  readonly bulkSize: number;
  /** The same for the 5 % and 95 % quantiles: the smaller. */
  readonly tailSize: number;
}

/**
 * Whether chains of one parameter (equal lengths, at least 8 draws) tell of one distribution. Values that do not vary
 * give NaN. Source: vehtari2021.
 */
export function chainDiagnostics(chains: readonly Float64Array[]): ChainDiagnostics {
  const halves = splitChains(chains);
  const all = Float64Array.from(halves.flatMap((half) => [...half])).sort();
  const at = (p: number) => all[Math.min(all.length - 1, Math.floor(p * all.length))]!;
  const median = at(0.5);
  const folded = halves.map((half) => half.map((value) => Math.abs(value - median)));
  const ranked = rankNormalise(halves);
  const below = (limit: number) => halves.map((half) => half.map((value) => (value <= limit ? 1 : 0)));
  return {
    rHat: Math.max(potentialReduction(ranked), potentialReduction(rankNormalise(folded))),
    bulkSize: effectiveSize(ranked),
    tailSize: Math.min(effectiveSize(below(at(0.05))), effectiveSize(below(at(0.95)))),
  };
}

function splitChains(chains: readonly Float64Array[]): Float64Array[] {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.slice(0, half), chain.slice(chain.length - half)];
  });
}

/** Normal scores of the ranks over all chains, Φ⁻¹((r − 3/8)/(S + 1/4)); equal values share their mean rank. */
function rankNormalise(chains: readonly Float64Array[]): Float64Array[] {
  const length = chains[0]?.length ?? 0;
  const values = Float64Array.from(chains.flatMap((chain) => [...chain]));
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  const scores = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    const score = normalQuantile(((first + last) / 2 + 1 - 0.375) / (values.length + 0.25));
    for (let k = first; k <= last; k++) scores[order[k]!] = score;
    first = last + 1;
  }
  return chains.map((_, m) => scores.slice(m * length, (m + 1) * length));
}

function moments(chain: Float64Array): { mean: number; variance: number } {
  const mean = chain.reduce((sum, value) => sum + value, 0) / chain.length;
  const variance = chain.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (chain.length - 1);
  return { mean, variance };
}

function variances(chains: readonly Float64Array[]): { within: number; total: number } {
  const each = chains.map(moments);
  const within = each.reduce((sum, { variance }) => sum + variance, 0) / each.length;
  const between = moments(Float64Array.from(each, ({ mean }) => mean)).variance;
  const n = chains[0]!.length;
  return { within, total: ((n - 1) / n) * within + between };
}

function potentialReduction(chains: readonly Float64Array[]): number {
  const { within, total } = variances(chains);
  return Math.sqrt(total / within);
}

/** Draws over the integrated autocorrelation, summed in pairs while these fall and stay positive. Source: geyer1992. */
function effectiveSize(chains: readonly Float64Array[]): number {
  const n = chains[0]!.length;
  const { within, total } = variances(chains);
  if (!(within > 0)) return NaN;
  const means = chains.map((chain) => moments(chain).mean);
  const correlation = (lag: number) => {
    let sum = 0;
    chains.forEach((chain, m) => {
      const mean = means[m]!;
      for (let t = lag; t < n; t++) sum += (chain[t]! - mean) * (chain[t - lag]! - mean);
    });
    return 1 - (within - sum / (chains.length * (n - 1))) / total;
  };
  let time = -1;
  let previous = Infinity;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = Math.min(previous, (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1));
    if (!(pair > 0)) break;
    time += 2 * pair;
    previous = pair;
  }
  const draws = n * chains.length;
  // Chains that swing may be worth more than their length; not without limit.
  return draws / Math.max(time, 1 / Math.log10(draws));
}
