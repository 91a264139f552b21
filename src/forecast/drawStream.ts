import { designStream, laplacePosterior, type CountPanel, type StreamModel } from '../model/index.ts';
import { drawSilent } from './drawSilent.ts';
import { findUntold } from './findUntold.ts';
import type { FailedForecast, StreamDraws } from './theatreDraws.ts';

export interface DrawOptions {
  readonly seed: number;
  /** Points tried for each stream; default 120 for each of its parameters, from 400 to 2,000. */
  readonly proposals?: number;
  /** Draws kept; default 500. */
  readonly draws?: number;
}

/** Shortest stretch between knots of the trend, and most knots: more would follow noise at the record's end. */
const KNOT_DAYS = 90;
const MOST_KNOTS = 12;
const EVENTS_PER_KNOT = 5;
const LEAST_EVENTS = 20;

export interface DrawnStream {
  readonly model: StreamModel;
  readonly draws: StreamDraws;
  /** Terms whose strength the record leaves as open as it was: they are not in the model. */
  readonly untold: readonly string[];
}

/**
 * Draws of one stream's parameters, with a trend as bending as its events can carry. Where the model cannot be fitted, a
 * straight line and then a constant level are tried, and last the level alone; what had to go is said. Terms that the
 * record says nothing about are dropped and the rest is fitted again: drawn from their priors, the answers of many such
 * rules would add up to exchanges that nobody has seen.
 */
export function drawStream(
  model: StreamModel,
  panel: CountPanel,
  options: DrawOptions,
): DrawnStream | FailedForecast {
  const untold: string[] = [];
  let told = model;
  for (;;) {
    // Enough to see how wide a posterior is.
    const rough = drawWithAll(told, panel, { seed: options.seed, proposals: 400, draws: 200 });
    if ('kind' in rough) return rough;
    const term = findUntold(designStream(rough.model, panel), rough.draws.names, rough.draws.draws);
    if (term === null) break;
    untold.push(term);
    told = without(term, told);
  }
  const drawn = drawWithAll(told, panel, options);
  return 'kind' in drawn ? drawn : { ...drawn, untold };
}

/** The model without a term. A truce's days of expectation go alone where only they are untold. */
function without(term: string, model: StreamModel): StreamModel {
  return {
    ...model,
    answers: (model.answers ?? []).filter(({ name, from }) => (name ?? `from ${from}`) !== term),
    modifiers: (model.modifiers ?? []).flatMap((one) => {
      if (one.name === term) return [];
      if (one.of !== 'truce' || `${one.name} expected` !== term) return [one];
      const { of, name, days } = one;
      return [{ of, name, days }];
    }),
  };
}

function drawWithAll(
  model: StreamModel,
  panel: CountPanel,
  { seed, proposals, draws = 500 }: DrawOptions,
): DrawnStream | FailedForecast {
  const { stream } = model;
  const events = countEvents(stream, panel);
  const seen = panel.recorded.reduce((sum, one) => sum + one, 0);
  const level: StreamModel = { stream, trend: 'none', answers: [], modifiers: [] };
  // No rule can be seen where nothing happened, and no fit is needed.
  if (events === 0 && seen > 0)
    return { model: level, draws: drawSilent(stream, seen, seed, draws), untold: [] };
  const trend = model.trend ?? chooseTrend(stream, panel);
  const attempts: [StreamModel, string | null][] = [
    [{ ...model, trend }, null],
    ...(trend === 'none' || trend === 'line'
      ? []
      : [[{ ...model, trend: 'line' }, 'its trend is a straight line'] as [StreamModel, string]]),
    [{ ...model, trend: 'none' }, 'it has no trend'],
    [level, 'it has a constant level and no rules'],
  ];
  let failure: FailedForecast | null = null;
  for (const [attempt, simplified] of attempts) {
    const design = designStream(attempt, panel);
    const parameters = design.endemic.length + design.answers.length + design.modifiers.length + 1;
    const posterior = laplacePosterior(design, {
      seed,
      proposals: proposals ?? Math.min(2000, Math.max(400, 120 * parameters)),
      draws,
      purpose: `forecast of ${stream}`,
    });
    if (posterior.kind === 'posterior') {
      const { names, diagnostics } = posterior;
      const own = { stream, names, draws: posterior.draws, trusted: diagnostics.trusted, simplified };
      return { model: attempt, draws: own, untold: [] };
    }
    const { reason, detail, advice } = posterior;
    failure ??= { kind: 'failed', stream, reason, detail, advice };
  }
  return failure!;
}

function chooseTrend(stream: string, panel: CountPanel): NonNullable<StreamModel['trend']> {
  const events = countEvents(stream, panel);
  if (events < LEAST_EVENTS) return 'none';
  const span = panel.recorded.lastIndexOf(1) - panel.recorded.indexOf(1);
  const knots = Math.min(
    Math.floor((span * panel.stepDays) / KNOT_DAYS),
    Math.floor(events / EVENTS_PER_KNOT),
    MOST_KNOTS,
  );
  return knots < 2 ? 'line' : { knotSteps: Math.round(span / knots) };
}

function countEvents(stream: string, { streams, counts, recorded }: CountPanel): number {
  return counts[streams.indexOf(stream)]!.reduce((sum, count, t) => sum + (recorded[t] ? count : 0), 0);
}
