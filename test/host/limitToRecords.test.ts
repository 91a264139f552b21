import { describe, expect, it } from 'vitest';
import { limitToRecords } from '../../src/host/limitToRecords.ts';
import { createMemoryStore, type Event, type EventSelection } from '../../src/record/index.ts';

function madeEvent(record: string, line: number, place: string, initiator: string): Event {
  return {
    id: `${record}-${line}`,
    record,
    line,
    first: 17000 + line * 20,
    last: 17000 + line * 20,
    precision: 'day',
    initiators: [initiator],
    targets: ['B'],
    code: 'airstrike',
    actClass: 'airstrike',
    placeNames: [place],
    latitude: null,
    longitude: null,
    killedLow: null,
    directed: true,
    killedBest: null,
    killedInitiators: null,
    killedTargets: null,
    killedCivilians: null,
    sources: null,
    killedHigh: null,
    killedSide: null,
    wounded: null,
    attribution: 'stated',
    address: null,
    note: null,
  };
}

const events = ['one.csv', 'two.csv', 'three.csv'].flatMap((record, index) =>
  [1, 2, 3, 4].map((line) =>
    madeEvent(record, line + index, `place ${line % 2}`, index === 1 && line === 4 ? 'C' : 'A'),
  ),
);
const wanted = ['one.csv', 'three.csv'];
const limited = limitToRecords(createMemoryStore(events), wanted);
const only = createMemoryStore(events.filter(({ record }) => wanted.includes(record)));
const any: EventSelection = {
  record: null,
  initiators: { anyOf: null, noneOf: [], orNobody: false },
  targets: null,
  actClasses: ['airstrike'],
  actCodes: [],
  places: null,
  days: null,
  size: null,
  attributions: null,
  coarsestDays: null,
};
const stream = { id: 's', anyOf: [any, { ...any, record: 'one.csv' }] };

describe('a store limited to some records', () => {
  it('answers every question as a store that holds only these', async () => {
    expect(await limited.summaries()).toEqual(await only.summaries());
    expect(await limited.count({ streams: [stream] })).toEqual(await only.count({ streams: [stream] }));
    expect(await limited.events(stream)).toEqual(await only.events(stream));
    expect(await limited.eventsByMonth()).toEqual(await only.eventsByMonth());
    expect(await limited.vocabulary()).toEqual(await only.vocabulary());
    expect(await limited.vocabulary('one.csv')).toEqual(await only.vocabulary('one.csv'));
    expect((await limited.events(stream)).length).toBe(8);
  });
});
