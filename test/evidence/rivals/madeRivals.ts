import type { JudgeContext } from '../../../src/evidence/index.ts';
import type { ClaimTest, CountPanel, Plan } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair } from '../makePair.ts';

export const DAYS = 1096;

export const answer = (trigger: string, response: string, to = 14): ClaimTest => ({
  kind: 'answer',
  trigger,
  response,
  delay: { family: 'geometric', from: 1, to },
  share: null,
  nested: null,
});

/** Contexts of the claims named, all rivals of each other, over the streams s1, s2, … with these counts. */
export function makeRivals(
  counts: readonly Float64Array[],
  tests: Readonly<Record<string, ClaimTest>>,
  days?: Readonly<Record<string, { first: number; last: number }[]>>,
): JudgeContext[] {
  const [a, b] = counts;
  const base = makeContext(a!, b!, answer('s1', 's2'));
  const extra = counts.slice(2).map((_, index) => ({
    ...base.plan.streams[0]!,
    id: `s${index + 3}`,
    text: `Third ${index + 3}`,
  }));
  const streams = [...base.plan.streams, ...extra];
  const plan: Plan = { ...base.plan, streams, rivals: [Object.keys(tests)] };
  const panel: CountPanel = { ...base.panel, streams: streams.map(({ id }) => id), counts };
  return Object.entries(tests).map(([claim, test]) => ({
    ...base,
    plan,
    panel,
    claimPlan: { ...base.claimPlan, claim, test, days: days?.[claim] ?? base.claimPlan.days },
  }));
}

/** S2 answers S1 (strength `rho`); S3 knows nothing of either. */
export function threeStreams(seed: number, rho: number): Float64Array[] {
  const { a, b } = makePair(2 * seed, { days: DAYS, rhoAB: rho });
  return [a, b, makePair(2 * seed + 1, { days: DAYS }).a];
}
