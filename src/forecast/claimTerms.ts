import { mergeIntervals, type DayInterval } from '../calendar/index.ts';
import {
  geometricForWindow,
  type AnswerTerm,
  type ClaimPlan,
  type ClaimTest,
  type DelayChoice,
  type DelaySpec,
  type Gate,
  type ModifierTerm,
  type NestedRule,
} from '../model/index.ts';

/** A term that a claim puts into a receiving stream's model, or why it puts none. */
export type ClaimTerm =
  | { readonly of: 'answer'; readonly stream: string; readonly term: AnswerTerm & { readonly name: string } }
  | { readonly of: 'modifier'; readonly stream: string; readonly term: ModifierTerm }
  | { readonly of: 'none'; readonly why: string };

export interface TermScope {
  /** Last day of the plan: what holds up to it is taken to hold beyond. */
  readonly last: number;
  readonly stepDays: 1 | 7;
}

/** Later than any day that is forecast. */
const OPEN_END = 10_000_000;

/**
 * The terms of one claim. Answers take the claim's own delay and hold on its days, publication or not: the parameters are
 * fitted up to the origin, and what holds on the record's last day goes on.
 */
export function claimTerms(claim: ClaimPlan, scope: TermScope): ClaimTerm[] {
  const days = openEnded([...claim.days, ...claim.daysAfterPublication], scope);
  return termsOf(claim.test, claim.claim, days, scope);
}

function termsOf(test: ClaimTest, name: string, days: readonly DayInterval[], scope: TermScope): ClaimTerm[] {
  const { stepDays } = scope;
  const steps = (count: number) => Math.max(1, Math.ceil(count / stepDays));
  switch (test.kind) {
    case 'answer': {
      const delay = chooseDelay(test.delay, stepDays);
      const plain: ClaimTerm = {
        of: 'answer',
        stream: test.response,
        term: { name, from: test.trigger, delay, triggersOn: days },
      };
      const gate = gateOf(test.nested, steps);
      if (!gate) return [plain];
      const gated = { ...plain.term, name: `${name} while`, gate };
      return [plain, { ...plain, term: gated }];
    }
    case 'mutual': {
      const delay = chooseDelay(test.delay, stepDays);
      const answer = (from: string, stream: string, which: string): ClaimTerm => ({
        of: 'answer',
        stream,
        term: { name: `${name} ${which}`, from, delay, triggersOn: days },
      });
      return [answer(test.first, test.second, 'there'), answer(test.second, test.first, 'back')];
    }
    case 'shift':
      if (test.negated) return [none('says that nothing changes')];
      return [
        {
          of: 'modifier',
          stream: test.response,
          term: { of: 'recent', name, stream: test.trigger, steps: steps(test.days) },
        },
      ];
    case 'coMovement':
      return [
        {
          of: 'modifier',
          stream: test.stream,
          term: { of: 'together', name, stream: test.other, steps: steps(test.days) },
        },
      ];
    case 'change': {
      if (test.trend === 'unchanged') return [none('says that nothing changes')];
      const windows = openEnded(test.windows, scope);
      const span = { first: test.windows[0]?.first ?? 0, last: test.windows.at(-1)?.last ?? 0 };
      return [
        {
          of: 'modifier',
          stream: test.stream,
          term: test.steadily ? { of: 'steady', name, days: span } : { of: 'dates', name, days: windows },
        },
      ];
    }
    case 'truce': {
      const windows = openEnded(test.windows, scope);
      const only = windows.length === 1 && test.anticipation ? windows[0]! : null;
      return test.directions.map((stream, direction) => {
        const own = test.directions.length === 1 ? name : `${name} ${direction === 0 ? 'there' : 'back'}`;
        const term: ModifierTerm =
          only && test.anticipation
            ? { of: 'truce', name: own, days: only, expectedFrom: test.anticipation.first }
            : { of: 'dates', name: own, days: windows };
        return { of: 'modifier', stream, term };
      });
    }
    case 'onlyDuring':
      return [
        {
          of: 'modifier',
          stream: test.stream,
          term: { of: 'dates', name, days: openEnded(test.inside, scope) },
        },
      ];
    case 'each':
      return test.members.flatMap(({ label, test: one }) => termsOf(one, `${name} ${label}`, days, scope));
    case 'noExtra':
      return [none('says that nothing is added')];
    case 'sameDay':
      return [none('speaks of one day: days have no order inside')];
    case 'strength':
      return [none('compares strengths that other claims have')];
    case 'onlyAfter':
    case 'event':
    case 'total':
    case 'control':
    case 'share':
    case 'extreme':
    case 'exchanges':
    case 'expects':
    case 'untestable':
      return [none('does not say how events follow from each other')];
  }
}

const none = (why: string): ClaimTerm => ({ of: 'none', why });

/** The claim's window in steps, with the same delay as its verdict. */
function chooseDelay(delay: DelaySpec, stepDays: number): DelayChoice {
  const from = Math.max(1, Math.ceil(delay.from / stepDays));
  const to = Math.max(from, Math.ceil(delay.to / stepDays));
  const parameters = delay.family === 'geometric' ? geometricForWindow(to - from + 1) : [];
  return { family: delay.family, parameters, from, to };
}

/** `while`: the gate of the nested rule. Graded rules have none: their triggers are weighed, which no path can do. */
function gateOf(nested: NestedRule | null, steps: (days: number) => number): Gate | null {
  if (nested?.kind !== 'while') return null;
  const { bound, value, none: isNone } = nested.quantity;
  const gate = { of: nested.stream, steps: steps(nested.days) };
  if (isNone) return { ...gate, fewerThan: 1 };
  switch (bound) {
    case 'at least':
      return { ...gate, atLeast: value };
    case 'more than':
      return { ...gate, atLeast: value + 1 };
    case 'fewer than':
      return { ...gate, fewerThan: value };
    case 'at most':
      return { ...gate, fewerThan: value + 1 };
    default:
      return { ...gate, atLeast: value, fewerThan: value + 1 };
  }
}

function openEnded(days: readonly DayInterval[], { last, stepDays }: TermScope): DayInterval[] {
  return mergeIntervals(days).map((one) =>
    one.last > last - stepDays ? { first: one.first, last: OPEN_END } : one,
  );
}
