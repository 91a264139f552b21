import type { CountPanel, PanelFrame } from '../model/index.ts';

/**
 * The calendar of a record and of so many steps after it. Nothing is recorded there, so that trends carry their last level
 * forward; coverage stays as it was on the last recorded step, since a forecast is of what the record will show.
 */
export function extendFrame(panel: CountPanel, steps: number): PanelFrame {
  const all = panel.steps + steps;
  const recorded = new Uint8Array(all);
  recorded.set(panel.recorded);
  const last = Math.max(0, panel.recorded.lastIndexOf(1));
  const coverage = panel.coverage.map((shares) => {
    const longer = new Float64Array(all).fill(shares[last] ?? 1);
    longer.set(shares);
    return longer;
  });
  return { ...panel, steps: all, recorded, coverage };
}
