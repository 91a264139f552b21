import { describe, expect, it } from 'vitest';
import { selectionInside } from '../../src/record/index.ts';
import type { EventSelection, NameFilter } from '../../src/record/index.ts';

const names = (...all: string[]): NameFilter => ({
  anyOf: all.map((name) => ({ name, from: null, to: null })),
  noneOf: [],
  orNobody: false,
});
const wide: EventSelection = {
  record: null,
  initiators: names('us', 'uk'),
  targets: names('is'),
  actClasses: ['airstrike', 'missile'],
  actCodes: [],
  places: null,
  days: null,
  size: null,
  attributions: null,
  coarsestDays: null,
};
const place = { names: ['fort'], circles: [], notNames: [], notCircles: [] };

describe('selectionInside', () => {
  it.each([
    ['itself', {}],
    ['fewer doers', { initiators: names('us') }],
    ['fewer acts', { actClasses: ['missile'] }],
    ['a place', { places: place }],
    ['some days', { days: { first: 1, last: 2 } }],
    ['one record', { record: 'a.csv' }],
    ['a size', { size: { measure: 'killed', comparison: '>=' as const, value: 3 } }],
  ])('%s lies inside', (_, change) => expect(selectionInside({ ...wide, ...change }, wide)).toBe(true));

  it.each([
    ['another doer', { initiators: names('us', 'ru') }],
    ['anyone', { initiators: { anyOf: null, noneOf: [], orNobody: false } }],
    ['doers nobody names', { initiators: { ...names('us'), orNobody: true } }],
    ['any target', { targets: null }],
    ['another act', { actClasses: ['airstrike', 'mortar'] }],
    ['a code', { actCodes: ['190'] }],
    ['the other way round', { mirrored: true }],
  ])('%s does not', (_, change) => expect(selectionInside({ ...wide, ...change }, wide)).toBe(false));

  it('days, places and sizes of the wider one must hold for the narrower', () => {
    for (const limit of [
      { days: { first: 1, last: 2 } },
      { places: place },
      { record: 'a.csv' },
      { coarsestDays: 3 },
      { attributions: ['stated'] },
      { direction: 'told' as const },
    ])
      expect([
        selectionInside(wide, { ...wide, ...limit }),
        selectionInside({ ...wide, ...limit }, { ...wide, ...limit }),
      ]).toEqual([false, true]);
  });
});
