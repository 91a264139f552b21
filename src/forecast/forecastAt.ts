import type { CountPanel } from '../model/index.ts';
import type { BacktestFailure, BacktestOptions, SystemName } from './backtestResult.ts';
import { drawFloor } from './drawFloor.ts';
import { drawTheatre, type TheatreDrawOptions } from './drawTheatre.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { FLOORS } from './floorName.ts';
import { hhh4Program } from './hhh4Program.ts';
import { panelUpTo } from './panelUpTo.ts';
import { runPaths, type PathPart } from './runPaths.ts';
import { simulatePaths } from './simulatePaths.ts';
import type { TheatreDraws } from './theatreDraws.ts';
import type { TheatreModel } from './theatreModel.ts';

/** What one system says from one origin, as draws of a total. */
export interface SystemForecast {
  readonly system: SystemName;
  readonly stream: string;
  readonly horizon: string;
  readonly draws: Float64Array;
}

export interface ForecastsAt {
  readonly forecasts: readonly SystemForecast[];
  readonly failures: readonly BacktestFailure[];
}

/** Fewer draws than a forecast takes: a back-test makes hundreds of them. */
const PROPOSALS = 400;
const DRAWS = 200;
/** Total of a path that ran away: leaving it out would spare the forecast its penalty. */
const RAN_AWAY = 1e6;

/**
 * What every system says at the end of `past`, everything refitted on `past` alone: it is all that is given, so nothing later
 * can be seen. Systems that give no forecast are named with the reason.
 */
export function forecastAt(model: TheatreModel, past: CountPanel, options: BacktestOptions): ForecastsAt {
  const origin = past.first + past.steps * past.stepDays - 1;
  const { seed, paths, horizons } = options;
  const steps = Math.max(...horizons.map(({ last }) => last));
  const forecasts: SystemForecast[] = [];
  const failures: BacktestFailure[] = [];
  const fail = (system: SystemName, detail: string) => failures.push({ system, origin, detail });
  const streams = model.streams.map(({ stream }) => stream);
  for (const system of FLOORS)
    for (const stream of streams)
      for (const window of horizons) {
        const draws = drawFloor(system, stream, past, window, { seed, paths });
        if (draws) forecasts.push({ system, stream, horizon: window.name, draws });
      }
  const ensemble: EnsembleOptions = { seed, paths, steps, windows: horizons };
  const add = (system: SystemName, names: readonly string[], { totals, ranAway }: PathPart) => {
    if (ranAway > 0) fail(system, `${ranAway} of ${paths} paths ran away; each counts as a million events`);
    names.forEach((stream, k) =>
      horizons.forEach(({ name }, w) => {
        const draws = totals[k]![w]!.map((total) => Math.min(total, RAN_AWAY));
        forecasts.push({ system, stream, horizon: name, draws });
      }),
    );
  };
  const drawOptions: TheatreDrawOptions = { seed, proposals: PROPOSALS, draws: DRAWS };
  const run = (system: SystemName, one: TheatreModel, known: TheatreDraws | null): TheatreDraws | null => {
    const draws = drawTheatre(one, past, known ? { ...drawOptions, known } : drawOptions);
    if (draws.kind === 'draws') {
      add(system, streams, simulatePaths(draws, past, ensemble));
      return draws;
    }
    fail(system, `${draws.stream ?? ''}: ${draws.detail}`);
    return null;
  };
  const hhh4 = hhh4Program(streams, panelUpTo(past, past.steps, HHH4_STEPS[past.stepDays]), steps);
  if ('kind' in hhh4) fail('hhh4-like', hhh4.detail);
  else add('hhh4-like', streams, runPaths(hhh4, past, 1, ensemble, 0, paths));
  run('endemic only', withoutAnswers(model), null);
  const full = run('full model', model, null);
  if (full && options.ruleByRule)
    for (const claim of new Set(full.model.rules.map((rule) => rule.claim)))
      run(`without ${claim}`, withoutClaim(model, claim), full);
  return { forecasts, failures };
}

/** The same stretch of the record as the full model is fitted to. */
const HHH4_STEPS = { 1: 1461, 7: 520 } as const;

function withoutAnswers(model: TheatreModel): TheatreModel {
  return { ...model, streams: model.streams.map((one) => ({ ...one, answers: [] })) };
}

function withoutClaim(model: TheatreModel, claim: string): TheatreModel {
  const gone = model.rules.filter((rule) => rule.claim === claim);
  const isGone = (stream: string, term: string) =>
    gone.some((rule) => rule.stream === stream && rule.term === term);
  return {
    ...model,
    rules: model.rules.filter((rule) => rule.claim !== claim),
    streams: model.streams.map((one) => ({
      ...one,
      answers: (one.answers ?? []).filter(({ name, from }) => !isGone(one.stream, name ?? `from ${from}`)),
      modifiers: (one.modifiers ?? []).filter(({ name }) => !isGone(one.stream, name)),
    })),
  };
}
