import { expect, it } from 'vitest';
import { proposeDuplicates } from '../../src/record/index.ts';
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
