import type { Judgement, JudgeContext } from './context.ts';
import { findDirectionUnknown } from './findDirectionUnknown.ts';
import { judgeAnswer } from './judgeAnswer.ts';
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
import { judgeOtherwise } from './judgeOtherwise.ts';
import { judgePart } from './judgePart.ts';
import { judgeSameDay } from './judgeSameDay.ts';
import { judgeShift } from './judgeShift.ts';
import { judgeStrength } from './judgeStrength.ts';
import { judgeTotal } from './judgeTotal.ts';
import { judgeTruce } from './judgeTruce.ts';
import { nameCounts } from './nameCounts.ts';
import { untestableVerdict } from './untestableVerdict.ts';

/** Plan and panel → verdicts of one claim, by the kind of its test. Pure: the same input gives the same bytes. */
export function judge(context: JudgeContext): Judgement {
  const asserted = context.claim.restrictions.flatMap((one) => (one.kind === 'asserts' ? one.parts : []));
  const unknown = findDirectionUnknown(context);
  const judged = unknown ?? judgeOtherwise(context, judgeForm(context), judgeForm);
  return nameCounts(keepAsserted(judged, asserted), context);
}

function judgeForm(context: JudgeContext): Judgement {
  const { test } = context.claimPlan;
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
      return test.nested === null
        ? judgeDoers(test, context, judgeAnswer(test, context), (other) => judgeAnswer(test, other))
        : judgeNested({ ...test, nested: test.nested }, context);
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

/** `asserts timing` says which parts the source asserts; the others are not held against it. */
function keepAsserted(judgement: Judgement, asserted: readonly string[]): Judgement {
  const kept = judgement.parts.flatMap(({ part }, index) => (asserted.includes(part) ? [index] : []));
  if (kept.length === 0) return judgement;
  const tests = judgement.tests
    .map((test) => ({
      ...test,
      parts: test.parts.flatMap((index) => (kept.includes(index) ? [kept.indexOf(index)] : [])),
    }))
    .filter(({ parts }) => parts.length > 0);
  return { ...judgement, tests, parts: judgement.parts.filter((_, index) => kept.includes(index)) };
}

const WHY = {
  intent: 'why: aims and wishes leave no event',
  cause: 'what would have happened otherwise',
  capability: 'what somebody could do but did not',
} as const;
