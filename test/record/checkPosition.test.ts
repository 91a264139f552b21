/** Positions against the country their row names: swapped and turned ones are told, odd but possible ones are left. */
import { describe, expect, it } from 'vitest';
import { createPositionCheck } from '../../src/record/checkPosition.ts';
import { readWholeRecord } from './readWholeRecord.ts';
import { writeRows } from './tacitCsvText.ts';

const check = createPositionCheck();

describe('a position and the country of its row', () => {
  it.each<[string, number, number]>([
    ['Syria', 35.33, 40.14],
    ['Yemen (North Yemen)', 15.35, 44.2],
    ['DR Congo (Zaire)', -1.66, 29.22],
    ['IRQ', 34.37, 41.09],
    ['United States', 38.9, -77.04],
    // In the sea off the coast, and across a border: records place such events on purpose.
    ['Yemen', 12.5, 43.5],
    ['Syria', 34.37, 41.6],
    // Just over the border, where the mirror image at the equator lies in the country.
    ['Kenya', 4.48, 35.9],
  ])('%s at %s, %s stands', (country, latitude, longitude) => {
    expect(check(country, latitude, longitude)).toBeNull();
  });

  it.each<[string, number, number, RegExp]>([
    ['Syria', 40.14, 35.33, /^latitude and longitude look swapped: as written the position lies in Turkey/],
    ['Iraq', 41.09, 34.37, /swapped/],
    ['United States', 38.9, 77.04, /^the longitude seems to have the wrong sign/],
    ['DR Congo (Zaire)', 4.33, 15.31, /^the latitude seems to have the wrong sign/],
  ])('%s at %s, %s does not', (country, latitude, longitude, reason) => {
    expect(check(country, latitude, longitude)).toMatch(reason);
  });

  it('checks nothing where the country is unknown or only a code of two letters, which differ between systems', () => {
    expect(check('Ruritania', 40.14, 35.33)).toBeNull();
    expect(check('SY', 40.14, 35.33)).toBeNull();
    expect(check('', 40.14, 35.33)).toBeNull();
  });

  it('sets the row aside', () => {
    const { events, setAside } = readWholeRecord(
      writeRows([
        { country: 'Iraq', latitude: '34.37', longitude: '41.09' },
        { country: 'Iraq', latitude: '41.09', longitude: '34.37' },
      ]),
    );
    expect(events).toHaveLength(1);
    expect(setAside).toMatchObject([{ line: 3, column: 'latitude' }]);
  });
});
