import { expect, it } from 'vitest';
import { compileSelection } from '../../src/record/compileSelection.ts';
import { foldEvents } from '../../src/record/foldEvents.ts';
import { RECORD_ACT_CLASSES, type EventSelection, type NameFilter } from '../../src/record/index.ts';
import { takeEvents } from '../../src/record/takeEvents.ts';
import { readWholeRecord } from './readWholeRecord.ts';
import { writeRows } from './tacitCsvText.ts';

const INITIATORS = ['US', 'KH', 'KH;US', 'UNK', 'HaH', 'US;US', 'KH;HaH', 'US'];
const dayOf = (row: number) => `2020-01-0${row + 1}`;
const events = foldEvents(
  readWholeRecord(
    writeRows(
      INITIATORS.map((initiator, row) => ({
        ...{ event_id: `e${row}`, initiator, date_start: dayOf(row), date_end: dayOf(row) },
        ...{ killed_min: String(row), killed_max: String(row), place: row % 2 === 0 ? 'Tanf' : 'Kirkuk' },
      })),
    ),
  ).events,
);

const spells = (...names: string[]) => names.map((name) => ({ name, from: null, to: null }));
const FILTERS: readonly [string, NameFilter][] = [
  ['one name', { anyOf: spells('us'), noneOf: [], orNobody: false }],
  ['several names, one of them twice', { anyOf: spells('hah', 'us', 'us'), noneOf: [], orNobody: false }],
  ['a name or nobody', { anyOf: spells('us'), noneOf: [], orNobody: true }],
  ['anybody', { anyOf: null, noneOf: [], orNobody: false }],
  ['anybody but one', { anyOf: null, noneOf: spells('kh'), orNobody: false }],
  ['no known name', { anyOf: spells('nobody'), noneOf: [], orNobody: false }],
  ['first named', { anyOf: spells('us'), noneOf: [], orNobody: false, among: 'first' }],
];

const DAY = events[0]!.event.first;
const dated = (name: string, from: number) => [{ name, from, to: null }];
const EVERYTHING: EventSelection = {
  record: null,
  initiators: { anyOf: null, noneOf: [], orNobody: false },
  targets: null,
  actClasses: RECORD_ACT_CLASSES,
  actCodes: [],
  places: null,
  days: null,
  size: null,
  attributions: null,
  coarsestDays: null,
};
const SELECTIONS: readonly [string, EventSelection][] = [
  ...FILTERS.map(([name, initiators]): [string, EventSelection] => [name, { ...EVERYTHING, initiators }]),
  [
    'a name from a day on',
    { ...EVERYTHING, initiators: { anyOf: dated('us', DAY + 2), noneOf: [], orNobody: false } },
  ],
  [
    'anybody but one from a day on',
    { ...EVERYTHING, initiators: { anyOf: null, noneOf: dated('us', DAY + 2), orNobody: false } },
  ],
  ['single days', { ...EVERYTHING, days: { first: DAY + 1, last: DAY + 3 } }],
  ['some dead', { ...EVERYTHING, size: { measure: 'killed', comparison: '>=', value: 3 } }],
  ['one place', { ...EVERYTHING, places: { names: ['tanf'], circles: [], notNames: [], notCircles: [] } }],
];

it.each(SELECTIONS)('takes what looking at every event takes, in its order: %s', (_, selection) => {
  const takes = compileSelection(selection);
  const looked = events.flatMap((event, place) => (takes(event) ? [place] : []));
  const taken = takeEvents(events);
  expect(events).toHaveLength(INITIATORS.length);
  if (selection.days ?? selection.size ?? selection.places)
    expect(looked.length % INITIATORS.length).not.toBe(0);
  expect(taken(selection)).toEqual(looked);
  // Asked again, and after another selection, it is what it was.
  taken({ ...selection, actClasses: [] });
  expect(taken(selection)).toEqual(looked);
});
