import type { DayInterval } from '../calendar/index.ts';
import type {
  ActorSet,
  Bound,
  DirectionPolicy,
  PlaceSet,
  ResolvedPattern,
  Theatre,
} from '../language/index.ts';
import {
  foldName,
  type Circle,
  type Comparison,
  type EventSelection,
  type NameFilter,
  type NameSpell,
  type PlaceFilter,
} from '../record/index.ts';

/**
 * What surrounds a pattern: the file, the record (null: every record) and who acts on whom in it, and the trigger that
 * `elsewhere` speaks of.
 */
export interface SelectionContext {
  readonly theatre: Theatre;
  readonly record?: string | null;
  readonly direction: DirectionPolicy;
  readonly trigger: ResolvedPattern | null;
}

/**
 * The events a pattern takes, as typed filters over folded names. Several alternatives mean "any of these".
 * Acts inside an alliance are no acts on it: where anyone acts on an alliance, its own members are left out.
 * Where an event tells no direction (`either way`: nowhere) both orders of the two sides are taken.
 */
export function selectEvents(pattern: ResolvedPattern, context: SelectionContext): EventSelection[] {
  const { theatre, trigger } = context;
  const actor = pattern.actor.sameActor && trigger ? trigger.actor : pattern.actor;
  const target = pattern.target?.sameActor && trigger ? trigger.actor : pattern.target;
  const initiators = filterActors(actor, theatre);
  const targets = target === null ? null : filterActors(target, theatre);
  const ownActs = actor.anyone && target !== null && !target.anyone ? namesOf(target, theatre) : [];
  const selection: EventSelection = {
    record: context.record ?? null,
    initiators: { ...initiators, noneOf: [...initiators.noneOf, ...ownActs] },
    targets,
    actClasses: pattern.act.classes,
    actCodes: pattern.act.codes,
    places: filterPlaces(pattern.where, trigger, theatre),
    days: pattern.date,
    size: compareSize(pattern),
    attributions: null,
    coarsestDays: null,
  };
  if (context.direction === 'recorded' || namesNoSide(pattern)) return [selection];
  const mirrored: EventSelection = {
    ...selection,
    initiators: targets ?? { anyOf: null, noneOf: [], orNobody: false },
    targets: selection.initiators,
    mirrored: true,
  };
  return [selection, context.direction === 'either way' ? mirrored : { ...mirrored, direction: 'untold' }];
}

/** Whether a pattern takes all sides alike, so that it does not matter who acted (`anyone strikes`). */
export function namesNoSide({ actor, target }: ResolvedPattern): boolean {
  const takesAll = (side: ActorSet) => side.anyone && side.except.length === 0;
  return takesAll(actor) && (target === null || takesAll(target));
}

/** Limits a selection to some days; null where the pattern's own date shares no day with them. */
export function limitDays(selection: EventSelection, days: DayInterval): EventSelection {
  const own = selection.days;
  return {
    ...selection,
    days: own
      ? { first: Math.max(own.first, days.first), last: Math.min(own.last, days.last) }
      : { first: days.first, last: days.last },
  };
}

function filterActors(set: ActorSet, theatre: Theatre): NameFilter {
  const noneOf = set.except.flatMap((name) => spellNames(name, null, null, theatre));
  if (set.anyone) return { anyOf: null, noneOf, orNobody: false };
  return { anyOf: namesOf(set, theatre), noneOf, orNobody: false };
}

function namesOf(set: ActorSet, theatre: Theatre): NameSpell[] {
  const members = set.members.flatMap(({ actor, from, to }) => spellNames(actor, from, to, theatre));
  // A record may hold the alliance itself under its own name ("Iran-aligned militias").
  const written = set.label.replace(/^each of /, '').split(' except ')[0] ?? '';
  const alliance = theatre.alliances.find(({ name }) => name === written);
  const own = (alliance?.aliases ?? []).map((alias) => ({ name: foldName(alias), from: null, to: null }));
  return [...members, ...own];
}

function spellNames(
  actorName: string,
  from: number | null,
  to: number | null,
  theatre: Theatre,
): NameSpell[] {
  const actor = theatre.actors.find(({ name }) => name === actorName);
  if (!actor) throw new Error(`the theatre has no actor ${actorName}`);
  return actor.aliases.map((alias) => ({ name: foldName(alias), from, to }));
}

function filterPlaces(
  where: PlaceSet | null,
  trigger: ResolvedPattern | null,
  theatre: Theatre,
): PlaceFilter | null {
  if (where === null || where.anywhere) {
    return where === null || where.except.length === 0
      ? null
      : { names: [], circles: [], ...exclude(where.except, theatre) };
  }
  if (where.relation === 'elsewhere') {
    const here = trigger?.where?.places ?? [];
    return here.length === 0 ? null : { names: [], circles: [], ...exclude(here, theatre) };
  }
  const source = where.samePlace && trigger?.where ? trigger.where : where;
  const radius = where.relation === 'near' ? where.kilometres : null;
  return {
    names: source.places.flatMap((name) => placeNames(name, theatre)),
    circles: source.places.flatMap((name) => placeCircles(name, radius, theatre)),
    ...exclude(source.except, theatre),
  };
}

function exclude(places: readonly string[], theatre: Theatre): Pick<PlaceFilter, 'notNames' | 'notCircles'> {
  return {
    notNames: places.flatMap((name) => placeNames(name, theatre)),
    notCircles: places.flatMap((name) => placeCircles(name, null, theatre)),
  };
}

function findPlace(placeName: string, theatre: Theatre) {
  const place = theatre.places.find(({ name }) => name === placeName);
  if (!place) throw new Error(`the theatre has no place ${placeName}`);
  return place;
}

function placeNames(placeName: string, theatre: Theatre): string[] {
  return findPlace(placeName, theatre).aliases.map(foldName);
}

function placeCircles(placeName: string, radius: number | null, theatre: Theatre): Circle[] {
  const { position, withinKilometres } = findPlace(placeName, theatre);
  const kilometres = radius ?? withinKilometres;
  return position && kilometres !== null ? [{ ...position, kilometres }] : [];
}

const COMPARISONS: Readonly<Record<Bound, Comparison>> = {
  'at least': '>=',
  'more than': '>',
  'at most': '<=',
  'fewer than': '<',
  about: 'about',
  exactly: '=',
};

function compareSize(pattern: ResolvedPattern): EventSelection['size'] {
  if (pattern.size === null) return null;
  const { measure, quantity } = pattern.size;
  // A bare number is read as "exactly".
  return { measure, comparison: COMPARISONS[quantity.bound ?? 'exactly'], value: quantity.value };
}
