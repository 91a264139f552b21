import { describe, expect, it } from 'vitest';
import { countReference } from '../../src/record/countReference.ts';
import { foldEvents } from '../../src/record/foldEvents.ts';
import {
  distanceMetres,
  liesInRecord,
  matchesSelection,
  RECORD_ACT_CLASSES,
  type EventSelection,
  type NameFilter,
} from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';
import { writeRows, type Cells } from './tacitCsvText.ts';

const ANYONE: NameFilter = { anyOf: null, noneOf: [], orNobody: false };
const ALL: EventSelection = {
  record: null,
  initiators: ANYONE,
  targets: null,
  actClasses: RECORD_ACT_CLASSES,
  actCodes: [],
  places: null,
  days: null,
  size: null,
  attributions: null,
  coarsestDays: null,
};
const DAY = 18264; // 2020-01-03
const named = (name: string, from: number | null = null, to: number | null = null): NameFilter => ({
  anyOf: [{ name, from, to }],
  noneOf: [],
  orNobody: false,
});
const place = (names: string[], notNames: string[] = []) => ({
  names,
  circles: [],
  notNames,
  notCircles: [],
});

function fits(cells: Cells, selection: Partial<EventSelection>): boolean {
  const [event] = readWholeRecord(writeRows([cells])).events;
  if (!event) throw new Error('the row was set aside');
  return matchesSelection(event, { ...ALL, ...selection });
}

