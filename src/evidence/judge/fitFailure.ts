import type { FailedFit } from '../../model/index.ts';
import type { Part, Verdict } from '../verdict.ts';

/** The verdict where nothing could be fitted: too few events where that is why, else not testable. It never decides. */
export function fitFailure(part: Part, fit: FailedFit, sentence: string, events: Verdict['events']): Verdict {
  const few =
    fit.reason === 'no events' || fit.reason === 'too few steps' || fit.reason === 'nothing recorded';
  return {
    part,
    finding: few ? 'too few events' : 'not testable',
    reason: fit.reason,
    sentence,
    effect: null,
    power: null,
    events,
    guards: [],
  };
}
