import type { Untestability } from '../../model/index.ts';
import type { Part, Verdict } from '../verdict.ts';

/** The verdict `not testable` with its machine reason and the sentence that explains it. */
export function untestableVerdict(part: Part, obstacle: Untestability): Verdict {
  return {
    part,
    finding: 'not testable',
    reason: obstacle.reason,
    sentence: obstacle.detail,
    effect: null,
    power: null,
    events: { trigger: null, response: null },
    guards: [],
  };
}
