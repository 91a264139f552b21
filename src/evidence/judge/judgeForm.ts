import type { Judgement, JudgeContext } from './context.ts';
import { judgeChange } from './judgeChange.ts';
import { judgeCoMovement } from './judgeCoMovement.ts';
import { judgeControl } from './judgeControl.ts';
import { judgeDoers } from './judgeDoers.ts';
import { judgeEach } from './judgeEach.ts';
import { judgeEvent } from './judgeEvent.ts';
import { judgeExchanges } from './judgeExchanges.ts';
import { judgeExpects } from './judgeExpects.ts';
import { judgeExtreme } from './judgeExtreme.ts';
import { judgeMutual } from './judgeMutual.ts';
import { judgeNested } from './judgeNested.ts';
import { judgeOnlyAfter } from './judgeOnlyAfter.ts';
import { judgeOnlyDuring } from './judgeOnlyDuring.ts';
import { judgePart } from './judgePart.ts';
import { judgeSameDay } from './judgeSameDay.ts';
import { judgeShift } from './judgeShift.ts';
import { judgeStrength } from './judgeStrength.ts';
import { judgeTotal } from './judgeTotal.ts';
import { judgeTruce } from './judgeTruce.ts';
import { untestableVerdict } from './untestableVerdict.ts';

/** The test of a claim as its kind is judged, without what holds for claims of every kind. */
export function judgeForm(context: JudgeContext): Judgement {
  const { test } = context.claimPlan;
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
      return judgeDoers(test, context);
    case 'shift':
      return test.nested === null
        ? judgeShift(test, context)
        : judgeNested({ ...test, nested: test.nested }, context);
    case 'each':
      return judgeEach(test, context, judgeForm);
    case 'mutual':
      return judgeMutual(test, context);
    case 'change':
      return judgeChange(test, context);
    case 'truce':
      return judgeTruce(test, context);
    case 'event':
      return judgeEvent(test, context);
    case 'total':
      return judgeTotal(test, context);
    case 'untestable': {
      const part = test.of === 'cause' ? 'cause' : 'intent';
      const detail = `An event record shows what was done and when, not ${WHY[test.of]}; this claim is kept and attributed, never judged.`;
      return { parts: [untestableVerdict(part, { reason: test.of, detail })], figures: null, tests: [] };
    }
    case 'sameDay':
      return judgeSameDay(test, context);
    case 'onlyDuring':
      return judgeOnlyDuring(test, context);
    case 'onlyAfter':
      return judgeOnlyAfter(test, context);
    case 'extreme':
      return judgeExtreme(test, context);
    case 'share':
      return judgePart(test, context);
    case 'control':
      return judgeControl(test, context);
    case 'exchanges':
      return judgeExchanges(test, context);
    case 'expects':
      return judgeExpects(test, context);
    case 'coMovement':
      return judgeCoMovement(test, context);
    case 'strength':
      return judgeStrength(test, context, judgeForm);
  }
}

const WHY = {
  intent: 'why: aims and wishes leave no event',
  cause: 'what would have happened otherwise',
  capability: 'what somebody could do but did not',
} as const;
