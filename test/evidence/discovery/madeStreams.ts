import { discoverRules, type DiscoveryOptions } from '../../../src/evidence/index.ts';
import type { ClaimPlan, CountPanel, Plan } from '../../../src/model/index.ts';
import { makePair, type MadePair } from '../makePair.ts';

export const DAYS = 1096;

/** A plan and panel of made streams S0, S1, …, all days recorded. */
export function planOf(
  counts: readonly Float64Array[],
  claims: readonly ClaimPlan[] = [],
): [Plan, CountPanel] {
  const steps = counts[0]?.length ?? 0;
  const streams = counts.map((_, index) => ({
    id: `s${index}`,
    text: `S${index}`,
    unit: { of: 'events' as const },
    selection: { id: `s${index}`, anyOf: [] },
    columns: null,
    untestable: null,
  }));
  const recorded = [{ first: 0, last: steps - 1 }];
  const plan: Plan = {
    first: 0,
    last: steps - 1,
    recorded,
    stepDays: 1,
    streams,
    claims,
    rivals: [],
    totals: [],
  };
  const panel: CountPanel = {
    first: 0,
    stepDays: 1,
    steps,
    streams: streams.map(({ id }) => id),
    counts,
    recorded: new Uint8Array(steps).fill(1),
    coverage: [],
  };
  return [plan, panel];
}

export function discover(
  counts: readonly Float64Array[],
  shared: readonly string[] = [],
  claims: readonly ClaimPlan[] = [],
  options?: DiscoveryOptions,
) {
  const found = discoverRules(...planOf(counts, claims), new Set(shared), options);
  if (found === null) throw new Error('the made record cannot be split');
  return found;
}

/** Two pairs that know nothing of each other; S1 answers S0 where the first pair has a rule. */
export function makeFour(seed: number, first: Partial<MadePair> = {}, second: Partial<MadePair> = {}) {
  const one = makePair(2 * seed, { days: DAYS, ...first });
  const other = makePair(2 * seed + 1, { days: DAYS, ...second });
  return [one.a, one.b, other.a, other.b];
}
