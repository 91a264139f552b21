import type { ClaimTest } from '../../model/index.ts';
import type { Verdict } from '../verdict.ts';
import { streamOf, type Judgement, type JudgeContext } from './context.ts';
import { judgeAnswer } from './judgeAnswer.ts';

type MutualTest = Extract<ClaimTest, { kind: 'mutual' }>;

/**
 * `P and Q answer each other`: two rules, each judged with the other free in the same fit (the wave procedure fits both
 * in every test). One verdict a direction, told by its own sentence; the exchange stands only where both do. Both enter
 * the correction for many tests.
 */
export function judgeMutual(test: MutualTest, context: JudgeContext): Judgement {
  const { first, second, delay } = test;
  const directions = [
    { trigger: first, response: second },
    { trigger: second, response: first },
  ].map(({ trigger, response }) => {
    const text = (id: string) => streamOf(context.plan, id).text;
    const judged = judgeAnswer(
      { kind: 'answer', trigger, response, delay, share: null, nested: null },
      context,
    );
    const label = `"${text(response)}" after "${text(trigger)}": `;
    return {
      ...judged,
      parts: judged.parts.map((part): Verdict => ({ ...part, sentence: label + part.sentence })),
    };
  });
  const [forth, back] = directions;
  if (!forth || !back) throw new Error('an exchange has two directions');
  const offset = forth.parts.length;
  return {
    parts: [...forth.parts, ...back.parts],
    figures: forth.figures,
    tests: [
      ...forth.tests,
      ...back.tests.map(({ pValue, parts }) => ({ pValue, parts: parts.map((index) => index + offset) })),
    ],
  };
}
