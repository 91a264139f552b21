import { formatDay } from '../../calendar/index.ts';
import type { EventSelection, NameFilter, NameSpell, PlaceFilter } from '../../record/index.ts';

/** Which rows a pattern takes, line by line in words; names as they are compared (small letters, no accents). */
export function describeSelection(selection: EventSelection): string[] {
  const { initiators, targets, mirrored, direction, actClasses, actCodes, places } = selection;
  const [doer, other] = mirrored === true ? ['second side', 'first side'] : ['doer', 'target'];
  return [
    ...(selection.record === null ? [] : [`record: ${selection.record}`]),
    `${doer}: ${describeNames(initiators)}`,
    `${other}: ${targets === null ? 'anyone or no one' : describeNames(targets)}`,
    ...(direction === 'told' ? ['only rows that say who acted'] : []),
    ...(direction === 'untold' ? ['only rows that do not say which side acted'] : []),
    `acts: ${describeActs(actClasses, actCodes)}`,
    ...(places === null ? [] : [`place: ${describePlaces(places)}`]),
    ...describeLimits(selection),
  ];
}

function describeNames({ anyOf, noneOf, orNobody, among }: NameFilter): string {
  const names = anyOf === null ? 'anyone or no one' : anyOf.map(describeSpell).join(', ');
  const parts = [
    names === '' ? 'nobody' : names,
    ...(noneOf.length > 0 ? [`but not ${noneOf.map(describeSpell).join(', ')}`] : []),
    ...(orNobody ? ['or nobody named'] : []),
    ...(among === 'first' ? ['as the first named'] : []),
    ...(among === 'alone' ? ['and nobody else'] : []),
  ];
  return parts.join(', ');
}

function describeSpell({ name, from, to }: NameSpell): string {
  if (from === null && to === null) return name;
  const ends = [from === null ? '' : `from ${formatDay(from)}`, to === null ? '' : `to ${formatDay(to)}`];
  return `${name} (${ends.filter((end) => end !== '').join(' ')})`;
}

function describeActs(classes: readonly string[], codes: readonly string[]): string {
  const named = classes.join(', ');
  if (codes.length === 0) return named === '' ? 'none' : named;
  return `${named}${named === '' ? '' : '; '}codes ${codes.join(', ')}`;
}

function describePlaces({ names, circles, notNames, notCircles }: PlaceFilter): string {
  const circle = ({ latitude, longitude, kilometres }: PlaceFilter['circles'][number]) =>
    `within ${kilometres} km of ${latitude}, ${longitude}`;
  const taken = [...names, ...circles.map(circle)];
  const left = [...notNames, ...notCircles.map(circle)];
  return `${taken.length === 0 ? 'anywhere' : taken.join(', ')}${left.length === 0 ? '' : `, but not ${left.join(', ')}`}`;
}

function describeLimits({ days, size, attributions, coarsestDays }: EventSelection): string[] {
  return [
    ...(days === null ? [] : [`days: ${formatDay(days.first)} to ${formatDay(days.last)}`]),
    ...(size === null ? [] : [`size: ${size.measure} ${size.comparison} ${size.value}`]),
    ...(attributions === null ? [] : [`who says so: ${attributions.join(', ')}`]),
    ...(coarsestDays === null ? [] : [`dated to within ${coarsestDays} days`]),
  ];
}
