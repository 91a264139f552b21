import type { CountPanel } from '../model/index.ts';

/** The record as it stood after its first `steps` steps; of these only the last `keep` where that is given. */
export function panelUpTo(panel: CountPanel, steps: number, keep = steps): CountPanel {
  const end = Math.min(steps, panel.steps);
  const from = Math.max(0, end - keep);
  return {
    first: panel.first + from * panel.stepDays,
    stepDays: panel.stepDays,
    steps: end - from,
    streams: panel.streams,
    counts: panel.counts.map((one) => one.slice(from, end)),
    recorded: panel.recorded.slice(from, end),
    coverage: panel.coverage.map((one) => one.slice(from, end)),
  };
}
