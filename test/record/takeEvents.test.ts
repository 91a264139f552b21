import { expect, it } from 'vitest';
import { compileSelection } from '../../src/record/compileSelection.ts';
import { foldEvents } from '../../src/record/foldEvents.ts';
import { RECORD_ACT_CLASSES, type EventSelection, type NameFilter } from '../../src/record/index.ts';
import { takeEvents } from '../../src/record/takeEvents.ts';
import { readWholeRecord } from './readWholeRecord.ts';
import { writeRows } from './tacitCsvText.ts';

const INITIATORS = ['US', 'KH', 'KH;US', 'UNK', 'HaH', 'US;US', 'KH;HaH', 'US'];
const events = foldEvents(
  readWholeRecord(writeRows(INITIATORS.map((initiator, row) => ({ event_id: `e${row}`, initiator })))).events,
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

it.each(FILTERS)('takes what looking at every event takes, in its order: %s', (_, initiators) => {
  const selection: EventSelection = {
    record: null,
    initiators,
    targets: null,
    actClasses: RECORD_ACT_CLASSES,
    actCodes: [],
    places: null,
    days: null,
    size: null,
    attributions: null,
    coarsestDays: null,
  };
  const takes = compileSelection(selection);
  const looked = events.flatMap((event, place) => (takes(event) ? [place] : []));
  const taken = takeEvents(events);
  expect(events).toHaveLength(INITIATORS.length);
  expect(taken(selection)).toEqual(looked);
  // Asked again, and after another selection, it is what it was.
  taken({ ...selection, actClasses: [] });
  expect(taken(selection)).toEqual(looked);
});
