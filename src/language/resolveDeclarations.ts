import type { ItemOfKind, Names } from './document.ts';
import { addressRefused } from './claimMessages.ts';
import { resolveDate, resolveOpenInterval, shareOpen } from './resolveDates.ts';
import { expandActors } from './expandGroups.ts';
import { findNamed } from './resolveNames.ts';
import type { Scope } from './scope.ts';
import {
  coordinateOutOfRange,
  positionWithoutRadius,
  radiusWithoutPosition,
  routeTooShort,
  zeroRadius,
} from './declarationMessages.ts';
import { groupEmpty, memberNeverThere, memberSaidByTwo, memberTwice } from './semanticMessages.ts';
import type { Actor, Alliance, Area, Place, Route, Source } from './theatre.ts';

export function resolveActor(item: ItemOfKind<'actor'>): Actor {
  return { ...namesOf(item), at: item.at };
}

/** An alliance as written, with the dates of its memberships; its expansion is made where a pattern names it. */
export function resolveAlliance(scope: Scope, item: ItemOfKind<'alliance'>): Alliance {
  const members = item.members.flatMap(({ actor, from, to, saidBy, at }) => {
    const found = findNamed(scope, actor, ['actor', 'alliance'], at);
    if (saidBy !== null) findNamed(scope, saidBy, ['source'], at);
    const days = resolveOpenInterval(scope, from, to, at);
    if (!found || !days) return [];
    const inner = expandActors(scope, actor);
    const there = inner.filter((one) => shareOpen(days, { first: one.from, last: one.to }) !== null);
    if (inner.length > 0 && there.length === 0) scope.tell(memberNeverThere(item.name, actor), at, actor);
    for (const one of there) {
      if (saidBy !== null && one.saidBy !== null && one.saidBy !== saidBy) {
        scope.tell(memberSaidByTwo(item.name, one.actor, saidBy, one.saidBy), at, actor);
      }
    }
    return [{ actor, from: days.first, to: days.last, saidBy }];
  });
  const complete = members.length === item.members.length;
  const leaves = expandActors(scope, item.name);
  const whole = members.every(({ actor }) => expandActors(scope, actor).length > 0);
  if (complete && whole && leaves.length === 0) scope.tell(groupEmpty(item.name), item.at, item.name);
  return { ...namesOf(item), members, at: item.at };
}

export function resolvePlace(scope: Scope, item: ItemOfKind<'place'>): Place {
  const { position, withinKilometres, name, at } = item;
  if (position && Math.abs(position.latitude) > 90) {
    scope.tell(coordinateOutOfRange('latitude', position.latitude), at);
  }
  if (position && Math.abs(position.longitude) > 180) {
    scope.tell(coordinateOutOfRange('longitude', position.longitude), at);
  }
  if (withinKilometres !== null && withinKilometres <= 0) scope.tell(zeroRadius(name), at, name);
  if (withinKilometres !== null && !position) scope.tell(radiusWithoutPosition(name), at, name);
  if (position && withinKilometres === null) scope.tell(positionWithoutRadius(name), at, name);
  const written = position && { latitude: position.latitude, longitude: position.longitude };
  return { ...namesOf(item), position: written, withinKilometres, at };
}

export function resolveArea(scope: Scope, item: ItemOfKind<'area'>): Area {
  tellTwice(scope, item.name, item.members, item);
  for (const member of item.members) findNamed(scope, member, ['place', 'area'], item.at);
  return { ...namesOf(item), members: item.members, at: item.at };
}

export function resolveRoute(scope: Scope, item: ItemOfKind<'route'>): Route {
  for (const place of item.through) findNamed(scope, place, ['place', 'area'], item.at);
  if (item.through.length < 2) scope.tell(routeTooShort(item.name), item.at, item.name);
  const { name, display, at } = item;
  return { name, display: display ?? name, through: item.through, at };
}

export function resolveSource(scope: Scope, item: ItemOfKind<'source'>): Source {
  const { name, display, publishedAbout, reliability, address, at } = item;
  const published = item.published === null ? null : resolveDate(scope, item.published, at);
  if (address !== null && !/^https?:\/\/\S+$/i.test(address))
    scope.tell(addressRefused(address), at, address);
  return { name, display: display ?? name, published, publishedAbout, reliability, address, at };
}

function namesOf({ name, display, also }: Names): {
  name: string;
  display: string;
  aliases: readonly string[];
} {
  return { name, display: display ?? name, aliases: [...new Set([name, display ?? name, ...also])] };
}

function tellTwice(
  scope: Scope,
  group: string,
  members: readonly string[],
  { at }: ItemOfKind<'area'>,
): void {
  for (const [index, member] of members.entries()) {
    if (members.indexOf(member) < index) scope.tell(memberTwice(group, member), at, member);
  }
}
