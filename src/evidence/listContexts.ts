import type { Theatre } from '../language/index.ts';
import type { Plan } from '../model/index.ts';
import type { Gathered } from './gatherEvidence.ts';
import type { JudgeContext } from './judge/context.ts';
import type { Examination } from './verdict.ts';

export interface ContextsInput {
  readonly theatre: Theatre;
  readonly plan: Plan;
  readonly gathered: Gathered;
  readonly records: Examination['records'];
  /** Published totals by the stream they speak of. */
  readonly totals: JudgeContext['totals'];
  readonly seed: number;
}

/** What the judge of each claim may look at, in the order of the file. */
export function listContexts({
  theatre,
  plan,
  gathered,
  records,
  totals,
  seed,
}: ContextsInput): JudgeContext[] {
  const thinned = records.some((record) =>
    record.totals.some(({ published, recorded }) => recorded < published),
  );
  const faults = theatre.records.flatMap((record) => record.faults ?? []);
  return plan.claims.map((claimPlan) => {
    const claim = theatre.claims.find(({ name }) => name === claimPlan.claim);
    if (!claim) throw new Error(`the plan has a claim ${claimPlan.claim} that the theatre lacks`);
    const answersOversampled = faults.find(({ answers }) => answers)?.text ?? null;
    return {
      ...gathered,
      claim,
      source: theatre.sources.find(({ name }) => name === claim.source) ?? null,
      claimPlan,
      plan,
      totals,
      thinned,
      answersOversampled,
      seed,
    };
  });
}
