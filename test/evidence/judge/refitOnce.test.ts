import { expect, it } from 'vitest';
import { refitOnce } from '../../../src/evidence/judge/refitOnce.ts';
import type { CountPanel } from '../../../src/model/index.ts';

const PANEL: CountPanel = {
  ...{ first: 0, stepDays: 1, steps: 3, streams: ['a', 'b'] },
  counts: [Float64Array.of(1, 0, 2), Float64Array.of(0, 3, 0)],
  recorded: Uint8Array.of(1, 1, 1),
  coverage: [Float64Array.of(1, 1, 1), Float64Array.of(1, 1, 1)],
};

it('fits again only where the streams asked for differ', () => {
  const fitted: CountPanel[] = [];
  const refit = refitOnce(
    ['a'],
    (panel) => {
      fitted.push(panel);
      return fitted.length;
    },
    [{ panel: PANEL, fit: 0 }],
  );
  // Another stream, and equal counts in another array, change nothing.
  expect(refit({ ...PANEL, counts: [Float64Array.of(1, 0, 2), Float64Array.of(9, 9, 9)] })).toBe(0);
  const others = [
    { ...PANEL, counts: [Float64Array.of(1, 1, 2), PANEL.counts[1]!] },
    { ...PANEL, recorded: Uint8Array.of(1, 0, 1) },
    { ...PANEL, coverage: [Float64Array.of(1, 0.5, 1), PANEL.coverage[1]!] },
  ];
  expect(others.map(refit)).toEqual([1, 2, 3]);
  expect(others.map(refit)).toEqual([1, 2, 3]);
});
