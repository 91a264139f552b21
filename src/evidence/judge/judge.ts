import type { Judgement, JudgeContext } from './context.ts';
import { findDirectionUnknown } from './findDirectionUnknown.ts';
import { judgeOtherwise } from './judgeOtherwise.ts';
import { nameCounts } from './nameCounts.ts';
import { judgeForm } from './judgeForm.ts';

/** Plan and panel → verdicts of one claim, by the kind of its test. Pure: the same input gives the same bytes. */
export function judge(context: JudgeContext): Judgement {
  const asserted = context.claim.restrictions.flatMap((one) => (one.kind === 'asserts' ? one.parts : []));
  const unknown = findDirectionUnknown(context);
  const judged = unknown ?? judgeOtherwise(context, judgeForm);
  return nameCounts(keepAsserted(judged, asserted), context);
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
