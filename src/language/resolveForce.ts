import type { ActorReference, PlaceReference, SourceSpan, TruceHead } from './document.ts';
import { truceWithItself } from './claimMessages.ts';
import { NOTHING_EARLIER, resolveActors, resolvePlaces } from './resolveSets.ts';
import type { Scope } from './scope.ts';
import { STANDARD_ACTS } from './standardActs.ts';
import type { Act, ActorSet, PlaceSet, ResolvedAmount } from './theatre.ts';

/** The standard acts that a truce speaks of. */
export const ACTS_OF_FORCE = [
  'strike',
  'attack',
  'shell',
  'fire',
  'bomb',
  'ambush',
  'clash',
  'kill',
  'assassinate',
  'storm',
] as const;

/** One act that holds every act of force: what falls in a truce, and what an exchange is made of. */
function actOfForce(scope: Scope): Act {
  const acts = ACTS_OF_FORCE.flatMap((name) => scope.acts.get(name) ?? []);
  // A file that declares one of them anew adds to it here: a truce is never narrower than its standard meaning.
  const classes = [
    ...ACTS_OF_FORCE.flatMap((name) => STANDARD_ACTS[name] ?? []),
    ...acts.flatMap((act) => act.classes),
  ];
  const codes = acts.flatMap((act) => act.codes);
  return {
    name: 'force',
    classes: [...new Set(classes)].sort(),
    codes: [...new Set(codes)].sort(),
    standard: true,
  };
}

/** Acts of force by one side on the other (null: on anyone), in a place where one is named. */
export function amountOfForce(
  scope: Scope,
  actor: ActorSet,
  target: ActorSet | null,
  where: PlaceSet | null,
): ResolvedAmount {
  const on = target === null ? '' : ` on ${target.label}`;
  const text = `acts of force by ${actor.label}${on}${where === null ? '' : ` in ${where.label}`}`;
  const pattern = { text, actor, act: actOfForce(scope), target, where, date: null, size: null };
  return { text, unit: { of: 'events' }, patterns: [pattern] };
}

/** The directions in which a truce forbids force: both between two sides, one by one side. */
export function resolveTruceHead(
  scope: Scope,
  head: TruceHead,
  at: SourceSpan,
): readonly ResolvedAmount[] | null {
  const sides = resolveSides(scope, head.first, head.second, head.place);
  if (sides === null) return null;
  const { first, second, where } = sides;
  if (second !== null && head.first.name !== null && head.first.name === head.second?.name) {
    scope.tell(truceWithItself(head.first.name), at);
    return null;
  }
  const there = amountOfForce(scope, first, second, where);
  return head.between && second !== null ? [there, amountOfForce(scope, second, first, where)] : [there];
}

/** Two sides and a place of one sentence; null, and told, when one of them means nothing. */
export function resolveSides(
  scope: Scope,
  firstReference: ActorReference,
  secondReference: ActorReference | null,
  place: PlaceReference | null,
): { readonly first: ActorSet; readonly second: ActorSet | null; readonly where: PlaceSet | null } | null {
  const first = resolveActors(scope, firstReference, NOTHING_EARLIER);
  const second = secondReference && resolveActors(scope, secondReference, NOTHING_EARLIER);
  const where = place && resolvePlaces(scope, place, NOTHING_EARLIER);
  if (!first || (secondReference && !second) || (place && !where)) return null;
  return { first, second, where };
}
