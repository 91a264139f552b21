import type { Day } from '../calendar/index.ts';
import type { CountPanel } from '../model/index.ts';
import type { ScoredForecast, ScoreRow } from './backtestResult.ts';
import { drawFloor } from './drawFloor.ts';
import { FLOORS } from './floorName.ts';
import { daysOfMonthId } from './monthId.ts';
import { panelUpTo } from './panelUpTo.ts';
import { scoreDraws } from './scoreDraws.ts';
import { tabulateScores } from './tabulateScores.ts';
import type { DrawsCell } from './viewsDraws.ts';

/** Draws of one unit in one month, and the stream that counts it. */
export interface MonthDraws extends DrawsCell {
  readonly stream: string;
}

export interface MonthScores {
  /** The floor family knows the record up to this day, the last before the first month: a file of draws names no day. */
  readonly known: Day;
  /** Mean scores by system, over all streams and each: `imported draws` and the floors, on the same months. */
  readonly table: readonly ScoreRow[];
  readonly cells: readonly {
    readonly month: number;
    readonly unit: string;
    readonly observed: number;
    readonly crps: number;
    readonly ignorance: number;
    readonly intervalScore90: number;
  }[];
  readonly unscored: readonly UnscoredMonth[];
}

/** A month without a score, and why. */
export interface UnscoredMonth {
  readonly month: number;
  readonly unit: string;
  readonly why: string;
}

/**
 * Scores draws of any system by month against a daily panel, by the code that scores Tacit's own, and the floor family
 * with as many draws on the same months. Months that are not recorded whole have no score. Throws on a weekly panel.
 */
export function scoreMonthDraws(panel: CountPanel, all: readonly MonthDraws[], seed: number): MonthScores {
  if (panel.stepDays !== 1) throw new Error('scoreMonthDraws: weeks do not make up months');
  const start = Math.min(...all.map(({ month }) => daysOfMonthId(month).first));
  const past = panelUpTo(panel, Math.max(0, start - panel.first));
  const forecasts: ScoredForecast[] = [];
  const cells: MonthScores['cells'][number][] = [];
  const unscored: UnscoredMonth[] = [];
  for (const { month, unit, stream, draws } of all) {
    const days = daysOfMonthId(month);
    const observed = totalOf(panel, stream, days.first, days.last);
    if (typeof observed === 'string') {
      unscored.push({ month, unit, why: observed });
      continue;
    }
    const window = { name: 'a month', first: days.first - start + 1, last: days.last - start + 1 };
    const known = { stream, horizon: window.name, origin: start - 1, observed };
    const state = stateBefore(past, stream, days.last - days.first + 1);
    const scores = scoreDraws(draws, observed);
    forecasts.push({ system: 'imported draws', ...known, state, scores });
    const { crps, ignorance, intervalScore90 } = scores;
    cells.push({ month, unit, observed, crps, ignorance, intervalScore90 });
    for (const system of FLOORS) {
      const own =
        past.steps === 0 ? null : drawFloor(system, stream, past, window, { seed, paths: draws.length });
      if (own) forecasts.push({ system, ...known, state, scores: scoreDraws(own, observed) });
    }
  }
  return { known: start - 1, table: tabulateScores(forecasts), cells, unscored };
}

function totalOf(panel: CountPanel, stream: string, first: Day, last: Day): number | string {
  const counts = panel.counts[panel.streams.indexOf(stream)];
  if (!counts) throw new Error(`the panel has no stream "${stream}"`);
  if (first < panel.first) return 'begins before the record';
  if (last >= panel.first + panel.steps) return 'ends after the record';
  let total = 0;
  for (let t = first - panel.first; t <= last - panel.first; t++) {
    if (!panel.recorded[t]) return 'has days that nobody recorded';
    total += counts[t]!;
  }
  return total;
}

function stateBefore(past: CountPanel, stream: string, days: number): 'onset' | 'persistence' {
  const counts = past.counts[past.streams.indexOf(stream)]!;
  for (let t = Math.max(0, past.steps - days); t < past.steps; t++)
    if (past.recorded[t] && counts[t]! > 0) return 'persistence';
  return 'onset';
}
