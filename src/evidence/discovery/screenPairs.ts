import type { DayInterval } from '../../calendar/index.ts';
import {
  delayForWindow,
  fitStream,
  lagSum,
  maskIncompleteHistory,
  nullModel,
  trendColumns,
  type CountPanel,
} from '../../model/index.ts';
import { normalUpperTail } from '../../stats/index.ts';
import { ownHistory } from '../judge/ownHistory.ts';
import { countsOf, countWithin, markRecorded } from '../pairSeries.ts';

/** Two streams and a window: `response` within `days` after `trigger`. */
export interface Pairing {
  readonly trigger: string;
  readonly response: string;
  readonly days: number;
}

export interface ScreenedPairing extends Pairing {
  /** Standard normal where nothing answers; null where the record holds no information about it. */
  readonly z: number | null;
  readonly pValue: number;
}

/**
 * Score tests of all pairings on some days of the record, from one fit a response stream: bending trend and own history,
 * no rule, steps masked whose last `longest` days are not all recorded. One-sided: p = 1 − Φ(z). A response that cannot
 * be fitted gives p = 1.
 */
export function screenPairs(
  panel: CountPanel,
  days: DayInterval,
  pairings: readonly Pairing[],
): ScreenedPairing[] {
  const longest = Math.max(1, ...pairings.map((pairing) => Math.ceil(pairing.days / panel.stepDays)));
  const inside = markRecorded(panel, [days]);
  const complete = maskIncompleteHistory(panel.recorded, longest);
  const recorded = inside.map((on, step) => on & (complete[step] ?? 0));
  const nulls = new Map(
    [...new Set(pairings.map(({ response }) => response))].map((id) => [id, fitNull(id)]),
  );
  return pairings.map((pairing) => {
    const { from, weights } = delayForWindow(delayOf(pairing.days), panel.stepDays);
    const x = lagSum(countsOf(panel, pairing.trigger), panel.recorded, weights, from, inside);
    const z = nulls.get(pairing.response)?.answer(x).z ?? null;
    return { ...pairing, z, pValue: z === null ? 1 : normalUpperTail(z) };
  });

  function fitNull(id: string) {
    const counts = countsOf(panel, id);
    const design = {
      counts,
      recorded,
      coverage: new Float64Array(counts.length).fill(1),
      endemic: trendColumns(recorded, { events: countWithin(counts, recorded) }),
      answers: [{ name: 'own history', x: ownHistory(counts, panel.recorded) }],
      modifiers: [],
      family: 'NB2' as const,
    };
    const fit = fitStream(design);
    return fit.kind === 'failed' ? null : nullModel(design, fit);
  }
}

/** The delay a claim with this window has by default. */
export function delayOf(days: number): { family: string; from: number; to: number } {
  return { family: 'geometric', from: 1, to: days };
}
