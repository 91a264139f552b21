import type {
  ActorSet,
  Claim,
  PlaceSet,
  ResolvedAmount,
  ResolvedForm,
  ResolvedPattern,
} from '../language/index.ts';

/** One sentence of many: a claim about `each of` several sides or places, for one of them. */
export interface OneOfEach {
  readonly label: string;
  readonly form: ResolvedForm;
}

/**
 * The sentences a claim with `each of` stands for, one for every actor and place named so; empty where it has none.
 * `the same place` and `the same actor` of an answer follow the trigger's own place and actor.
 */
export function eachOf({ form }: Claim): OneOfEach[] {
  switch (form.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
      return combine(form.trigger, form.response).map(([label, trigger, response]) => ({
        label,
        form: { ...form, trigger, response },
      }));
    case 'onlyAfter':
      return combine(form.after, form.amount).map(([label, after, amount]) => ({
        label,
        form: { ...form, after, amount },
      }));
    case 'change':
    case 'onlyDuring':
    case 'extreme':
    case 'total':
    case 'expects':
      return splitAmount(form.amount).map(([label, amount]) => ({ label, form: { ...form, amount } }));
    default:
      return [];
  }
}

function combine(a: ResolvedAmount, b: ResolvedAmount): [string, ResolvedAmount, ResolvedAmount][] {
  const first = splitAmount(a);
  const second = splitAmount(b);
  if (first.length === 0 && second.length === 0) return [];
  const whole = (amount: ResolvedAmount): [string, ResolvedAmount][] => [['', amount]];
  return (first.length > 0 ? first : whole(a)).flatMap(([one, trigger]) =>
    (second.length > 0 ? second : whole(b)).map(
      ([other, response]): [string, ResolvedAmount, ResolvedAmount] => [
        [one, other].filter((part) => part !== '').join(', '),
        trigger,
        response,
      ],
    ),
  );
}

/** An amount for every member of its `each of` sets; empty where it has none. Every pattern of `or` is split alike. */
function splitAmount(amount: ResolvedAmount): [string, ResolvedAmount][] {
  const parts = amount.patterns.map(splitPattern);
  if (parts.every((some) => some.length === 0)) return [];
  const labels = [...new Set(parts.flatMap((some) => some.map(([label]) => label)))];
  return labels.map((label) => {
    const patterns = amount.patterns.flatMap((pattern, index) => {
      const own = parts[index] ?? [];
      return own.length === 0 ? [pattern] : own.filter(([name]) => name === label).map(([, one]) => one);
    });
    return [label, { ...amount, text: `${amount.text} (${label})`, patterns }];
  });
}

function splitPattern(pattern: ResolvedPattern): [string, ResolvedPattern][] {
  const actors = splitActors(pattern.actor);
  const targets = pattern.target === null ? [null] : splitActors(pattern.target);
  const places = pattern.where === null ? [null] : splitPlaces(pattern.where);
  if (actors.length === 1 && targets.length === 1 && places.length === 1) {
    const split = pattern.actor.each || pattern.target?.each || pattern.where?.each;
    if (!split) return [];
  }
  return actors.flatMap((actor) =>
    targets.flatMap((target) =>
      places.map((where): [string, ResolvedPattern] => {
        const named = [
          ...(pattern.actor.each ? [actor.label] : []),
          ...(pattern.target?.each && target ? [target.label] : []),
          ...(pattern.where?.each && where ? [where.label] : []),
        ];
        return [named.join(', '), { ...pattern, actor, target, where }];
      }),
    ),
  );
}

function splitActors(set: ActorSet): ActorSet[] {
  if (!set.each) return [set];
  const names = [...new Set(set.members.map(({ actor }) => actor))].filter(
    (name) => !set.except.includes(name),
  );
  return names.map((name) => ({
    ...set,
    each: false,
    label: name,
    members: set.members.filter(({ actor }) => actor === name),
  }));
}

function splitPlaces(set: PlaceSet): PlaceSet[] {
  if (!set.each) return [set];
  return set.places
    .filter((name) => !set.except.includes(name))
    .map((name) => ({ ...set, each: false, label: name, places: [name] }));
}
