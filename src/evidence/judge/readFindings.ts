import type { CountPanel } from '../../model/index.ts';
import type { Finding, Guard } from '../verdict.ts';
import type { JudgeContext } from './context.ts';

/** A finding without its readings. */
export interface PlainDecision {
  readonly finding: Finding;
  readonly reason: string | null;
  /** The numbers behind it, in a few words. */
  readonly because: string;
}

/**
 * The same decision on every other defensible reading of the record. Where one of them finds otherwise, the finding
 * turns on a choice and is `disputed`. A finding that says nothing anyway (too few, not testable) is left as it is.
 */
export function readFindings(
  context: JudgeContext,
  own: PlainDecision,
  decide: (panel: CountPanel) => PlainDecision,
): { readonly decision: PlainDecision; readonly guard: Guard } {
  const readings = context.readings.map(({ name, about, panel }) => ({ name, about, ...decide(panel) }));
  const turned = readings.filter(({ finding }) => finding !== own.finding);
  const guard: Guard = {
    name: 'readings',
    passed: readings.length === 0 ? null : turned.length === 0,
    value: readings.length - turned.length,
    detail:
      readings.length === 0
        ? 'no other reading changes the counts'
        : readings.map(({ name, finding, because }) => `${name}: ${finding} (${because})`).join('; '),
    tried: readings.map(({ name, about, finding }) => ({
      name,
      about,
      estimate: null,
      finding,
      turned: finding !== own.finding,
    })),
  };
  const says = own.finding === 'supported' || own.finding === 'contradicted';
  const [first] = turned;
  if (!says || !first) return { decision: own, guard };
  const because = `${own.because}; but counting "${first.name}" it is ${first.finding} (${first.because})`;
  return { decision: { finding: 'disputed', reason: 'readings', because }, guard };
}
