import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import { countsOf, countWithin, markRecorded } from '../pairSeries.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import { allInsideByChance, type InsideChance } from './allInsideByChance.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { readFindings, type PlainDecision } from './readFindings.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type OnlyDuringTest = Extract<ClaimTest, { kind: 'onlyDuring' }>;

/** With so many events to be expected, a record without any is as rare as 5 %: P(0 | 3). */
const EXPECTED_TO_SEE_NONE = 3;

/**
 * `Q only during PERIOD`: one event outside contradicts it. None outside supports it only where the record could have
 * shown them: at a fifth of the rate inside, three days with events or more were to be expected outside (days with
 * events are counted, not events), and where events that have nothing to do with the period would seldom all lie in it.
 */
export function judgeOnlyDuring(test: OnlyDuringTest, context: JudgeContext): Judgement {
  const { plan, panel, facts } = context;
  const stream = streamOf(plan, test.stream);
  const outside = markRecorded(panel, test.outside);
  const inside = markRecorded(panel, test.inside);
  const days = sum(outside);
  const obstacle = findUntestable(plan, null, stream, facts, days, test.outside, null);
  if (obstacle) return { parts: [untestableVerdict('rate', obstacle)], figures: null, tests: [] };

  const decide = (other: CountPanel) => decideOnly(countsOf(other, test.stream), inside, outside, context);
  const { decision, guard } = readFindings(context, decide(panel), decide);
  const counts = countsOf(panel, test.stream);
  const within = countWithin(counts, inside);
  const beyond = countWithin(counts, outside);
  const chance = beyond > 0 ? null : chanceOf(counts, inside, outside, panel.stepDays);
  const firstStep = counts.findIndex((count, step) => count > 0 && outside[step] === 1);
  const example =
    firstStep < 0 ? '' : ` (the first on ${formatDay(panel.first + firstStep * panel.stepDays)})`;
  const unit = stream.unit.of;
  const verdict: Verdict = {
    part: 'rate',
    finding: decision.finding,
    reason: decision.reason,
    sentence:
      `${wordCount(within, unit)} in ${wordCount(panel.stepDays * sum(inside), 'recorded days')} of ${test.period}, ` +
      `${wordCount(beyond, unit)} in ${wordCount(panel.stepDays * days, 'recorded days')} outside it${example}: ${decision.because}.`,
    effect: {
      name: 'outside the period',
      estimate: beyond,
      lower: beyond,
      upper: null,
      level: 1,
      unit,
    },
    power: null,
    events: { trigger: null, response: within + beyond },
    guards: [placeboGuard(chance, panel.stepDays), guard],
  };
  const figures = {
    timeline: drawTimeline(plan, panel, {
      streams: [{ id: test.stream, label: stream.text, role: 'counted' }],
      bands: test.inside.map((span) => ({ label: test.period, days: span, kind: 'claimed' })),
      marks: [],
      shown: { first: plan.first, last: plan.last },
    }),
    responseByLag: null,
  };
  return { parts: [verdict], figures, tests: [] };
}

function decideOnly(
  counts: Float64Array,
  inside: Uint8Array,
  outside: Uint8Array,
  { thinned, panel }: JudgeContext,
): PlainDecision {
  const beyond = countWithin(counts, outside);
  if (beyond > 0) {
    return { finding: 'contradicted', reason: null, because: `it holds ${beyond} outside the period` };
  }
  const active = counts.map((count, step) => (count > 0 && inside[step] === 1 ? 1 : 0));
  const insideDays = sum(inside);
  if (insideDays === 0) {
    const because = 'none of the period is recorded, so nothing tells how often it would be outside';
    return { finding: 'too few events', reason: null, because };
  }
  const expected = THRESHOLDS.onlyRate * (sum(active) / insideDays) * sum(outside);
  const rate = `at ${Math.round(100 * THRESHOLDS.onlyRate)} % of the rate inside, ${expected.toFixed(1)} days with one were to be expected`;
  if (expected < EXPECTED_TO_SEE_NONE) {
    return { finding: 'too few events', reason: 'few expected', because: `none outside, but ${rate}` };
  }
  if (thinned) {
    const because = `none outside, but published totals show that the record misses events; ${rate}`;
    return { finding: 'not testable', reason: 'record incomplete', because };
  }
  const chance = chanceOf(counts, inside, outside, panel.stepDays);
  if (chance.pValue > THRESHOLDS.plainLevel) {
    const because = `none outside, but bursts that have nothing to do with the period would often all lie in it; ${wordChance(chance, panel.stepDays)}`;
    return { finding: 'not separable', reason: 'placebo dates', because };
  }
  return { finding: 'supported', reason: null, because: `none outside on this record; ${rate}` };
}

/** Of the usable steps alone: what is not recorded is neither calm nor inside. */
function chanceOf(
  counts: Float64Array,
  inside: Uint8Array,
  outside: Uint8Array,
  stepDays: number,
): InsideChance {
  const usable: number[] = [];
  inside.forEach((on, step) => (on || outside[step]) && usable.push(step));
  return allInsideByChance(
    Uint8Array.from(usable, (step) => (counts[step]! > 0 ? 1 : 0)),
    Uint8Array.from(usable, (step) => inside[step]!),
    Math.ceil(THRESHOLDS.clusterCalmDays / stepDays),
  );
}

function wordChance({ clusters, ofClusters, ofShifts }: InsideChance, stepDays: number): string {
  const calm = Math.ceil(THRESHOLDS.clusterCalmDays / stepDays) * stepDays;
  return (
    `${wordCount(clusters, 'clusters')} at least ${calm} calm days apart would all lie inside with probability ${ofClusters.toPrecision(2)}; ` +
    `${(100 * ofShifts).toFixed(1)} % of all shifts of the record in time leave none outside`
  );
}

function placeboGuard(chance: InsideChance | null, stepDays: number): Guard {
  const name = 'placebo dates';
  if (chance === null) return { name, passed: null, value: null, detail: 'some lie outside' };
  return {
    name,
    passed: chance.pValue <= THRESHOLDS.plainLevel,
    value: chance.pValue,
    detail: `${wordChance(chance, stepDays)} (the smaller counts at half the level)`,
  };
}

function sum(marks: ArrayLike<number>): number {
  let total = 0;
  for (let step = 0; step < marks.length; step++) total += marks[step] ?? 0;
  return total;
}
