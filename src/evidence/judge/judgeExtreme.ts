import {
  civilFromDay,
  dayFromCivil,
  daysInMonth,
  formatDay,
  type DayInterval,
} from '../../calendar/index.ts';
import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import { countsOf, countWithin, markSteps } from '../pairSeries.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Verdict } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { readFindings, type PlainDecision } from './readFindings.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type ExtremeTest = Extract<ClaimTest, { kind: 'extreme' }>;

interface RankedPeriod {
  readonly days: DayInterval;
  readonly count: number;
  /** Share of its days that are recorded. */
  readonly covered: number;
}

/**
 * `Q is highest|lowest in D since D`: the total of the period among those of like periods (months, years, else stretches
 * of the same length) since the date named, up to the period itself. Periods of which less than nine days in ten are
 * recorded are not ranked, but one of them that holds more than the period all the same has more; where more than one in ten
 * is not ranked, the period may be the highest of the others only. A tie is no extreme. It is a rank on this record, not
 * an estimate.
 */
export function judgeExtreme(test: ExtremeTest, context: JudgeContext): Judgement {
  const { plan, panel, facts } = context;
  const stream = streamOf(plan, test.stream);
  const periods = likePeriods(test);
  const rank = (other: CountPanel) => rankPeriods(countsOf(other, test.stream), periods, other);
  const ranked = rank(panel);
  const own = ranked.at(-1);
  const obstacle =
    findUntestable(plan, null, stream, facts, plan.recorded.length, [test.period], null) ??
    describeUnranked(own, ranked);
  if (obstacle || !own) {
    const why = obstacle ?? { reason: 'window not covered' as const, detail: 'No period can be ranked.' };
    return { parts: [untestableVerdict('rate', why)], figures: null, tests: [] };
  }
  const decide = (other: CountPanel) => decideRank(test.how, rank(other), context);
  const { decision, guard } = readFindings(context, decide(panel), decide);
  const left = ranked.length - usable(ranked).length;
  const unit = stream.unit.of;
  const verdict: Verdict = {
    part: 'rate',
    finding: decision.finding,
    reason: decision.reason,
    sentence:
      `${wordCount(own.count, unit)} from ${wordDays(own.days)}, among ${wordCount(usable(ranked).length, 'periods')} since ${formatDay(test.since)}` +
      `${left > 0 ? ` (${left} more not ranked, since too few of their days are recorded)` : ''}: ${decision.because}.`,
    effect: { name: 'total', estimate: own.count, lower: own.count, upper: null, level: 1, unit },
    power: null,
    events: { trigger: null, response: own.count },
    guards: [
      {
        name: 'days covered',
        passed: own.covered >= THRESHOLDS.rankedCoverage,
        value: own.covered,
        detail: `${Math.round(100 * own.covered)} % of the days of the period are recorded`,
      },
      guard,
    ],
  };
  const first = periods[0]?.first ?? test.since;
  const figures = {
    timeline: drawTimeline(plan, panel, {
      streams: [{ id: test.stream, label: stream.text, role: 'counted' }],
      bands: [{ label: `claimed ${test.how}`, days: test.period, kind: 'claimed' }],
      marks: [],
      shown: {
        first: Math.max(plan.first, first - 30),
        last: Math.min(plan.last, test.period.last + 60),
      },
    }),
    responseByLag: null,
  };
  return { parts: [verdict], figures, tests: [] };
}

/** The period and every one like it before, back to the date named, in order. */
function likePeriods({ period, since }: ExtremeTest): DayInterval[] {
  const periods: DayInterval[] = [];
  for (let days = period; days.first >= since; days = before(days)) periods.unshift(days);
  return periods.length === 0 ? [period] : periods;
}

function before(days: DayInterval): DayInterval {
  const from = civilFromDay(days.first);
  const to = civilFromDay(days.last);
  const last = days.first - 1;
  const wholeMonths = from.dayOfMonth === 1 && to.dayOfMonth === daysInMonth(to.year, to.month);
  if (!wholeMonths) return { first: last - (days.last - days.first), last };
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  const index = from.year * 12 + from.month - 1 - months;
  return { first: dayFromCivil(Math.floor(index / 12), (index % 12) + 1, 1), last };
}

function rankPeriods(
  counts: Float64Array,
  periods: readonly DayInterval[],
  panel: CountPanel,
): RankedPeriod[] {
  return periods.map((days) => {
    const marks = markSteps(panel, [days]);
    const recorded = marks.map((inside, step) => inside & (panel.recorded[step] ?? 0));
    const length = (days.last - days.first + 1) / panel.stepDays;
    const held = recorded.reduce((sum, on) => sum + on, 0);
    return { days, count: countWithin(counts, recorded), covered: held / length };
  });
}

function usable(periods: readonly RankedPeriod[]): RankedPeriod[] {
  return periods.filter(({ covered }) => covered >= THRESHOLDS.rankedCoverage);
}

function describeUnranked(own: RankedPeriod | undefined, periods: readonly RankedPeriod[]) {
  const reason = 'window not covered' as const;
  if (own && own.covered < THRESHOLDS.rankedCoverage) {
    const detail = `Only ${Math.round(100 * own.covered)} % of the days of the period are recorded, too few to rank its total.`;
    return { reason, detail };
  }
  if (usable(periods).length < 2) {
    return { reason, detail: 'The record covers no other period since the date named to compare with.' };
  }
  return null;
}

function decideRank(
  how: ExtremeTest['how'],
  periods: readonly RankedPeriod[],
  { thinned }: JudgeContext,
): PlainDecision {
  const own = periods.at(-1)?.count ?? 0;
  const before = periods.slice(0, -1);
  const ranked = usable(before);
  // What is recorded of a period is the least it has.
  const others =
    how === 'highest'
      ? [...ranked, ...before.filter((one) => !ranked.includes(one) && one.count > own)]
      : ranked;
  const beyond = others.filter(({ count }) => (how === 'highest' ? count > own : count < own));
  const equal = others.filter(({ count }) => count === own);
  const [worst] = [...beyond].sort((a, b) => (how === 'highest' ? b.count - a.count : a.count - b.count));
  if (worst) {
    const word = how === 'highest' ? 'more' : 'fewer';
    const because = `${beyond.length} of them have ${word}, as ${worst.count} from ${wordDays(worst.days)}`;
    return { finding: 'contradicted', reason: null, because };
  }
  if (equal.length > 0) {
    const because = `${equal.length} of them have as many, so none of them is the ${how}`;
    return { finding: 'contradicted', reason: 'tie', because };
  }
  const left = before.length - ranked.length;
  if (ranked.length < THRESHOLDS.rankedCoverage * before.length) {
    const because = `it is the ${how} of those ranked, but ${left} of ${before.length} others are not ranked`;
    return { finding: 'not testable', reason: 'window not covered', because };
  }
  if (thinned) {
    const because = `it is the ${how} on this record, but published totals show that the record misses events, perhaps not evenly`;
    return { finding: 'not testable', reason: 'record incomplete', because };
  }
  return { finding: 'supported', reason: null, because: `it is the ${how} of them on this record` };
}

function wordDays({ first, last }: DayInterval): string {
  return `${formatDay(first)} to ${formatDay(last)}`;
}
