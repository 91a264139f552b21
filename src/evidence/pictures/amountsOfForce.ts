import {
  ACTS_OF_FORCE,
  ANYONE,
  STANDARD_ACTS,
  type Act,
  type ActorSet,
  type PlaceSet,
  type ResolvedAmount,
  type Theatre,
} from '../../language/index.ts';

/** Every act of force that the theatre knows, as one act: the standard ones, and what the file adds to them. */
function actOfForce(theatre: Theatre): Act {
  const declared = theatre.acts.filter(({ name }) => (ACTS_OF_FORCE as readonly string[]).includes(name));
  const classes = [
    ...ACTS_OF_FORCE.flatMap((name) => STANDARD_ACTS[name] ?? []),
    ...declared.flatMap((act) => act.classes),
  ];
  return {
    name: 'force',
    classes: [...new Set(classes)].sort(),
    codes: [...new Set(declared.flatMap((act) => act.codes))].sort(),
    standard: true,
  };
}

/** Acts of force of one declared actor on another. */
export function forceBetween(theatre: Theatre, actor: string, other: string): ResolvedAmount {
  return amount(theatre, `force by ${actor} on ${other}`, oneActor(actor), oneActor(other), null);
}

/** Acts of force by anyone on anyone in one declared place. */
export function forceIn(theatre: Theatre, place: string): ResolvedAmount {
  const where: PlaceSet = {
    label: place,
    relation: 'in',
    anywhere: false,
    samePlace: false,
    each: false,
    places: [place],
    except: [],
    kilometres: null,
  };
  return amount(theatre, `force in ${place}`, ANYONE, null, where);
}

function oneActor(name: string): ActorSet {
  const members = [{ actor: name, from: null, to: null, saidBy: null }];
  return { ...ANYONE, label: name, anyone: false, members };
}

function amount(
  theatre: Theatre,
  text: string,
  actor: ActorSet,
  target: ActorSet | null,
  where: PlaceSet | null,
): ResolvedAmount {
  const pattern = { text, actor, act: actOfForce(theatre), target, where, date: null, size: null };
  return { text, unit: { of: 'events' }, patterns: [pattern] };
}
