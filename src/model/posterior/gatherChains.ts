import { chainDiagnostics } from '../../stats/index.ts';
import type { StreamDesign } from '../design.ts';
import type { LogPosterior } from './logPosterior.ts';
import type { NutsOptions } from './nutsChain.ts';
import type { FailedPosterior, NutsDiagnostics, Posterior } from './posterior.ts';
import { preparePosterior, type Prepared } from './preparePosterior.ts';
import type { Chain } from './sampleChain.ts';
import { summariseDraws } from './summariseDraws.ts';

/** Chains of `nutsChain`, in their order, as the posterior that `nutsPosterior` gives. */
export function gatherChains(
  design: StreamDesign,
  options: NutsOptions,
  chains: readonly Chain[],
): Posterior | FailedPosterior {
  const prepared = preparePosterior(design, options);
  return prepared.kind === 'failed' ? prepared : joinChains(prepared, chains);
}

/** The same for a posterior that is prepared already. */
export function joinChains({ posterior, smoothing }: Prepared, chains: readonly Chain[]): Posterior {
  const { names } = posterior;
  const byChain = chains.map((chain) => parameterDraws(posterior, chain));
  const draws = names.map((_, j) => concatenate(byChain.map((one) => one[j]!)));
  const each = names.map((_, j) => chainDiagnostics(byChain.map((one) => one[j]!)));
  const even = new Float64Array(draws[0]?.length ?? 0).fill(1 / (draws[0]?.length ?? 1));
  const byName = <T>(value: (j: number) => T) =>
    Object.fromEntries(names.map((name, j) => [name, value(j)])) as Record<string, T>;
  return {
    kind: 'posterior',
    names,
    draws,
    logLikelihood: concatenate(chains.map(({ logLikelihood }) => logLikelihood)),
    summary: byName((j) => summariseDraws(draws[j]!, even, each[j]!.bulkSize)),
    smoothing,
    diagnostics: diagnose(
      chains,
      byName((j) => each[j]!),
    ),
  };
}

function diagnose(
  chains: readonly Chain[],
  each: Readonly<Record<string, ReturnType<typeof chainDiagnostics>>>,
): NutsDiagnostics {
  const total = (value: (chain: Chain) => number) => chains.reduce((sum, chain) => sum + value(chain), 0);
  const pick = (key: 'rHat' | 'bulkSize' | 'tailSize') =>
    Object.fromEntries(Object.entries(each).map(([name, one]) => [name, one[key]]));
  const divergences = total((chain) => chain.divergences);
  return {
    method: 'NUTS',
    chains: chains.length,
    rHat: pick('rHat'),
    bulkSize: pick('bulkSize'),
    tailSize: pick('tailSize'),
    divergences,
    deepestTrees: total((chain) => chain.deepestTrees),
    stepSizes: chains.map(({ stepSize }) => stepSize),
    meanLeapfrogs:
      total((chain) => chain.leapfrogs) /
      Math.max(
        1,
        total((chain) => chain.places.length),
      ),
    trusted:
      divergences === 0 &&
      Object.values(each).every(
        ({ rHat, bulkSize, tailSize }) => rHat < 1.01 && bulkSize > 400 && tailSize > 400,
      ),
  };
}

function parameterDraws(posterior: LogPosterior, { places }: Chain): Float64Array[] {
  const rows = places.map((place) => posterior.parametersAt(place));
  return posterior.names.map((_, j) => Float64Array.from(rows, (row) => row[j]!));
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
