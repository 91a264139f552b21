import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceMetres, foldName, proposeDuplicates, type Event } from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';
import { writeRows, type Cells } from './tacitCsvText.ts';

const BASE: Cells = { place: 'Erbil' };

it.each<[string, Cells, Cells, boolean]>([
  ['the same twice', BASE, BASE, true],
  ['names written otherwise', { ...BASE, target: 'Kata’ib' }, { ...BASE, target: "KATA'IB" }, true],
  ['sides swapped', BASE, { ...BASE, initiator: 'KH', target: 'US' }, true],
  ['a day later', BASE, { ...BASE, date_start: '2020-01-04', date_end: '' }, true],
  [
    'a night that ends the day before',
    { ...BASE, date_end: '2020-01-04', precision: 'night' },
    { ...BASE, date_start: '2020-01-05', date_end: '' },
    true,
  ],
  ['two days later', BASE, { ...BASE, date_start: '2020-01-05', date_end: '' }, false],
  ['another act', BASE, { ...BASE, action: 'rocket' }, false],
  ['codes of one class', { ...BASE, action: 'drone' }, { ...BASE, action: 'drone strike' }, true],
  ['another place', BASE, { place: 'Taji' }, false],
  ['places that are not told', {}, {}, false],
  [
    'positions 4 km apart',
    { place: 'a', latitude: '34', longitude: '40' },
    { place: 'b', latitude: '34.036', longitude: '40' },
    true,
  ],
  [
    'positions 6 km apart',
    { place: 'a', latitude: '34', longitude: '40' },
    { place: 'a', latitude: '34.054', longitude: '40' },
    false,
  ],
  [
    'nobody on nobody',
    { ...BASE, initiator: 'UNK', target: 'UNK' },
    { ...BASE, initiator: 'UNK', target: 'UNK' },
    false,
  ],
])('%s', (_, a, b, proposed) => {
  const other: Cells = { place: 'Homs', initiator: 'X' };
  const { events } = readWholeRecord(writeRows([b, other, a]));
  expect(proposeDuplicates(events)).toEqual(proposed ? [[0, 2]] : []);
});

/** The definition, word for word, over all pairs. */
function compareAll(events: readonly Event[]): [number, number][] {
  const side = (names: readonly string[]) => names.map(foldName).sort().join();
  const fits = (a: Event, b: Event) => {
    const [from, to] = [side(a.initiators), side(a.targets)];
    const sides = [side(b.initiators), side(b.targets)];
    const sameSides = (sides[0] === from && sides[1] === to) || (sides[0] === to && sides[1] === from);
    const days = b.first - a.last <= 1 && a.first - b.last <= 1;
    const [at, other] = [a, b].map(({ latitude, longitude }) =>
      latitude === null || longitude === null ? null : { latitude, longitude },
    );
    const place =
      at && other
        ? distanceMetres(at, other) <= 5000
        : foldName(a.placeNames[0] ?? 'a') === foldName(b.placeNames[0] ?? 'b');
    return sameSides && a.actClass === b.actClass && days && place && (from !== '' || to !== '');
  };
  return events.flatMap((a, first) =>
    events.flatMap((b, second): [number, number][] =>
      second > first && fits(a, b) ? [[first, second]] : [],
    ),
  );
}

it('finds what comparing every pair finds', () => {
  const row = fc
    .record({
      date_start: fc.constantFrom('2020-01-01', '2020-01-02', '2020-01-04'),
      date_end: fc.constantFrom('2020-01-04', '2020-01-06'),
      precision: fc.constant('approx'),
      initiator: fc.constantFrom('US', 'KH', 'UNK'),
      target: fc.constantFrom('US', 'UNK'),
      action: fc.constantFrom('rocket', 'mortar'),
      place: fc.constantFrom('Erbil', 'ERBIL', 'Taji', ''),
      position: fc.constantFrom(' ', '34 40', '34.049 40', '34.051 40', '-0.01 40', '0.03 40'),
    })
    .map(({ position, ...cells }): Cells => {
      const [latitude = '', longitude = ''] = position.split(' ');
      return { ...cells, latitude, longitude };
    });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
      const { events, setAside } = readWholeRecord(writeRows(rows));
      expect(setAside).toEqual([]);
      expect(proposeDuplicates(events)).toEqual(compareAll(events));
    }),
    { seed: 6, numRuns: 300 },
  );
});
