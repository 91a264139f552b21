import {
  maskIncompleteHistory,
  trendColumns,
  type ClaimTest,
  type CountPanel,
  type FailedFit,
  type StreamDesign,
} from '../../model/index.ts';
import { randomStream } from '../../stats/index.ts';
import { countsOf, countWithin, coverageOf, markRecorded } from '../pairSeries.ts';
import { powerOfRatio } from '../power.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import { streamOf, type Judgement, type JudgeContext } from './context.ts';
import { fitFailure } from './fitFailure.ts';
import { fitModifier, type RateFit } from './fitModifier.ts';
import { levelOf } from './levelOf.ts';
import { OWN_HISTORY_STEPS, ownHistory } from './ownHistory.ts';
import { rateEffect } from './rateEffect.ts';
import { decideRate } from './rateFinding.ts';
import { readRateOtherwise } from './rateReadings.ts';
import { swingsOfLevel } from './swingsOfLevel.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type CoMovementTest = Extract<ClaimTest, { kind: 'coMovement' }>;

const SHIFTS = 199;
/** Shifts shorter than this leave two slow series nearly where they were. */
const SHORTEST_SHIFT_DAYS = 60;

/**
 * `Q rises as Q2 falls within N days`: the rate ratio of Q for each doubling of the other's level, that is its mean over
 * the N days before and after, beyond the bending trend and own history of Q: mean = exp(gamma·log2 level)(nu + rho·own
 * history). Two slow series run together by accident, so the same is done with the other series shifted in time as a
 * whole; no more than 5 % of the shifts may show as much. Moving together says nothing about why.
 */
export function judgeCoMovement(test: CoMovementTest, context: JudgeContext): Judgement {
  const { plan, panel, claimPlan, facts, claim } = context;
  const stream = streamOf(plan, test.stream);
  const other = streamOf(plan, test.other);
  const marks = markRecorded(panel, claimPlan.days);
  const looked = marks.reduce((sum, on) => sum + on, 0);
  const obstacle = findUntestable(plan, other, stream, facts, looked, claimPlan.days, null);
  if (obstacle) return { parts: [untestableVerdict('rate', obstacle)], figures: null, tests: [] };
  const reach = Math.max(1, Math.ceil(test.days / panel.stepDays));
  const measure = (from: CountPanel) => fitLevels(from, test, marks, reach);
  const fit = measure(panel);
  const events = {
    trigger: countWithin(countsOf(panel, test.other), marks),
    response: countWithin(countsOf(panel, test.stream), marks),
  };
  if (fit.kind === 'failed') {
    const sentence = `The model could not be fitted (${fit.detail}). ${fit.advice}`;
    return { parts: [fitFailure('rate', fit, sentence, events)], figures: null, tests: [] };
  }
  const smallest = claim.assumptions.smallestRateRatio.value;
  // `rises as … falls` and `falls as … rises` are one claim: they move against each other.
  const wanted = test.trend === test.otherTrend ? 'rises' : 'falls';
  const power = powerOfRatio(fit.standardErrorNull, smallest, wanted === 'rises');
  const guards: Guard[] = [
    {
      name: 'base test',
      passed: fit.pValue <= THRESHOLDS.rateLevel,
      value: fit.pValue,
      detail: `trend and own history in the model, p ${fit.pValue.toPrecision(2)}`,
    },
    shiftedDates(panel, fit, reach, context.seed),
    swingsOfLevel(countsOf(panel, test.stream), fit.level, fit.usable, panel.stepDays, fit.pValue),
    readRateOtherwise(context, fit, [test.stream, test.other], measure),
  ];
  const decision = decideRate(fit, wanted, smallest, power, guards);
  const verdict: Verdict = {
    part: 'rate',
    finding: decision.finding,
    reason: decision.reason,
    sentence:
      `With each doubling of "${other.text}" (within ${test.days} days) the rate of "${stream.text}" is ${fit.ratio.toFixed(2)} times what it was ` +
      `(90 % interval ${fit.lower.toFixed(2)} to ${fit.upper.toFixed(2)}; above 1 they move together). ${decision.because}`,
    effect: rateEffect(fit, 'rate ratio for a doubling of the other'),
    power,
    events,
    guards,
  };
  const parts = [verdict];
  if (decision.finding === 'supported') {
    parts.push({
      ...verdict,
      part: 'cause',
      finding: 'not separable',
      reason: 'co-movement',
      sentence:
        'That they move so does not tell whether one moves the other or something else moves both, a change in how much was recorded among it; `when … then …` asks that.',
      guards: [],
    });
  }
  return { parts, figures: null, tests: [{ pValue: fit.pValue, parts: [0] }] };
}

interface LevelFit extends RateFit {
  readonly level: Float64Array;
  readonly usable: Uint8Array;
}

function fitLevels(
  panel: CountPanel,
  test: CoMovementTest,
  marks: Uint8Array,
  reach: number,
): LevelFit | FailedFit {
  const counts = countsOf(panel, test.stream);
  const { level, known } = levelOf(countsOf(panel, test.other), panel.recorded, reach);
  const complete = maskIncompleteHistory(panel.recorded, OWN_HISTORY_STEPS);
  const usable = marks.map((on, step) => on & (complete[step] ?? 0) & (known[step] ?? 0));
  const design: StreamDesign = {
    counts,
    recorded: usable,
    coverage: coverageOf(panel, test.stream),
    endemic: trendColumns(usable, { events: countWithin(counts, usable) }),
    answers: [{ name: 'own history', x: ownHistory(counts, panel.recorded) }],
    modifiers: [{ name: 'level', z: level }],
    family: 'NB2',
  };
  const fit = fitModifier(design, 1, panel.stepDays);
  return fit.kind === 'failed' ? fit : { ...fit, level, usable };
}

/** The other series moved as a whole along the usable steps: what slow series show by accident. */
function shiftedDates(panel: CountPanel, fit: LevelFit, reach: number, seed: number): Guard {
  const name = 'placebo dates by shifting';
  const steps = fit.usable.reduce<number[]>((list, on, step) => (on ? [...list, step] : list), []);
  const shortest = Math.max(2 * reach + 1, Math.ceil(SHORTEST_SHIFT_DAYS / panel.stepDays));
  const room = steps.length - 2 * shortest;
  const observed = fit.nullModel.modifier(fit.level).z;
  if (room < shortest || observed === null) {
    return {
      name,
      passed: false,
      value: null,
      detail: 'the record is too short to shift one series against the other',
    };
  }
  const random = randomStream(seed, 'shifts of a co-movement', 0);
  const moved = new Float64Array(fit.level.length);
  let asLarge = 1;
  for (let draw = 0; draw < SHIFTS; draw++) {
    const by = shortest + random.integer(room + 1);
    steps.forEach((step, index) => {
      moved[step] = fit.level[steps[(index + by) % steps.length] ?? step] ?? 0;
    });
    const z = fit.nullModel.modifier(moved).z ?? 0;
    if (Math.abs(z) >= Math.abs(observed)) asLarge++;
  }
  const p = asLarge / (SHIFTS + 1);
  return {
    name,
    passed: p <= THRESHOLDS.placeboShare,
    value: p,
    detail: `${(100 * p).toFixed(1)} % of ${SHIFTS} shifts of the other series show as much`,
  };
}
