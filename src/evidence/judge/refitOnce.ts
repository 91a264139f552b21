import type { CountPanel } from '../../model/index.ts';
import { countsOf, coverageOf } from '../pairSeries.ts';

/** What was fitted to some streams as one panel has them. */
export interface Fitted<Fit> {
  readonly panel: CountPanel;
  readonly fit: Fit;
}

/**
 * Fits some streams as other panels have them, and only where they differ from what was fitted before: most readings of a
 * record leave most streams as they are.
 */
export function refitOnce<Fit>(
  streams: readonly string[],
  refit: (panel: CountPanel) => Fit,
  before: readonly Fitted<Fit>[] = [],
): (panel: CountPanel) => Fit {
  const fitted = [...before];
  return (panel) => {
    const known = fitted.find((one) => areAlike(one.panel, panel, streams));
    if (known) return known.fit;
    const fit = refit(panel);
    fitted.push({ panel, fit });
    return fit;
  };
}

function areAlike(a: CountPanel, b: CountPanel, streams: readonly string[]): boolean {
  return (
    a.first === b.first &&
    a.stepDays === b.stepDays &&
    areEqual(a.recorded, b.recorded) &&
    streams.every(
      (id) => areEqual(countsOf(a, id), countsOf(b, id)) && areEqual(coverageOf(a, id), coverageOf(b, id)),
    )
  );
}

function areEqual(a: Float64Array | Uint8Array, b: Float64Array | Uint8Array): boolean {
  if (a === b) return true;
  for (let step = 0; step < a.length; step++) if (a[step] !== b[step]) return false;
  return a.length === b.length;
}
