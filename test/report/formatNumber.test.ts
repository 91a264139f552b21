import { describe, expect, it } from 'vitest';
import { formatCount, formatNumber, formatPercent } from '../../src/report/formatNumber.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1204, '1,204'],
    [1234567, '1,234,567'],
    [1234.5, '1,235'],
    [12.34, '12.3'],
    [-1.5, '−1.50'],
    [0.5, '0.50'],
    [0.05, '0.05'],
    [0.0123, '0.012'],
    [0.0004, 'below 0.001'],
    [-0.0004, 'above −0.001'],
  ])('%d is %s', (value, text) => expect(formatNumber(value)).toBe(text));

  it.each([null, undefined, NaN, Infinity, -Infinity])('%s is a dash', (value) =>
    expect(formatNumber(value)).toBe('–'),
  );
});

describe('formatPercent', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.996, 'over 99 %'],
    [0.004, 'under 1 %'],
    [0.5, '50 %'],
    [null, '–'],
    [NaN, '–'],
  ])('%s is %s', (share, text) => expect(formatPercent(share)).toBe(text));
});

describe('formatCount', () => {
  it('takes the singular for one only', () => {
    expect([0, 1, 2, null].map((count) => formatCount(count, 'event'))).toEqual([
      '0 events',
      '1 event',
      '2 events',
      '– events',
    ]);
  });
});
