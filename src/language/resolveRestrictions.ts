import { mergeIntervals, type Day, type DayInterval } from '../calendar/index.ts';
import { noDayLeft, restrictionTwice, restrictionWithoutTrigger, unknownPart } from './claimMessages.ts';
import { didYouMean } from './didYouMean.ts';
import type { Form, ItemOfKind, Restriction } from './document.ts';
import { printRestriction } from './printForm.ts';
import { resolveFirstDay, resolveLastDay, resolveLength } from './resolveDates.ts';
import { namedEarlier, resolveAmount, resolveMeasure } from './resolvePatterns.ts';
import { resolvePeriodName } from './resolvePeriods.ts';
import type { Scope } from './scope.ts';
import type { OpenInterval, ResolvedAmount, ResolvedRestriction } from './theatre.ts';

type ClaimItem = ItemOfKind<'claim'>;

/** The parts a claim may assert, each with a finding of its own. */
export const PARTS: readonly string[] = [
  'rate',
  'timing',
  'cause',
  'attribution',
  'intent',
  'event',
  'total',
  'share',
  'control',
  'forecast',
];

const ONCE: Readonly<Partial<Record<Restriction['kind'], string>>> = {
  since: 'since',
  until: 'until',
  gradedBy: 'graded by',
  asserts: 'asserts',
};

/** Sentences that name their own days; a rule's restrictions have nothing to act on. */
const WITHOUT_TRIGGER: ReadonlySet<Form['kind']> = new Set<Form['kind']>([
  'truce',
  'event',
  'total',
  'extreme',
  'expects',
  'untestable',
  'routeState',
  'holds',
]);

export interface Restricted {
  readonly restrictions: readonly ResolvedRestriction[];
  /** The last day of `until D`, or null. */
  readonly until: Day | null;
}

/** The restrictions of a claim, or null when one of them is wrong or together they leave no day; `assuming` is apart. */
export function resolveRestrictions(
  scope: Scope,
  claim: ClaimItem,
  trigger: ResolvedAmount | null,
): Restricted | null {
  const limits = claim.restrictions.filter(({ kind }) => kind !== 'assuming');
  const twice = tellTwice(scope, limits);
  const resolved = limits.map((limit) => resolveRestriction(scope, limit, trigger));
  tellWithoutTrigger(scope, claim);
  const restrictions = resolved.filter((restriction) => restriction !== null);
  if (twice || restrictions.length < resolved.length) return null;
  if (daysLeft(restrictions).length === 0) {
    const dated = limits.filter(({ kind }) => ['since', 'until', 'during', 'outside'].includes(kind));
    const texts = dated.map((restriction) => `\`${printRestriction(restriction)}\``);
    const why = texts.length === 1 ? `${texts[0]} holds none` : `${texts.join(' and ')} share none`;
    scope.tell(noDayLeft(why), dated.at(-1)?.at ?? claim.at);
    return null;
  }
  const until = restrictions.find((restriction) => restriction.kind === 'until');
  return { restrictions, until: until?.day ?? null };
}

function tellTwice(scope: Scope, restrictions: readonly Restriction[]): boolean {
  const seen = new Set<Restriction['kind']>();
  let twice = false;
  for (const { kind, at } of restrictions) {
    const word = ONCE[kind];
    if (word !== undefined && seen.has(kind)) {
      scope.tell(restrictionTwice(word), at);
      twice = true;
    }
    seen.add(kind);
  }
  return twice;
}

function tellWithoutTrigger(scope: Scope, claim: ClaimItem): void {
  if (!WITHOUT_TRIGGER.has(claim.form.kind)) return;
  for (const { kind, at } of claim.restrictions) {
    if (kind === 'since')
      scope.tell(restrictionWithoutTrigger('since', 'Write the days as `from D to D`.'), at);
    if (kind === 'while') scope.tell(restrictionWithoutTrigger('while', null), at);
    if (kind === 'gradedBy') scope.tell(restrictionWithoutTrigger('graded by', null), at);
  }
}

function resolveRestriction(
  scope: Scope,
  restriction: Restriction,
  trigger: ResolvedAmount | null,
): ResolvedRestriction | null {
  switch (restriction.kind) {
    case 'since': {
      const day = resolveFirstDay(scope, restriction.date, restriction.at);
      return day === null ? null : { kind: 'since', day };
    }
    case 'until': {
      const day = resolveLastDay(scope, restriction.date, restriction.at);
      return day === null ? null : { kind: 'until', day };
    }
    case 'during':
    case 'outside': {
      const { kind, period } = restriction;
      const spans = resolvePeriodName(scope, period, restriction.at);
      return spans && { kind, period, spans };
    }
    case 'while': {
      const { quantity } = restriction;
      const amount = resolveAmount(scope, restriction.amount, namedEarlier(trigger));
      const days = resolveLength(scope, restriction.count, restriction.unit, 'This window', restriction.at);
      return amount && days ? { kind: 'while', quantity, amount, days } : null;
    }
    case 'gradedBy': {
      const measure = resolveMeasure(scope, restriction.measure, restriction.at);
      return measure === null ? null : { kind: 'gradedBy', measure };
    }
    case 'asserts': {
      const { parts } = restriction;
      const known = parts.map((part) => checkPart(scope, part, restriction));
      return known.includes(false) ? null : { kind: 'asserts', parts };
    }
    case 'assuming':
      return null;
  }
}

function checkPart(scope: Scope, part: string, { at }: Restriction): boolean {
  if (PARTS.includes(part)) return true;
  const candidates = PARTS.map((name) => ({ name, also: [] }));
  scope.tell(unknownPart(part, PARTS, didYouMean(part, candidates)?.name ?? null), at, part);
  return false;
}

/** The days that `since`, `until`, `during` and `outside` leave together; open ends are infinite. */
export function daysLeft(restrictions: readonly ResolvedRestriction[]): DayInterval[] {
  return restrictions.reduce<DayInterval[]>(
    (days, restriction) => {
      switch (restriction.kind) {
        case 'since':
          return shared(days, [{ first: restriction.day, last: Infinity }]);
        case 'until':
          return shared(days, [{ first: -Infinity, last: restriction.day }]);
        case 'during':
          return shared(days, close(restriction.spans));
        case 'outside':
          return shared(days, around(close(restriction.spans)));
        default:
          return days;
      }
    },
    [{ first: -Infinity, last: Infinity }],
  );
}

/** Spans with open ends as intervals with infinite ends, sorted and disjoint. */
export function close(spans: readonly OpenInterval[]): DayInterval[] {
  return mergeIntervals(
    spans.map(({ first, last }) => ({ first: first ?? -Infinity, last: last ?? Infinity })),
  );
}

/** The days two sets of intervals share. */
export function shared(a: readonly DayInterval[], b: readonly DayInterval[]): DayInterval[] {
  const both = a.flatMap((one) =>
    b.map((other) => ({ first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) })),
  );
  return mergeIntervals(both.filter(({ first, last }) => first <= last));
}

function around(spans: readonly DayInterval[]): DayInterval[] {
  const gaps: DayInterval[] = [];
  let next = -Infinity;
  for (const { first, last } of spans) {
    if (first > next) gaps.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  return next === Infinity ? gaps : [...gaps, { first: next, last: Infinity }];
}