describe('which events a selection takes', () => {
  it.each<[string, Cells, Partial<EventSelection>, boolean]>([
    ['a folded name', { initiator: 'Kata’ib' }, { initiators: named("kata'ib") }, true],
    ['another name', { initiator: 'KH' }, { initiators: named('us') }, false],
    ['any of several doers', { initiator: 'KH;US' }, { initiators: named('us') }, true],
    [
      'an excluded doer among several',
      { initiator: 'KH;US' },
      { initiators: { ...ANYONE, noneOf: [{ name: 'us', from: null, to: null }] } },
      false,
    ],
    ['nobody, where anyone counts', { initiator: 'UNK' }, {}, true],
    ['nobody, where a name is asked', { initiator: 'UNK' }, { initiators: named('us') }, false],
    [
      'nobody, where nobody counts too',
      { initiator: 'UNK' },
      { initiators: { ...named('us'), orNobody: true } },
      true,
    ],
    ['a member on its last day', {}, { initiators: named('us', null, DAY) }, true],
    ['a member no longer', {}, { initiators: named('us', null, DAY - 1) }, false],
    ['a member not yet', {}, { initiators: named('us', DAY + 1) }, false],
    [
      'a member that may have joined in time',
      { date_end: '2020-01-04', precision: 'night' },
      { initiators: named('us', DAY + 1) },
      true,
    ],
    [
      'an unmapped code by its name',
      { action: 'drone-shot-down' },
      { actClasses: [], actCodes: ['Drone-Shot-Down'] },
      true,
    ],
    ['no act at all', {}, { actClasses: [], actCodes: [] }, false],
    ['a place by one of its names', { place: 'Base 1', zone: 'Tanf' }, { places: place(['tanf']) }, true],
    [
      'a place that is excluded',
      { zone: 'tanf', country: 'Syria' },
      { places: place(['syria'], ['tanf']) },
      false,
    ],
    ['any place but one', { zone: 'erbil' }, { places: place([], ['tanf']) }, true],
    ['an unknown place, where a place is asked', {}, { places: place(['tanf']) }, false],
    ['a day inside', { date_end: '2020-01-04' }, { days: { first: DAY + 1, last: DAY + 5 } }, true],
    ['a day outside', {}, { days: { first: DAY + 1, last: DAY + 5 } }, false],
    [
      'at least two killed',
      { killed_min: '2' },
      { size: { measure: 'killed', comparison: '>=', value: 1.5 } },
      true,
    ],
    [
      'about five killed: four, a fifth less',
      { killed_min: '4' },
      { size: { measure: 'killed', comparison: 'about', value: 5 } },
      true,
    ],
    [
      'about five killed: not seven',
      { killed_min: '7' },
      { size: { measure: 'killed', comparison: 'about', value: 5 } },
      false,
    ],
    [
      'unknown deaths, which are not none',
      {},
      { size: { measure: 'killed', comparison: '<=', value: 5 } },
      false,
    ],
    [
      'a measure no record holds',
      { killed_min: '2' },
      { size: { measure: 'aircraft', comparison: '>=', value: 0 } },
      false,
    ],
    [
      'the first of several doers',
      { initiator: 'US;KH' },
      { initiators: { ...named('us'), among: 'first' } },
      true,
    ],
    [
      'a later one of several',
      { initiator: 'KH;US' },
      { initiators: { ...named('us'), among: 'first' } },
      false,
    ],
    ['the only doer', { initiator: 'US' }, { initiators: { ...named('us'), among: 'alone' } }, true],
    [
      'one of several, where no other may be',
      { initiator: 'US;KH' },
      { initiators: { ...named('us'), among: 'alone' } },
      false,
    ],
    [
      'one of several who all belong to the set',
      { initiator: 'US;KH' },
      {
        initiators: {
          ...named('us'),
          anyOf: [
            { name: 'us', from: null, to: null },
            { name: 'kh', from: null, to: DAY - 1 },
          ],
          among: 'alone',
        },
      },
      true,
    ],
    [
      'nobody, where nobody else may be but nobody counts',
      { initiator: 'UNK' },
      { initiators: { ...named('us'), among: 'alone', orNobody: true } },
      true,
    ],
    ['an event whose direction is told', {}, { direction: 'told' }, true],
    ['none whose direction is not', {}, { direction: 'untold' }, false],
    ['its own record', {}, { record: 'test.csv' }, true],
    ['no other record', {}, { record: 'test' }, false],
    [
      'the dead of the target',
      { killed_min: '5', killed_side: 'target' },
      { size: { measure: 'killed', comparison: '>=', value: 5 } },
      true,
    ],
    [
      'not the dead of the doer',
      { killed_min: '5', killed_side: 'initiator' },
      { size: { measure: 'killed', comparison: '>=', value: 0 } },
      false,
    ],
    [
      'the dead of the side that stands first, where the sides are read the other way round',
      { killed_min: '5', killed_side: 'initiator' },
      { mirrored: true, size: { measure: 'killed', comparison: '>=', value: 5 } },
      true,
    ],
    ['an attribution', { attribution: 'claimed' }, { attributions: ['claimed'] }, true],
    [
      'dates that are too coarse',
      { date_end: '2020-01-31', precision: 'month' },
      { coarsestDays: 14 },
      false,
    ],
    [
      'a long spell, whose first day is known',
      { date_end: '2020-01-31', precision: 'spell' },
      { coarsestDays: 14 },
      true,
    ],
  ])('%s', (_, cells, selection, expected) => {
    expect(fits(cells, selection)).toBe(expected);
  });

  it('measures circles on the globe, in whole metres', () => {
    expect(distanceMetres({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBe(111195);
    expect(distanceMetres({ latitude: 51.5, longitude: -0.1 }, { latitude: 51.5, longitude: -0.1 })).toBe(0);
    const at = { latitude: '0', longitude: '179.9' };
    const circle = (kilometres: number) => ({
      ...place([]),
      circles: [{ latitude: 0, longitude: -179.9, kilometres }],
    });
    expect(fits(at, { places: circle(22.239) })).toBe(true);
    expect(fits(at, { places: circle(22.238) })).toBe(false);
  });
});

it('finds the records of a folder, and of an archive, under their name', () => {
  expect(liesInRecord('acled/2019.csv', 'acled/')).toBe(true);
  expect(liesInRecord('acled.zip/2019.csv', 'acled.zip')).toBe(true);
  expect(liesInRecord('acled2/2019.csv', 'acled')).toBe(false);
  expect(liesInRecord('other/acled/2019.csv', 'acled/')).toBe(false);
});

describe('countReference', () => {
  const { events } = readWholeRecord(
    writeRows([
      { killed_min: '2', killed_max: '3' },
      {},
      { killed_max: '9' },
      { date_end: '2020-01-04', precision: 'night' },
      { date_end: '2020-01-20', precision: 'spell' },
      { date_start: '2019-01-01', date_end: '' },
    ]),
  );

  it('counts by days, in order, adding what is stated', () => {
    expect(countReference(foldEvents(events), { streams: [{ id: 's', anyOf: [ALL] }] })).toEqual([
      { stream: 's', first: 17897, last: 17897, events: 1, killedLow: null, killedHigh: null, wounded: null },
      { stream: 's', first: DAY, last: DAY, events: 4, killedLow: 2, killedHigh: 12, wounded: null },
      { stream: 's', first: DAY, last: DAY + 1, events: 1, killedLow: null, killedHigh: null, wounded: null },
    ]);
  });

  it('counts an event that fits twice once', () => {
    const cells = countReference(foldEvents(events), { streams: [{ id: 's', anyOf: [ALL, ALL] }] });
    expect(cells.reduce((sum, cell) => sum + cell.events, 0)).toBe(6);
  });
});
