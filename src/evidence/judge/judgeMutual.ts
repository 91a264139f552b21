import type { ClaimTest } from '../../model/index.ts';
import { countsOf, markRecorded } from '../pairSeries.ts';
import { episodesPicture } from '../pictures/episodesPicture.ts';
import { splitEpisodes } from '../splitEpisodes.ts';
import type { ClaimFigures, Verdict } from '../verdict.ts';
import { beginAhead } from './beginAhead.ts';
import { streamOf, type Judgement, type JudgeContext } from './context.ts';
import { judgeDoers } from './judgeDoers.ts';

type MutualTest = Extract<ClaimTest, { kind: 'mutual' }>;

/**
 * `P and Q answer each other`: two rules, each judged with the other free in the same fit (the wave procedure fits both
 * in every test). One verdict a direction, told by its own sentence; the exchange stands only where both do. Both enter
 * the correction for many tests.
 */
export function judgeMutual(test: MutualTest, context: JudgeContext): Judgement {
  const { first, second, delay } = test;
  const text = (id: string) => streamOf(context.plan, id).text;
  const directions = [
    { trigger: first, response: second },
    { trigger: second, response: first },
  ]
    .map(({ trigger, response }) => {
      const rule = { kind: 'answer', trigger, response, delay, share: null, nested: null } as const;
      const judged = beginAhead('rule', { context, test: rule }, () => judgeDoers(rule, context));
      return { label: `"${text(response)}" after "${text(trigger)}": `, judged };
    })
    .map(({ label, judged }) => {
      const own = judged();
      const parts = own.parts.map((part): Verdict => ({ ...part, sentence: label + part.sentence }));
      return { ...own, parts };
    });
  const [forth, back] = directions;
  if (!forth || !back) throw new Error('an exchange has two directions');
  const offset = forth.parts.length;
  return {
    parts: [...forth.parts, ...back.parts],
    figures: forth.figures && { ...forth.figures, ...bothWays(test, context, forth.figures, back.figures) },
    tests: [
      ...forth.tests,
      ...back.tests.map((test) => ({ ...test, parts: test.parts.map((index) => index + offset) })),
    ],
  };
}

/** Fits of both directions, and the exchange split by calm as `tacit episodes` splits it. */
function bothWays(
  { first, second }: MutualTest,
  { plan, panel, claim, claimPlan }: JudgeContext,
  forth: ClaimFigures,
  back: ClaimFigures | null,
): Pick<ClaimFigures, 'cumulative' | 'diagnostics' | 'episodes'> {
  const calmDays = claim.assumptions.calmDays.value;
  const calm = Math.max(1, Math.ceil(calmDays / panel.stepDays));
  const marks = markRecorded(panel, claimPlan.days);
  const episodes = splitEpisodes(countsOf(panel, first), countsOf(panel, second), marks, calm);
  const names = { first: streamOf(plan, first).text, second: streamOf(plan, second).text, calmDays };
  return {
    cumulative: [...(forth.cumulative ?? []), ...(back?.cumulative ?? [])],
    diagnostics: [...(forth.diagnostics ?? []), ...(back?.diagnostics ?? [])],
    episodes: episodesPicture(episodes, marks, panel.stepDays, names),
  };
}
