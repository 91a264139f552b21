/** Positions against the number of their grid cell. */
import { describe, expect, it } from 'vitest';
import { checkGridCell } from '../../src/record/checkGridCell.ts';

describe('a position and its grid cell', () => {
  it.each([
    // Rows of the published sample: Lunda Sul, Idlib.
    ['115601', -9.65, 20.4],
    ['181154', 35.763369, 36.558974],
    // On an edge, and with nothing stated.
    ['181154', 35.5, 36.5],
    ['', 1, 2],
  ])('%s holds %s, %s', (cell, latitude, longitude) => {
    expect(checkGridCell(cell, latitude, longitude)).toBeNull();
  });

  it.each([
    ['181154', 36.558974, 38.763369],
    ['115601', 20.4, -9.65],
    ['115601', 9.65, 20.4],
    ['NA', 9.65, 20.4],
    ['0', 9.65, 20.4],
  ])('%s does not hold %s, %s', (cell, latitude, longitude) => {
    expect(checkGridCell(cell, latitude, longitude)).toMatch(/grid cell/);
  });
});
