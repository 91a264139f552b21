import { designStream, laplacePosterior, type CountPanel, type StreamModel } from '../model/index.ts';
import type { FailedForecast, StreamDraws } from './theatreDraws.ts';

export interface DrawOptions {
  readonly seed: number;
  /** Points tried for each stream; default 2,000. */
  readonly proposals?: number;
  /** Draws kept; default 500. */
  readonly draws?: number;
}

/** Shortest stretch between knots of the trend, and most knots: more would follow noise at the record's end. */
const KNOT_DAYS = 90;
const MOST_KNOTS = 12;
const EVENTS_PER_KNOT = 5;
const LEAST_EVENTS = 20;

/**
 * Draws of one stream's parameters, with a trend as bending as its events can carry. Where the model cannot be fitted, a
 * straight line and then a constant level are tried, and last the level alone; what had to go is said.
 */
export function drawStream(
  model: StreamModel,
  panel: CountPanel,
  { seed, proposals = 2000, draws = 500 }: DrawOptions,
): { readonly model: StreamModel; readonly draws: StreamDraws } | FailedForecast {
  const { stream } = model;
  const trend = model.trend ?? chooseTrend(stream, panel);
  const attempts: [StreamModel, string | null][] = [
    [{ ...model, trend }, null],
    ...(trend === 'none' || trend === 'line'
      ? []
      : [[{ ...model, trend: 'line' }, 'its trend is a straight line'] as [StreamModel, string]]),
    [{ ...model, trend: 'none' }, 'it has no trend'],
    [{ stream, trend: 'none', answers: [], modifiers: [] }, 'it has a constant level and no rules'],
  ];
  let failure: FailedForecast | null = null;
  for (const [attempt, simplified] of attempts) {
    const posterior = laplacePosterior(designStream(attempt, panel), {
      seed,
      proposals,
      draws,
      purpose: `forecast of ${stream}`,
    });
    if (posterior.kind === 'posterior') {
      const { names, diagnostics } = posterior;
      const own = { stream, names, draws: posterior.draws, trusted: diagnostics.trusted, simplified };
      return { model: attempt, draws: own };
    }
    const { reason, detail, advice } = posterior;
    failure ??= { kind: 'failed', stream, reason, detail, advice };
  }
  return failure!;
}

function chooseTrend(stream: string, panel: CountPanel): NonNullable<StreamModel['trend']> {
  const counts = panel.counts[panel.streams.indexOf(stream)]!;
  const events = counts.reduce((sum, count, t) => sum + (panel.recorded[t] ? count : 0), 0);
  if (events < LEAST_EVENTS) return 'none';
  const span = panel.recorded.lastIndexOf(1) - panel.recorded.indexOf(1);
  const knots = Math.min(
    Math.floor((span * panel.stepDays) / KNOT_DAYS),
    Math.floor(events / EVENTS_PER_KNOT),
    MOST_KNOTS,
  );
  return knots < 2 ? 'line' : { knotSteps: Math.round(span / knots) };
}
