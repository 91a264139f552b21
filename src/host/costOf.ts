import type { JudgeContext } from '../evidence/index.ts';
import type { ClaimTest, CountPanel } from '../model/index.ts';

/** Where more follows within the window than chance explains, in standard errors, an answer is put to the wave tests. */
const FOUND = 1.5;

/**
 * How long judging a claim may take, very roughly: fits of its series, times their steps. The longest are begun first, so
 * that no thread ends long after the others.
 */
export function costOf({ claimPlan: { test }, panel }: JudgeContext): number {
  return panel.steps * fitsOf(test, panel);
}

/**
 * A rule that finds nothing is a few fits; one that may have found something goes through waves and leave-outs, ten times
 * as long. Changes are a few fits, two rates that move together more; the rest is read off.
 */
function fitsOf(test: ClaimTest, panel: CountPanel): number {
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
      return excess(panel, test.trigger, test.response, test.delay.to) > FOUND ? 20 : 2;
    case 'shift':
      return excess(panel, test.trigger, test.response, test.days) > FOUND ? 8 : 2;
    case 'mutual': {
      const { first, second, delay } = test;
      const asked = [excess(panel, first, second, delay.to), excess(panel, second, first, delay.to)];
      return asked.reduce((sum, one) => sum + (one > FOUND ? 20 : 2), 0);
    }
    case 'each':
      return test.members.reduce((sum, member) => sum + fitsOf(member.test, panel), 0);
    case 'strength':
      return fitsOf(test.first.test, panel) + fitsOf(test.second.test, panel);
    case 'onlyAfter':
      return 2;
    case 'coMovement':
      return 8;
    case 'change':
    case 'truce':
      return 3;
    case 'expects':
      return 1;
    default:
      return 0;
  }
}

/** Responses in the window after triggers, less those expected at an even rate, in standard errors; 0 without either. */
function excess(panel: CountPanel, trigger: string, response: string, days: number): number {
  const triggers = panel.counts[panel.streams.indexOf(trigger)];
  const responses = panel.counts[panel.streams.indexOf(response)];
  if (!triggers || !responses) return 0;
  const window = Math.max(1, Math.round(days / panel.stepDays));
  const before = new Float64Array(panel.steps + 1);
  for (let step = 0; step < panel.steps; step++) before[step + 1] = before[step]! + responses[step]!;
  const rate = before[panel.steps]! / panel.steps;
  let found = 0;
  let expected = 0;
  for (let step = 0; step < panel.steps; step++) {
    const end = Math.min(panel.steps, step + 1 + window);
    found += triggers[step]! * (before[end]! - before[step + 1]!);
    expected += triggers[step]! * rate * (end - step - 1);
  }
  return expected > 0 ? (found - expected) / Math.sqrt(expected) : 0;
}
