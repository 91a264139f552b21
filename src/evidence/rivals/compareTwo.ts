import { studentQuantile } from '../../stats/index.ts';
import type { JudgeContext } from '../judge/context.ts';
import { streamOf } from '../judge/context.ts';
import { countsOf, countWithin } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { blockScores } from './blockScores.ts';
import type { RivalComparison, ScoreDifference } from './rivalComparison.ts';
import { rivalModel, type RivalModel } from './rivalModel.ts';

const BLOCKS = 10;
/** Fewer steps a block, or fewer events in all, make scores of luck. */
const FEWEST_STEPS = 20;
const FEWEST_EVENTS = 20;

/** Compares two claims, each with what it was judged on. */
export type CompareTwo = (
  claims: readonly [string, string],
  one: JudgeContext,
  other: JudgeContext,
) => RivalComparison;

/**
 * Two rival claims: the difference of their log scores on the days both speak of, with a t-interval over blocks of days,
 * or why they cannot be compared.
 */
export function compareTwo(
  claims: readonly [string, string],
  one: JudgeContext,
  other: JudgeContext,
): RivalComparison {
  const { panel, plan } = one;
  const models = [rivalModel(one), rivalModel(other)];
  const refuse = (why: string, outcome: string | null = null) => notCompared(claims, why, outcome);
  for (const model of models) if (model.kind === 'none') return refuse(model.why);
  const [a, b] = models as [RivalModel, RivalModel];
  if (a.response !== b.response) {
    return refuse(
      `${claims[0]} speaks of "${streamOf(plan, a.response).text}" and ${claims[1]} of "${streamOf(plan, b.response).text}"; scores of different things say nothing about each other`,
    );
  }
  const outcome = streamOf(plan, a.response).text;
  if (a.looksAhead !== b.looksAhead) {
    return refuse('one looks at the days before alone and the other at days to come as well', outcome);
  }
  const counts = countsOf(panel, a.response);
  const usable = a.usable.map((on, step) => on & (b.usable[step] ?? 0));
  const steps = usable.reduce((sum, on) => sum + on, 0);
  const events = countWithin(counts, usable);
  if (steps < BLOCKS * FEWEST_STEPS) {
    return refuse(
      `both speak of ${steps} recorded steps together, and ${BLOCKS * FEWEST_STEPS} are needed`,
      outcome,
    );
  }
  if (events < FEWEST_EVENTS) {
    return refuse(`${events} events on the days both speak of are too few to score anything by`, outcome);
  }
  const scored = blockScores(counts, panel.recorded, usable, [a, b], BLOCKS);
  if (scored === null) return refuse('the model of what both predict could not be fitted', outcome);
  const [first = [], second = [], none = []] = scored.scores;
  const difference = sumDifference(first, second);
  const overNone = [sumDifference(first, none), sumDifference(second, none)];
  const better = nameBetter(claims, difference);
  return {
    claims,
    outcome,
    notComparable: null,
    difference,
    overNone,
    better,
    blocks: BLOCKS,
    steps,
    events,
    sentence: wordComparison(claims, outcome, difference, overNone, better),
  };
}

function nameBetter(
  [first, second]: readonly [string, string],
  { lower, upper }: ScoreDifference,
): string | null {
  if (lower > 0) return first;
  return upper < 0 ? second : null;
}

/** Σ d_k with the t-interval K·(mean ± t·s/√K) over the K blocks. */
function sumDifference(first: readonly number[], second: readonly number[]): ScoreDifference {
  const differences = first.map((score, block) => score - (second[block] ?? 0));
  const blocks = differences.length;
  const estimate = differences.reduce((sum, value) => sum + value, 0);
  const mean = estimate / blocks;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (blocks - 1);
  const level = THRESHOLDS.intervalLevel;
  const reach = studentQuantile(0.5 + level / 2, blocks - 1) * Math.sqrt(variance * blocks);
  return { estimate, lower: estimate - reach, upper: estimate + reach, level };
}

function wordComparison(
  [first, second]: readonly [string, string],
  outcome: string,
  difference: ScoreDifference,
  overNone: readonly ScoreDifference[],
  better: string | null,
): string {
  const ending =
    better === null
      ? 'which of them predicts better this record does not tell'
      : `${better} predicts better on this record`;
  const useless = overNone.every(({ lower }) => lower <= 0)
    ? ' Neither is shown to predict better than the same model without any rule.'
    : '';
  return (
    `On days it was not fitted to, ${first} gives "${outcome}" a log score ${wordDifference(difference)} against ${second}: ${ending}. ` +
    `Against no rule at all: ${first} ${wordDifference(overNone[0])}, ${second} ${wordDifference(overNone[1])}.${useless}`
  );
}

function wordDifference(difference: ScoreDifference | undefined): string {
  if (!difference) return '–';
  const { estimate, lower, upper, level } = difference;
  const sign = (value: number) => {
    const digits = Math.abs(value).toFixed(1);
    if (digits === '0.0') return digits;
    return `${value < 0 ? '\u2212' : '+'}${digits}`;
  };
  return `${sign(estimate)} (${Math.round(100 * level)} % interval ${sign(lower)} to ${sign(upper)})`;
}

function notCompared(
  claims: readonly [string, string],
  why: string,
  outcome: string | null,
): RivalComparison {
  return {
    claims,
    outcome,
    notComparable: why,
    difference: null,
    overNone: [],
    better: null,
    blocks: null,
    steps: null,
    events: null,
    sentence: `${claims[0]} and ${claims[1]} cannot be compared: ${why}.`,
  };
}
