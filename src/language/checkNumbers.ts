import {
  backwards,
  notAPercentage,
  percentTooHigh,
  shareNotWithin,
  shareOfCases,
  unchangedBy,
} from './claimMessages.ts';
import type { By, DateText, Quantity, SourceSpan, Trend } from './document.ts';
import { resolveFirstDay, resolveLastDay } from './resolveDates.ts';
import type { Scope } from './scope.ts';
import type { ActorSet, PlaceSet, ResolvedAmount, ResolvedPattern } from './theatre.ts';

/** `by about 65 percent`: nothing falls by more than all of it, and what is unchanged changes by nothing. */
export function checkBy(scope: Scope, by: By | null, trend: Trend | null): boolean {
  if (by === null) return true;
  if (trend === 'unchanged') {
    scope.tell(unchangedBy(), by.at);
    return false;
  }
  if (by.percent <= 0) {
    scope.tell(notAPercentage('A change by a percentage', by.percent, 'more than 0'), by.at);
    return false;
  }
  return trend !== 'falls' || checkPercent(scope, by.percent, 'nothing falls by more than all of it', by.at);
}

/** False, and told, above 100 percent. */
export function checkPercent(scope: Scope, percent: number, why: string, at: SourceSpan): boolean {
  if (percent <= 100) return true;
  scope.tell(percentTooHigh(percent, why), at, String(percent));
  return false;
}

/** `in at least 80 percent of cases`. */
export function checkShareOfCases(scope: Scope, share: Quantity, at: SourceSpan): boolean {
  if (share.value <= 100) return true;
  scope.tell(shareOfCases(String(share.value)), at, String(share.value));
  return false;
}

/** `highest in D since D`: the second date begins before the first ends. */
export function checkOrder(scope: Scope, earlier: DateText, later: DateText, at: SourceSpan): boolean {
  const first = resolveFirstDay(scope, earlier, at);
  const last = resolveLastDay(scope, later, at);
  if (first === null || last === null) return false;
  if (first <= last) return true;
  scope.tell(backwards(earlier, later), at, earlier);
  return false;
}

/** A share is told only of what lies within the whole: every event of the part must be one of the whole. */
export function checkShareWithin(
  scope: Scope,
  part: ResolvedAmount,
  whole: ResolvedAmount,
  at: SourceSpan,
): void {
  const inside = part.patterns.every((pattern) => whole.patterns.some((other) => liesWithin(pattern, other)));
  if (!inside) scope.tell(shareNotWithin(part.text, whole.text), at);
}

function liesWithin(part: ResolvedPattern, whole: ResolvedPattern): boolean {
  const acts =
    part.act.classes.every((name) => whole.act.classes.includes(name)) &&
    part.act.codes.every((code) => whole.act.codes.includes(code));
  const targets = whole.target === null || (part.target !== null && actorsWithin(part.target, whole.target));
  const sizes = whole.size === null || JSON.stringify(whole.size) === JSON.stringify(part.size);
  return (
    acts && targets && sizes && actorsWithin(part.actor, whole.actor) && placesWithin(part.where, whole.where)
  );
}

function actorsWithin(part: ActorSet, whole: ActorSet): boolean {
  if (whole.anyone) return whole.except.length === 0 || !part.anyone;
  if (part.anyone || part.sameActor || whole.sameActor) return part.sameActor;
  return part.members.every(({ actor }) => whole.members.some((member) => member.actor === actor));
}

function placesWithin(part: PlaceSet | null, whole: PlaceSet | null): boolean {
  if (whole === null || whole.anywhere || whole.relation !== 'in' || whole.samePlace) return true;
  if (part === null || part.anywhere || part.relation !== 'in') return false;
  return part.places.every((place) => whole.places.includes(place));
}
