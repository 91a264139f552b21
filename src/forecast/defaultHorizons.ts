import type { EnsembleWindow } from './ensemble.ts';

/** Tomorrow, the next week and the next 30 days; of a weekly record the next week, four weeks and thirteen. */
export function defaultHorizons(stepDays: 1 | 7): readonly EnsembleWindow[] {
  const spans: readonly [string, number][] =
    stepDays === 1
      ? [
          ['1 day', 1],
          ['7 days', 7],
          ['30 days', 30],
        ]
      : [
          ['1 week', 1],
          ['4 weeks', 4],
          ['13 weeks', 13],
        ];
  return spans.map(([name, last]) => ({ name, first: 1, last }));
}
