import type { Form } from './document.ts';
import { resolveOpenInterval } from './resolveDates.ts';
import { expandPlaces } from './expandGroups.ts';
import { findNamed } from './resolveNames.ts';
import { NOTHING_EARLIER, resolveActors, resolvePlaces } from './resolveSets.ts';
import type { Scope } from './scope.ts';
import type { ActorSet, PlaceSet, ResolvedAmount } from './theatre.ts';

type ControlForm = Extract<Form, { kind: 'routeState' | 'holds' }>;

const ANYONE: ActorSet = {
  label: 'anyone',
  anyone: true,
  sameActor: false,
  each: false,
  members: [],
  except: [],
};

/** `ROUTE open from D` and `A holds PLACE from D`: the acts by which ground changes hands there. */
export function resolveControl(scope: Scope, form: ControlForm): readonly ResolvedAmount[] | null {
  const days = resolveOpenInterval(scope, form.from, form.to, form.at);
  const actor = form.kind === 'holds' ? resolveActors(scope, form.actor, NOTHING_EARLIER) : ANYONE;
  const where =
    form.kind === 'holds' ? resolvePlaces(scope, form.place, NOTHING_EARLIER) : resolveRoute(scope, form);
  if (!days || !actor || !where) return null;
  return ['advance', 'lose'].flatMap((name) => {
    const act = scope.acts.get(name);
    if (!act) return [];
    const text = `${actor.label} ${name}s in ${where.label}`;
    const pattern = { text, actor, act, target: null, where, date: null, size: null };
    return [{ text, unit: { of: 'events' as const }, patterns: [pattern] }];
  });
}

function resolveRoute(scope: Scope, form: Extract<Form, { kind: 'routeState' }>): PlaceSet | null {
  const entry = findNamed(scope, form.route, ['route'], form.at);
  if (entry?.item.kind !== 'route') return null;
  const places = entry.item.through.flatMap((name) => expandPlaces(scope.names, name));
  return {
    label: form.route,
    relation: 'in',
    anywhere: false,
    samePlace: false,
    each: false,
    places: [...new Set(places)],
    except: [],
    kilometres: null,
  };
}
