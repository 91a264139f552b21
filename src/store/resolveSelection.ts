import type { Day } from '../calendar/index.ts';
import {
  aboutRange,
  countsAmong,
  foldName,
  liesInRecord,
  matchesPlace,
  type EventSelection,
  type NameFilter,
  type NameSpell,
} from '../record/index.ts';
import type { Dictionary } from './dictionary.ts';
import { ATTRIBUTION_KINDS } from './schema.ts';

/** Numbers of name lists that hold a wanted name, by the days on which that name belongs to the set. */
export interface DatedNumbers {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly numbers: readonly number[];
}

export interface ResolvedNames {
  /** Null: any names or none. */
  readonly anyOf: readonly DatedNumbers[] | null;
  readonly noneOf: readonly DatedNumbers[];
}

/** A selection of which only whole numbers are left: what the database is asked. */
export interface ResolvedSelection {
  readonly records: readonly number[] | null;
  /** 1 takes only events whose direction the record tells, 0 only the others; null both. */
  readonly directed: 0 | 1 | null;
  readonly initiators: ResolvedNames;
  readonly targets: ResolvedNames;
  readonly acts: readonly number[];
  readonly places: readonly number[] | null;
  readonly days: { readonly first: Day; readonly last: Day } | null;
  /** Both ends included; null is open. */
  readonly size: {
    readonly measure: 'killed_targets' | 'killed_initiators' | 'wounded';
    readonly least: number | null;
    readonly most: number | null;
  } | null;
  readonly attributions: readonly number[] | null;
  readonly coarsestDays: number | null;
}

/** Looks every name, place and act up in the dictionaries of the store; null when no event can fit. */
export function resolveSelection(
  selection: EventSelection,
  dictionary: Dictionary,
): ResolvedSelection | null {
  const records = resolveRecords(selection.record, dictionary);
  const { untold } = dictionary;
  // Where every event tells who acted, nothing need be compared to find the others.
  const told = selection.direction === 'untold' && (records ?? [...untold]).every((id) => !untold.has(id));
  const acts = resolveActs(selection, dictionary);
  const { places: filter } = selection;
  const places =
    filter === null
      ? null
      : dictionary.places.filter((place) => matchesPlace(place, filter)).map(({ id }) => id);
  const size = resolveSize(selection);
  const initiators = resolveNames(selection.initiators, dictionary);
  const targets = selection.targets === null ? ANY_NAMES : resolveNames(selection.targets, dictionary);
  if (told || size === 'never' || records?.length === 0 || acts.length === 0 || places?.length === 0)
    return null;
  if (initiators.anyOf?.length === 0 || targets.anyOf?.length === 0) return null;
  return {
    records,
    directed: DIRECTIONS[selection.direction ?? 'either'],
    initiators,
    targets,
    acts,
    places,
    days: selection.days,
    size,
    attributions:
      selection.attributions?.map((word) => (ATTRIBUTION_KINDS as readonly string[]).indexOf(word)) ?? null,
    coarsestDays: selection.coarsestDays,
  };
}

/** What the store writes for an event that tells who acted, and for one that does not. */
const DIRECTIONS = { told: 1, untold: 0, either: null } as const;

function resolveRecords(named: string | null, { records }: Dictionary): number[] | null {
  if (named === null) return null;
  return [...records].filter(([record]) => liesInRecord(record, named)).map(([, id]) => id);
}

const ANY_NAMES: ResolvedNames = { anyOf: null, noneOf: [] };

function resolveNames(filter: NameFilter, dictionary: Dictionary): ResolvedNames {
  const wanted = filter.anyOf === null ? null : dateNumbers(filter.anyOf, dictionary, filter);
  const nobody = filter.orNobody ? [{ from: null, to: null, numbers: dictionary.nobody }] : [];
  return {
    anyOf: wanted === null ? null : [...wanted, ...nobody].filter(({ numbers }) => numbers.length > 0),
    noneOf: dateNumbers(filter.noneOf, dictionary, { anyOf: null }),
  };
}

function dateNumbers(
  spells: readonly NameSpell[],
  { actors, actorsByName }: Dictionary,
  filter: Pick<NameFilter, 'among' | 'anyOf'>,
): DatedNumbers[] {
  const counts = (id: number, name: string): boolean =>
    filter.among === undefined || countsAmong((actors.get(id) ?? []).map(foldName), name, filter);
  const groups = new Map<string, { from: Day | null; to: Day | null; numbers: Set<number> }>();
  for (const { name, from, to } of spells) {
    const key = `${from} ${to}`;
    const group = groups.get(key) ?? { from, to, numbers: new Set<number>() };
    for (const id of actorsByName.get(name) ?? []) if (counts(id, name)) group.numbers.add(id);
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter(({ numbers }) => numbers.size > 0)
    .map(({ from, to, numbers }) => ({ from, to, numbers: [...numbers].sort((a, b) => a - b) }));
}

function resolveActs({ actClasses, actCodes }: EventSelection, { acts }: Dictionary): number[] {
  const codes = new Set(actCodes.map(foldName));
  return acts
    .filter(
      ({ actClass, foldedCode }) =>
        (actClass !== null && actClasses.includes(actClass)) || codes.has(foldedCode),
    )
    .map(({ id }) => id);
}

/** A comparison with any number as an interval of whole numbers. */
function resolveSize({ size, mirrored = false }: EventSelection): ResolvedSelection['size'] | 'never' {
  if (size === null) return null;
  if (size.measure !== 'killed' && size.measure !== 'wounded') return 'never';
  const targets = mirrored ? 'killed_initiators' : 'killed_targets';
  const measure = size.measure === 'killed' ? targets : 'wounded';
  const { value } = size;
  if (Number.isNaN(value)) return 'never';
  switch (size.comparison) {
    case '>=':
      return { measure, least: Math.ceil(value), most: null };
    case '>':
      return { measure, least: Math.floor(value) + 1, most: null };
    case '<=':
      return { measure, least: null, most: Math.floor(value) };
    case '<':
      return { measure, least: null, most: Math.ceil(value) - 1 };
    case '=':
      return Number.isInteger(value) ? { measure, least: value, most: value } : 'never';
    case 'about': {
      const { low, high } = aboutRange(value);
      return { measure, least: Math.ceil(low), most: Math.floor(high) };
    }
  }
}
