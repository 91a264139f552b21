import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import { countsOf, markRecorded, windowInSteps } from '../pairSeries.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { readFindings, type PlainDecision } from './readFindings.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type OnlyAfterTest = Extract<ClaimTest, { kind: 'onlyAfter' }>;

/**
 * `Q only within N days after P`: a day with Q and without any P on it or in the N days before contradicts it; a P on
 * the same day neither contradicts nor bears it out, since days have no order inside. Days whose window is not wholly
 * recorded are left out. None outside supports the claim only where random days would seldom all have fallen inside:
 * share of days inside a window, to the power of the Q more than N days apart, at most 5 %.
 */
export function judgeOnlyAfter(test: OnlyAfterTest, context: JudgeContext): Judgement {
  const { plan, panel, facts, claimPlan } = context;
  const stream = streamOf(plan, test.stream);
  const after = streamOf(plan, test.after);
  const marks = markRecorded(panel, claimPlan.days);
  const days = marks.reduce((sum, on) => sum + on, 0);
  const obstacle = findUntestable(plan, after, stream, facts, days, claimPlan.days, null);
  if (obstacle) return { parts: [untestableVerdict('timing', obstacle)], figures: null, tests: [] };

  const { to } = windowInSteps({ from: 1, to: test.days }, panel.stepDays);
  const decide = (other: CountPanel) =>
    decideAfter(placeInWindows(countsOf(other, test.stream), countsOf(other, test.after), marks, other, to));
  const { decision, guard } = readFindings(context, decide(panel), decide);
  const placed = placeInWindows(countsOf(panel, test.stream), countsOf(panel, test.after), marks, panel, to);
  const first = placed.outsideSteps[0];
  const example =
    first === undefined ? '' : ` (the first on ${formatDay(panel.first + first * panel.stepDays)})`;
  const verdict: Verdict = {
    part: 'timing',
    finding: decision.finding,
    reason: decision.reason,
    sentence:
      `Of ${placed.insideSteps + placed.sameStep + placed.outsideSteps.length} days with "${stream.text}" whose ${test.days} days before are recorded, ` +
      `${placed.insideSteps} follow "${after.text}" within ${test.days} days, ${placed.sameStep} fall on its day only, ` +
      `${placed.outsideSteps.length} follow none${example}: ${decision.because}.`,
    effect: {
      name: 'days outside every window',
      estimate: placed.outsideSteps.length,
      lower: placed.outsideSteps.length,
      upper: null,
      level: 1,
      unit: 'days',
    },
    power: null,
    events: {
      trigger: facts.get(test.after)?.total ?? null,
      response: facts.get(test.stream)?.total ?? null,
    },
    guards: [guard],
  };
  const figures = {
    timeline: drawTimeline(plan, panel, {
      streams: [
        { id: test.after, label: after.text, role: 'trigger' },
        { id: test.stream, label: stream.text, role: 'response' },
      ],
      bands: [],
      marks: [],
      shown: { first: plan.first, last: plan.last },
    }),
    responseByLag: null,
  };
  return { parts: [verdict], figures, tests: [] };
}

interface Placed {
  readonly insideSteps: number;
  readonly sameStep: number;
  readonly outsideSteps: readonly number[];
  /** Days inside a window more than a window apart from the one before: as good as independent. */
  readonly separate: number;
  /** Share of the days looked at that lie inside a window. */
  readonly covered: number;
}

function placeInWindows(
  counts: Float64Array,
  triggers: Float64Array,
  marks: Uint8Array,
  { recorded }: CountPanel,
  window: number,
): Placed {
  const outsideSteps: number[] = [];
  let insideSteps = 0;
  let sameStep = 0;
  let separate = 0;
  let lastSeparate = -Infinity;
  let looked = 0;
  let covered = 0;
  for (let step = window; step < counts.length; step++) {
    if (!marks[step] || !isRecorded(recorded, step - window, step)) continue;
    looked++;
    const follows = anyWithin(triggers, step - window, step - 1);
    if (follows) covered++;
    if (!counts[step]) continue;
    if (follows) {
      insideSteps++;
      if (step - lastSeparate > window) {
        separate++;
        lastSeparate = step;
      }
    } else if (triggers[step]) sameStep++;
    else outsideSteps.push(step);
  }
  return { insideSteps, sameStep, outsideSteps, separate, covered: looked === 0 ? 1 : covered / looked };
}

function decideAfter({ insideSteps, sameStep, outsideSteps, separate, covered }: Placed): PlainDecision {
  if (outsideSteps.length > 0) {
    const count = outsideSteps.length;
    return { finding: 'contradicted', reason: null, because: `${count} of them outside every window` };
  }
  if (insideSteps + sameStep === 0) {
    return { finding: 'too few events', reason: null, because: 'no day can be looked at' };
  }
  const chance = Math.pow(covered, separate);
  const share = `${Math.round(100 * covered)} % of all days lie inside a window, so ${separate} separate days would all do so by chance with probability ${chance.toPrecision(2)}`;
  if (covered >= THRESHOLDS.alwaysHoldsOne) {
    return { finding: 'not testable', reason: 'window always holds one', because: share };
  }
  return chance <= THRESHOLDS.plainLevel
    ? { finding: 'supported', reason: null, because: share }
    : { finding: 'too few events', reason: null, because: share };
}

function isRecorded(recorded: Uint8Array, from: number, to: number): boolean {
  for (let step = from; step <= to; step++) if (!recorded[step]) return false;
  return true;
}

function anyWithin(counts: Float64Array, from: number, to: number): boolean {
  for (let step = from; step <= to; step++) if (counts[step]) return true;
  return false;
}
