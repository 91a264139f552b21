import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import { countsOf, markRecorded, windowInSteps } from '../pairSeries.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { placeInWindows, type Placed } from './placeInWindows.ts';
import { redrawTriggers, type Redrawn } from './redrawTriggers.ts';
import { readFindings, type PlainDecision } from './readFindings.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type OnlyAfterTest = Extract<ClaimTest, { kind: 'onlyAfter' }>;

/**
 * `Q only within N days after P`: a day with Q and without any P on it or in the N days before contradicts it; a P on
 * the same day neither contradicts nor bears it out, since days have no order inside. Days whose window is not wholly
 * recorded are left out. None outside supports the claim only where random days would seldom all have fallen inside:
 * share of days inside a window, to the power of the Q more than N days apart, at most 5 %; and where triggers redrawn
 * inside blocks, which a shared wave lifts as it lifts the real ones, would seldom leave none outside either.
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
  const place = (other: CountPanel) =>
    placeInWindows(countsOf(other, test.stream), countsOf(other, test.after), marks, other, to);
  const known = new Map<CountPanel, readonly Redrawn[]>();
  const redraw = (other: CountPanel) => {
    const drawn = known.get(other) ?? redrawTriggers(test, marks, other, to, context.seed);
    known.set(other, drawn);
    return drawn;
  };
  const decide = (other: CountPanel) => decideAfter(place(other), () => redraw(other));
  const { decision, guard } = readFindings(context, decide(panel), decide);
  const placed = place(panel);
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
    guards: [placeboGuard(placed, () => redraw(panel)), guard],
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

function wordRedrawn(redrawn: readonly Redrawn[]): string {
  const shares = redrawn.map(({ blockDays, share }) => `${(100 * share).toFixed(1)} % (${blockDays} days)`);
  return `with triggers redrawn inside blocks none is left outside in ${shares.join(', ')}`;
}

function placeboGuard({ outsideSteps, insideSteps }: Placed, redraw: () => readonly Redrawn[]): Guard {
  const name = 'placebo dates';
  if (outsideSteps.length > 0 || insideSteps === 0) {
    const detail = outsideSteps.length > 0 ? 'some follow none' : 'no event follows any';
    return { name, passed: null, value: null, detail };
  }
  const redrawn = redraw();
  const worst = Math.max(...redrawn.map(({ share }) => share));
  return { name, passed: worst <= THRESHOLDS.placeboShare, value: worst, detail: wordRedrawn(redrawn) };
}

function decideAfter(
  { insideSteps, sameStep, outsideSteps, separate, covered }: Placed,
  redraw: () => readonly Redrawn[],
): PlainDecision {
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
  if (chance > THRESHOLDS.plainLevel) return { finding: 'too few events', reason: null, because: share };
  const redrawn = redraw();
  if (redrawn.some((one) => one.share > THRESHOLDS.placeboShare)) {
    const because = `${share}; but ${wordRedrawn(redrawn)}, so that a wave which lifts both would look the same`;
    return { finding: 'not separable', reason: 'placebo dates', because };
  }
  return { finding: 'supported', reason: null, because: share };
}
