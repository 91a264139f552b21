import { formatDay } from '../calendar/index.ts';
import type { CountPanel, Plan } from '../model/index.ts';

/** One stream of a panel for people: where its events are, and how many. */
export interface ListedCounts {
  readonly text: string;
  readonly total: number;
  readonly days: readonly { readonly day: string; readonly count: number }[];
}

/** The panel with days as dates; steps without an event are left out, `recordedSteps` says how many there are in all. */
export function listCounts(plan: Plan, panel: CountPanel) {
  return {
    first: formatDay(panel.first),
    stepDays: panel.stepDays,
    steps: panel.steps,
    recordedSteps: panel.recorded.reduce((sum, one) => sum + one, 0),
    streams: plan.streams.map(({ text }, index): ListedCounts => {
      const counts = panel.counts[index] ?? new Float64Array(0);
      const days = [...counts].flatMap((count, step) =>
        count === 0 ? [] : [{ day: formatDay(panel.first + step * panel.stepDays), count }],
      );
      return { text, total: counts.reduce((sum, count) => sum + count, 0), days };
    }),
  };
}
