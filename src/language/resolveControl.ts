import { ANYONE } from './anyone.ts';
import type { Form } from './document.ts';
import { resolveOpenInterval } from './resolveDates.ts';
import { expandPlaces } from './expandGroups.ts';
import { findNamed } from './resolveNames.ts';
import { NOTHING_EARLIER, resolveActors, resolvePlaces } from './resolveSets.ts';
import type { Scope } from './scope.ts';
import type { ActorSet, PlaceSet, ResolvedAmount, ResolvedForm } from './theatre.ts';

type ControlForm = Extract<Form, { kind: 'routeState' | 'holds' }>;

/** `ROUTE open from D` and `A holds PLACE from D`: the acts by which ground changes hands there. */
export function resolveControl(scope: Scope, form: ControlForm): ResolvedForm | null {
  const span = resolveOpenInterval(scope, form.from, form.to, form.at);
  const holder = form.kind === 'holds' ? resolveActors(scope, form.actor, NOTHING_EARLIER) : null;
  const where =
    form.kind === 'holds' ? resolvePlaces(scope, form.place, NOTHING_EARLIER) : resolveRoute(scope, form);
  if (!span || !where || (form.kind === 'holds' && !holder)) return null;
  const gains = actsOnGround(scope, 'advance', holder ?? ANYONE, where);
  const losses = actsOnGround(scope, 'lose', holder ?? ANYONE, where);
  const state = form.kind === 'holds' ? 'held' : form.state;
  return {
    kind: 'control',
    of: form.kind === 'holds' ? 'place' : 'route',
    state,
    where,
    holder,
    span,
    gains,
    losses,
  };
}

function actsOnGround(
  scope: Scope,
  name: 'advance' | 'lose',
  actor: ActorSet,
  where: PlaceSet,
): ResolvedAmount {
  const text = `${actor.label} ${name}s in ${where.label}`;
  const act = scope.acts.get(name);
  if (!act) throw new Error(`the standard acts lack ${name}`);
  const pattern = { text, actor, act, target: null, where, date: null, size: null };
  return { text, unit: { of: 'events' }, patterns: [pattern] };
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
