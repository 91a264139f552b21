import { nothingToRepeat, zeroDistance } from './claimMessages.ts';
import type { ActorReference, PlaceReference, SourceSpan, Where } from './document.ts';
import { expandActors, expandPlaces } from './expandGroups.ts';
import { printActor, printNumber, printPlace } from './printPattern.ts';
import { findNamed } from './resolveNames.ts';
import type { Scope } from './scope.ts';
import { eachOfOne, exceptNotInside, nothingLeft } from './semanticMessages.ts';
import type { ActorSet, PlaceSet } from './theatre.ts';

/** What `the same place`, `the same actor` and `elsewhere` may point back to: what the sentence named earlier. */
export interface Earlier {
  readonly actor: boolean;
  readonly places: readonly string[];
}

export const NOTHING_EARLIER: Earlier = { actor: false, places: [] };

/** The declared actors a reference means, alliances expanded; null, and told, when it means nobody. */
export function resolveActors(scope: Scope, reference: ActorReference, earlier: Earlier): ActorSet | null {
  const { anyone, sameActor, each, name, at } = reference;
  const label = printActor(reference);
  const except = resolveExcept(scope, reference.except, ['actor', 'alliance'], at);
  if (except === null) return null;
  const taken = new Set(except.flatMap((taken) => expandActors(scope, taken).map(({ actor }) => actor)));
  const base = { label, anyone, sameActor, each, except: [...taken] };
  if (sameActor && !earlier.actor) {
    scope.tell(nothingToRepeat('the same actor'), at);
    return null;
  }
  if (anyone || sameActor || name === null) return { ...base, members: [] };
  const entry = findNamed(scope, name, ['actor', 'alliance'], at);
  if (!entry) return null;
  if (each && entry.item.kind === 'actor') scope.tell(eachOfOne(name, 'actor'), at, name);
  const all = expandActors(scope, name);
  tellNotInside(
    scope,
    except,
    all.map(({ actor }) => actor),
    name,
    at,
    (taken) => expandActors(scope, taken).map(({ actor }) => actor),
  );
  const members = all.filter(({ actor }) => !taken.has(actor));
  if (members.length > 0) return { ...base, members };
  // An alliance without members is told where it is declared.
  if (all.length > 0) scope.tell(nothingLeft(label, 'actor'), at);
  return null;
}

/** The declared places of `in PLACE`, `elsewhere` or `near PLACE up to 50 km`; null, and told, when there are none. */
export function resolveWhere(scope: Scope, where: Where, earlier: Earlier): PlaceSet | null {
  switch (where.kind) {
    case 'in':
      return resolvePlaces(scope, where.place, earlier);
    case 'elsewhere': {
      if (earlier.places.length === 0) {
        scope.tell(nothingToRepeat('elsewhere'), where.at);
        return null;
      }
      return { ...EMPTY_PLACES, label: 'elsewhere', relation: 'elsewhere', places: earlier.places };
    }
    case 'near': {
      const { kilometres, samePlace } = where;
      const places = samePlace
        ? repeatPlaces(scope, earlier, where.at)
        : namedPlaces(scope, where.place, where.at);
      if (kilometres <= 0) scope.tell(zeroDistance(), where.at);
      if (places === null || kilometres <= 0) return null;
      const label = `near ${where.place ?? 'the same place'} up to ${printNumber(kilometres)} km`;
      return { ...EMPTY_PLACES, label, relation: 'near', samePlace, places, kilometres };
    }
  }
}

/** The declared places a reference means, areas expanded. */
export function resolvePlaces(scope: Scope, reference: PlaceReference, earlier: Earlier): PlaceSet | null {
  const { anywhere, samePlace, each, name, at } = reference;
  const except = resolveExcept(scope, reference.except, ['place', 'area'], at);
  if (except === null) return null;
  const expand = (taken: string): string[] => expandPlaces(scope.names, taken);
  const taken = new Set(except.flatMap(expand));
  const base = {
    ...EMPTY_PLACES,
    label: printPlace(reference),
    anywhere,
    samePlace,
    each,
    except: [...taken],
  };
  if (samePlace) {
    const places = repeatPlaces(scope, earlier, at);
    return places === null ? null : { ...base, places };
  }
  if (anywhere || name === null) return base;
  const all = namedPlaces(scope, name, at);
  if (all === null) return null;
  if (each && scope.names.get(name)?.item.kind === 'place') scope.tell(eachOfOne(name, 'place'), at, name);
  tellNotInside(scope, except, all, name, at, expand);
  const places = all.filter((place) => !taken.has(place));
  if (places.length > 0) return { ...base, places };
  if (all.length > 0) scope.tell(nothingLeft(base.label, 'place'), at);
  return null;
}

const EMPTY_PLACES: Omit<PlaceSet, 'label'> = {
  relation: 'in',
  anywhere: false,
  samePlace: false,
  each: false,
  places: [],
  except: [],
  kilometres: null,
};

function namedPlaces(scope: Scope, name: string | null, at: SourceSpan): string[] | null {
  if (name === null || !findNamed(scope, name, ['place', 'area'], at)) return null;
  return expandPlaces(scope.names, name);
}

function repeatPlaces(scope: Scope, earlier: Earlier, at: SourceSpan): readonly string[] | null {
  if (earlier.places.length > 0) return earlier.places;
  scope.tell(nothingToRepeat('the same place'), at);
  return null;
}

/** The names after `except` when all of them stand for something; else null. */
function resolveExcept(
  scope: Scope,
  names: readonly string[],
  kinds: readonly ('actor' | 'alliance' | 'place' | 'area')[],
  at: SourceSpan,
): readonly string[] | null {
  const found = names.map((name) => findNamed(scope, name, kinds, at));
  return found.includes(null) ? null : names;
}

function tellNotInside(
  scope: Scope,
  except: readonly string[],
  all: readonly string[],
  set: string,
  at: SourceSpan,
  expand: (name: string) => string[],
): void {
  for (const name of except) {
    if (!expand(name).some((leaf) => all.includes(leaf))) scope.tell(exceptNotInside(name, set), at, name);
  }
}
