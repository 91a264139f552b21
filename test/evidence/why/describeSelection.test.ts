import { describe, expect, it } from 'vitest';
import { describeSelection } from '../../../src/evidence/why/describeSelection.ts';
import type { EventSelection } from '../../../src/record/index.ts';

const names = (...list: string[]) => ({
  anyOf: list.map((name) => ({ name, from: null, to: null })),
  noneOf: [],
  orNobody: false,
});
const plain: EventSelection = {
  record: null,
  initiators: names('north', 'northern army'),
  targets: names('south'),
  actClasses: ['airstrike', 'missile'],
  actCodes: [],
  places: null,
  days: null,
  size: null,
  attributions: null,
  coarsestDays: null,
};

describe('describeSelection', () => {
  it('says what every part of a selection takes, and nothing of what it leaves open', () => {
    expect(describeSelection(plain)).toEqual([
      'doer: north, northern army',
      'target: south',
      'acts: airstrike, missile',
    ]);
  });

  it('says every limit', () => {
    const spell = { name: 'east', from: 0, to: null };
    const lines = describeSelection({
      ...plain,
      record: 'a.csv',
      mirrored: true,
      direction: 'untold',
      initiators: { anyOf: null, noneOf: [spell], orNobody: true, among: 'alone' },
      targets: null,
      actClasses: [],
      actCodes: ['190', '195'],
      places: {
        names: ['albukamal'],
        circles: [{ latitude: 34.4, longitude: 40.9, kilometres: 25 }],
        notNames: ['alqaim'],
        notCircles: [],
      },
      days: { first: 0, last: 364 },
      size: { measure: 'killed', comparison: '>=', value: 3 },
      attributions: ['stated'],
      coarsestDays: 14,
    });
    expect(lines).toEqual([
      'record: a.csv',
      'second side: anyone or no one, but not east (from 1970-01-01), or nobody named, and nobody else',
      'first side: anyone or no one',
      'only rows that do not say which side acted',
      'acts: codes 190, 195',
      'place: albukamal, within 25 km of 34.4, 40.9, but not alqaim',
      'days: 1970-01-01 to 1970-12-31',
      'size: killed >= 3',
      'who says so: stated',
      'dated to within 14 days',
    ]);
  });
});
