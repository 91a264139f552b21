import type { ClaimTest } from '../../model/index.ts';
import type { Judgement, JudgeContext } from './context.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { judgeNested } from './judgeNested.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' }>;

/** One rule on one reading of the record, with or without a condition on top. */
export function judgeRule(test: AnswerTest, context: JudgeContext): Judgement {
  const { nested } = test;
  return nested === null ? judgeAnswer(test, context) : judgeNested({ ...test, nested }, context);
}
