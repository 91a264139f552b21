import type { GatheredItem } from './gatherItems.ts';
import { resolveOpenInterval, shareOpen } from './resolveDates.ts';
import type { NameTable } from './scope.ts';
import type { Reports } from './reports.ts';
import type { Scope } from './scope.ts';
import { cycle } from './semanticMessages.ts';
import type { ActorMembership } from './theatre.ts';

/** The declared actors behind a name of an actor or alliance, with the days on which they belong to it. */
export function expandActors(scope: Scope, name: string): ActorMembership[] {
  // What is wrong with the dates of a membership is told where the alliance is declared.
  return expandFrom({ ...scope, tell: () => undefined }, name, [], new Map());
}

/** `known` holds what was expanded already: alliances that share members would else be walked again and again. */
function expandFrom(
  scope: Scope,
  name: string,
  path: readonly string[],
  known: Map<string, ActorMembership[]>,
): ActorMembership[] {
  const before = known.get(name);
  if (before) return before;
  const item = scope.names.get(name)?.item;
  if (item?.kind === 'actor') return [{ actor: name, from: null, to: null, saidBy: null }];
  if (item?.kind !== 'alliance' || path.includes(name)) return [];
  const memberships = item.members.flatMap((member) => {
    const days = resolveOpenInterval(scope, member.from, member.to, member.at);
    if (days === null) return [];
    return expandFrom(scope, member.actor, [...path, name], known).flatMap((inner) => {
      const shared = shareOpen(days, { first: inner.from, last: inner.to });
      if (shared === null) return [];
      const saidBy = inner.saidBy ?? member.saidBy;
      return [{ actor: inner.actor, from: shared.first, to: shared.last, saidBy }];
    });
  });
  const expanded = distinct(memberships);
  known.set(name, expanded);
  return expanded;
}

/** The declared places behind a name of a place or area. */
export function expandPlaces(names: NameTable, name: string): string[] {
  const places = new Set<string>();
  const walked = new Set<string>();
  const walk = (inner: string): void => {
    const item = names.get(inner)?.item;
    if (item?.kind === 'place') places.add(inner);
    if (item?.kind !== 'area' || walked.has(inner)) return;
    walked.add(inner);
    item.members.forEach(walk);
  };
  walk(name);
  return [...places];
}

/** Tells every alliance and area that contains itself, once per circle. */
export function checkCircles(items: readonly GatheredItem[], names: NameTable, reports: Reports): void {
  const told = new Set<string>();
  for (const { item, file } of items) {
    if (item.kind !== 'alliance' && item.kind !== 'area') continue;
    const path = findCircle(names, item.name, item.name, []);
    if (path === null || path.some((name) => told.has(name))) continue;
    path.forEach((name) => told.add(name));
    reports.tell(cycle(item.kind, path), file, item.at, item.name);
  }
}

/** The way from a group back to itself, or null; every group is walked once. */
function findCircle(
  names: NameTable,
  sought: string,
  from: string,
  path: readonly string[],
  walked = new Set<string>(),
): string[] | null {
  const here = [...path, from];
  walked.add(from);
  for (const member of membersOf(names, from)) {
    if (member === sought) return [...here, sought];
    if (walked.has(member)) continue;
    const found = findCircle(names, sought, member, here, walked);
    if (found) return found;
  }
  return null;
}

function membersOf(names: NameTable, name: string): readonly string[] {
  const item = names.get(name)?.item;
  if (item?.kind === 'alliance') return item.members.map(({ actor }) => actor);
  return item?.kind === 'area' ? item.members : [];
}

function distinct(memberships: readonly ActorMembership[]): ActorMembership[] {
  const seen = new Map(memberships.map((membership) => [JSON.stringify(membership), membership]));
  return [...seen.values()];
}
