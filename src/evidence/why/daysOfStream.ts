import type { DayInterval } from '../../calendar/index.ts';
import type { ClaimPlan, ClaimTest } from '../../model/index.ts';
import { eventDays } from '../eventDays.ts';

/** What a stream is to a claim, and the days on which its events count. */
export interface StreamRole {
  readonly role: 'trigger' | 'response' | 'counted';
  readonly days: readonly DayInterval[];
}

/**
 * Triggers count on the claim's days; answers also in the window behind them, up to publication; whatever is compared
 * counts on the claimed days and on those it is compared with.
 */
export function daysOfStream(plan: ClaimPlan, stream: string): StreamRole {
  return roleIn(plan.test, plan, stream) ?? { role: 'counted', days: eventDays(plan) };
}

function roleIn(test: ClaimTest, plan: ClaimPlan, stream: string): StreamRole | null {
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
      return asPair(plan, stream, test.trigger, test.response, test.delay.to);
    case 'shift':
      return asPair(plan, stream, test.trigger, test.response, test.days);
    case 'each':
      return test.members.reduce<StreamRole | null>(
        (found, member) => found ?? roleIn(member.test, plan, stream),
        null,
      );
    case 'expects':
      return { role: 'counted', days: [...(test.window ? [test.window] : []), ...test.base] };
    case 'control':
      return { role: 'counted', days: [test.span] };
    case 'extreme':
      return { role: 'counted', days: [{ first: test.since, last: Math.max(test.period.last, test.since) }] };
    case 'onlyDuring':
      return { role: 'counted', days: [...test.inside, ...test.outside] };
    default:
      return null;
  }
}

function asPair(
  { days, judgedUntil }: ClaimPlan,
  stream: string,
  trigger: string,
  response: string,
  window: number,
): StreamRole | null {
  if (stream === trigger) return { role: 'trigger', days };
  if (stream !== response) return null;
  const until = (last: number) =>
    judgedUntil === null || last > judgedUntil ? last + window : Math.min(last + window, judgedUntil);
  return { role: 'response', days: days.map(({ first, last }) => ({ first, last: until(last) })) };
}
