import {
  designStream,
  preparePosterior,
  type CountPanel,
  type Prepared,
  type StreamDesign,
  type StreamModel,
} from '../model/index.ts';
import type { FailedForecast } from './theatreDraws.ts';

/** One stream's posterior found: what draws of any number are made of. */
export interface PreparedStream {
  readonly kind: 'prepared';
  /** As it could be fitted. */
  readonly model: StreamModel;
  readonly design: StreamDesign;
  readonly posterior: Prepared;
  /** What had to be made simpler, a sentence; null where nothing was. */
  readonly simplified: string | null;
}

/** Nothing happened on the recorded steps: no rule can be seen, and no fit is needed. */
export interface SilentStream {
  readonly kind: 'silent';
  /** A level alone. */
  readonly model: StreamModel;
  readonly silentSteps: number;
}

/** Shortest stretch between knots of the trend, and most knots: more would follow noise at the record's end. */
const KNOT_DAYS = 90;
const MOST_KNOTS = 12;
const EVENTS_PER_KNOT = 5;
const LEAST_EVENTS = 20;

/**
 * Fits one stream with a trend as bending as its events can carry. Where that cannot be fitted, a straight line and then a
 * constant level are tried, and last the level alone; what had to go is said. A `failed` value where none of them fits.
 */
export function prepareStream(
  model: StreamModel,
  panel: CountPanel,
): PreparedStream | SilentStream | FailedForecast {
  const { stream } = model;
  const events = countEvents(stream, panel);
  const seen = panel.recorded.reduce((sum, one) => sum + one, 0);
  const level: StreamModel = { stream, trend: 'none', answers: [], modifiers: [] };
  if (events === 0 && seen > 0) return { kind: 'silent', model: level, silentSteps: seen };
  const trend = model.trend ?? chooseTrend(events, panel);
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
    const posterior = preparePosterior(design);
    if (posterior.kind === 'prepared')
      return { kind: 'prepared', model: attempt, design, posterior, simplified };
    const { reason, detail, advice } = posterior;
    failure ??= { kind: 'failed', stream, reason, detail, advice };
  }
  return failure!;
}

function chooseTrend(events: number, panel: CountPanel): NonNullable<StreamModel['trend']> {
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
