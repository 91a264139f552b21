import type { Day } from '../calendar/index.ts';
import { aboutRange } from './aboutRange.ts';
import type { Event } from './event.ts';
import type { FoldedEvent } from './foldEvents.ts';
import { foldName } from './foldName.ts';
import { liesInRecord } from './liesInRecord.ts';
import { matchesPlace } from './matchesPlace.ts';
import type { Comparison, EventSelection, NameFilter, NameSpell } from './selection.ts';

type Spells = ReadonlyMap<string, readonly NameSpell[]>;
type Days = { readonly first: Day; readonly last: Day };

/** Whether an event is taken by a selection, with what can be looked up once looked up: for many events. */
export function compileSelection(selection: EventSelection): (folded: FoldedEvent) => boolean {
  const { record, direction, places, days, size, attributions, coarsestDays, mirrored = false } = selection;
  const classes = new Set(selection.actClasses);
  const codes = new Set(selection.actCodes.map(foldName));
  const initiators = compileNames(selection.initiators);
  const targets = selection.targets === null ? null : compileNames(selection.targets);
  return (folded) => {
    const { event } = folded;
    if (!(event.actClass !== null && classes.has(event.actClass)) && !codes.has(folded.code)) return false;
    if (record !== null && !liesInRecord(event.record, record)) return false;
    if (direction !== undefined && event.directed !== (direction === 'told')) return false;
    if (days !== null && !(event.first <= days.last && event.last >= days.first)) return false;
    if (!initiators(folded.initiators, event)) return false;
    if (targets !== null && !targets(folded.targets, event)) return false;
    if (places !== null) {
      const { latitude, longitude } = event;
      if (!matchesPlace({ names: folded.placeNames, latitude, longitude }, places)) return false;
    }
    if (size !== null) {
      const held = measureOf(event, size.measure, mirrored);
      if (held === null || !compare(held, size.comparison, size.value)) return false;
    }
    if (attributions !== null && !attributions.includes(event.attribution)) return false;
    if (coarsestDays === null || event.precision === 'spell') return true;
    return event.last - event.first + 1 <= coarsestDays;
  };
}

function compileNames(filter: NameFilter): (names: readonly string[], days: Days) => boolean {
  const noneOf = groupSpells(filter.noneOf);
  const anyOf = filter.anyOf === null ? null : groupSpells(filter.anyOf);
  return (names, days) => {
    if (holds(noneOf, names, names.length, days)) return false;
    if (anyOf === null) return true;
    if (names.length === 0) return filter.orNobody;
    if (filter.among === 'alone' && !names.every((name) => anyOf.has(name))) return false;
    return holds(anyOf, names, filter.among === 'first' ? 1 : names.length, days);
  };
}

function groupSpells(spells: readonly NameSpell[]): Spells {
  const groups = new Map<string, NameSpell[]>();
  for (const spell of spells) groups.set(spell.name, [...(groups.get(spell.name) ?? []), spell]);
  return groups;
}

/** Whether one of the first `count` names belongs to the set on one of the days. */
function holds(spells: Spells, names: readonly string[], count: number, { first, last }: Days): boolean {
  if (spells.size === 0) return false;
  for (let k = 0; k < count; k++) {
    for (const { from, to } of spells.get(names[k]!) ?? []) {
      if ((from === null || last >= from) && (to === null || first <= to)) return true;
    }
  }
  return false;
}

/** Measures a record of events holds; any other measure is stated by no row. */
function measureOf(event: Event, measure: string, mirrored: boolean): number | null {
  if (measure === 'killed') return killedOf(event, mirrored);
  return measure === 'wounded' ? event.wounded : null;
}

/** The dead of one side are not those of the other: where a row tells only the other side's, this number is unknown. */
function killedOf(event: Event, mirrored: boolean): number | null {
  const { killedInitiators, killedTargets, killedLow } = event;
  const [own, other] = mirrored ? [killedInitiators, killedTargets] : [killedTargets, killedInitiators];
  if (own !== null) return own;
  return other === null ? killedLow : null;
}

function compare(held: number, comparison: Comparison, value: number): boolean {
  switch (comparison) {
    case '>=':
      return held >= value;
    case '>':
      return held > value;
    case '<=':
      return held <= value;
    case '<':
      return held < value;
    case '=':
      return held === value;
    case 'about': {
      const { low, high } = aboutRange(value);
      return held >= low && held <= high;
    }
  }
}
