import { expect, it } from 'vitest';
import { printCountSql } from '../../src/store/printCountSql.ts';
import type { ResolvedSelection } from '../../src/store/resolveSelection.ts';

const SELECTION: ResolvedSelection = {
  records: [1],
  directed: 0,
  initiators: {
    anyOf: [
      { from: null, to: null, numbers: [3, 4] },
      { from: 100, to: 200, numbers: [5] },
    ],
    noneOf: [{ from: null, to: null, numbers: [6] }],
  },
  targets: { anyOf: null, noneOf: [] },
  acts: [1, 2],
  places: [7],
  days: { first: 10, last: 20 },
  size: { measure: 'killed_targets', least: 1, most: null },
  attributions: [0],
  coarsestDays: 14,
};

it('prints a count with every value bound', () => {
  const { sql, values } = printCountSql([SELECTION]);
  expect(sql.split('\nFROM')[1]).toBe(
    [
      ' event e WHERE ((e.act IN (SELECT unnest(?))) AND (e.record = ?) AND (e.directed = ?)',
      ' AND (((e.initiators IN (SELECT unnest(?)))) OR ((e.initiators = ?) AND (e.last >= ?) AND (e.first <= ?)))',
      ' AND (NOT (((e.initiators = ?)))) AND (e.place = ?) AND (e.first <= ? AND e.last >= ?)',
      ' AND (COALESCE(e.killed_targets, CASE WHEN e.killed_initiators IS NULL THEN e.killed_low END) >= ?) AND (e.attribution = ?) AND (e.counted_last - e.first + 1 <= ?))',
      '\nGROUP BY e.first, e.counted_last ORDER BY e.first, e.counted_last',
    ].join(''),
  );
  expect(values).toEqual([[1, 2], 1, 0, [3, 4], 5, 100, 200, 6, 7, 20, 10, 1, 0, 14]);
});

it('uses nothing that another engine would lack, and no text of the record', () => {
  const { sql } = printCountSql([SELECTION, SELECTION]);
  expect(sql).not.toMatch(/\bWITH\b|\bOVER\b|\bLIKE\b|REGEX|~|\bDATE\b|'/i);
  expect(sql.match(/\?/g)?.length).toBe(printCountSql([SELECTION, SELECTION]).values.length);
});

it('takes nothing where no selection is left', () => {
  expect(printCountSql([]).sql).toContain('WHERE 1 = 0');
});
