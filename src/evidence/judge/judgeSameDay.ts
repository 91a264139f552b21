import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { randomStream } from '../../stats/index.ts';
import { jitterTriggers } from '../jitterTriggers.ts';
import { countsOf, markRecorded } from '../pairSeries.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { judgeShare } from './judgeShare.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type SameDayTest = Extract<ClaimTest, { kind: 'sameDay' }>;

/** Placebo dates are drawn inside blocks of so many days: coincidence is a matter of days, waves are longer. */
const BLOCK_DAYS = 14;
const DRAWS = 999;

/**
 * `when P then Q that day`: coincidence, never an answer. The days with P that hold a Q, beside those of dates redrawn
 * inside blocks of 14 days. Days have no order inside, and one incident coded twice looks the same, so coinciding is at
 * most `not separable`; not coinciding more than chance dates do, where the record could have shown it, contradicts.
 */
export function judgeSameDay(test: SameDayTest, context: JudgeContext): Judgement {
  const { plan, panel, facts, claimPlan, claim, seed } = context;
  const trigger = streamOf(plan, test.trigger);
  const response = streamOf(plan, test.response);
  const marks = markRecorded(panel, claimPlan.days);
  const looked = marks.reduce((sum, on) => sum + on, 0);
  const pairs = countPairs(countsOf(panel, test.trigger), panel, test, marks);
  const obstacle = findUntestable(plan, trigger, response, facts, looked, claimPlan.days, pairs.triggerDays);
  if (obstacle) return { parts: [untestableVerdict('timing', obstacle)], figures: null, tests: [] };
  const chance = drawChance(panel, test, marks, seed);
  const asMany = chance.filter((count) => count >= pairs.together).length;
  const pValue = (asMany + 1) / (DRAWS + 1);
  const mean = chance.reduce((sum, count) => sum + count, 0) / DRAWS;
  const found = pValue <= THRESHOLDS.plainLevel;
  const spread = Math.sqrt(
    chance.reduce((sum, count) => sum + (count - mean) ** 2, 0) / Math.max(1, DRAWS - 1),
  );
  // The smallest extra share of coinciding days that would stand out of the placebo dates four times in five.
  const detectable = (2.49 * Math.max(spread, 0.5)) / Math.max(1, pairs.triggerDays);
  const smallest = claim.assumptions.smallestAnswer.value;
  const told =
    `${pairs.together} of ${pairs.triggerDays} days with "${trigger.text}" hold "${response.text}" too; ` +
    `dates redrawn inside blocks of ${BLOCK_DAYS} days hold ${mean.toFixed(1)} (p ${pValue.toPrecision(2)})`;
  const couldShow = detectable <= smallest;
  const verdict: Verdict = {
    part: 'timing',
    ...(found
      ? {
          finding: 'not separable' as const,
          reason: 'same day',
          sentence: `${told}. Which came first cannot be told, nor whether both are one incident coded twice: days have no order inside.`,
        }
      : {
          finding: couldShow ? ('contradicted' as const) : ('too few events' as const),
          reason: null,
          sentence: couldShow
            ? `${told}: no more than by chance.`
            : `${told}: nothing was found, and this record would have shown it from ${detectable.toFixed(2)} extra a day with a trigger on.`,
        }),
    effect: {
      name: 'days together beyond chance',
      estimate: (pairs.together - mean) / Math.max(1, pairs.triggerDays),
      lower: null,
      upper: null,
      level: THRESHOLDS.intervalLevel,
      unit: 'share of days with a trigger',
    },
    power: { smallestEffect: smallest, power: null, detectable, curve: [] },
    events: { trigger: pairs.triggerDays, response: pairs.together },
    guards: [
      {
        name: 'placebo dates',
        passed: found,
        value: pValue,
        detail: `${DRAWS} draws inside blocks of ${BLOCK_DAYS} days`,
      },
    ],
  };
  const share =
    test.share === null
      ? []
      : [
          judgeShare(
            test.share,
            {
              triggers: pairs.triggerDays,
              answered: pairs.together,
              byChance: mean,
              incomplete: 0,
              sameDay: pairs.together,
            },
            { trigger: pairs.triggerDays, response: pairs.together },
            verdict.finding,
          ),
        ];
  return { parts: [verdict, ...share], figures: null, tests: [] };
}

function countPairs(triggers: Float64Array, panel: CountPanel, test: SameDayTest, marks: Uint8Array) {
  const responses = countsOf(panel, test.response);
  let triggerDays = 0;
  let together = 0;
  for (let step = 0; step < marks.length; step++) {
    if (!marks[step] || !triggers[step]) continue;
    triggerDays++;
    if (responses[step]) together++;
  }
  return { triggerDays, together };
}

/** Days that hold both, for redrawn dates of the trigger. */
function drawChance(panel: CountPanel, test: SameDayTest, marks: Uint8Array, seed: number): number[] {
  const triggers = countsOf(panel, test.trigger);
  const block = Math.max(2, Math.round(BLOCK_DAYS / panel.stepDays));
  const random = randomStream(seed, 'placebo dates of a coincidence', 0);
  const moved = new Float64Array(triggers.length);
  const redraw = jitterTriggers(triggers, marks, block);
  return Array.from({ length: DRAWS }, () => countPairs(redraw(random, moved), panel, test, marks).together);
}
