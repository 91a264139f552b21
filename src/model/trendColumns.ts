import { choleskyFactor, choleskySolve } from '../stats/index.ts';
import type { EndemicColumn } from './design.ts';

export interface TrendOptions {
  /** Steps between knots; default 90. */
  readonly knotSteps?: number;
  /** Events on the recorded steps: fewer than 5 a knot and the knots are set wider. Default: no such limit. */
  readonly events?: number;
}

const EVENTS_PER_KNOT = 5;
/** A straight line needs this many steps and events; below, the level is constant. */
const LINE_STEPS = 30;
const LINE_EVENTS = 5;

/**
 * Intercept, straight line and penalised bends over the recorded stretch: a cubic spline with even knots whose second
 * differences are penalised (group `trend`). With λ → ∞ it is the straight line. Short or sparse records get the line
 * alone, shorter or sparser ones the intercept alone. Steps outside the recorded stretch continue its ends.
 * Source: eilersMarx1996, in the mixed-model form of currieDurban2002.
 */
export function trendColumns(recorded: Uint8Array, options: TrendOptions = {}): EndemicColumn[] {
  const steps = recorded.length;
  const first = recorded.indexOf(1);
  const last = recorded.lastIndexOf(1);
  const span = last - first;
  const events = options.events ?? Infinity;
  const intercept = { name: 'intercept', values: new Float64Array(steps).fill(1) };
  if (first < 0 || span < LINE_STEPS || events < LINE_EVENTS) return [intercept];
  const place = Float64Array.from(
    { length: steps },
    (_, t) => (Math.min(Math.max(t, first), last) - first) / span,
  );
  const line = { name: 'trend', values: place.map((share) => share - 0.5) };
  const wanted = Math.round(span / (options.knotSteps ?? 90));
  const segments = Math.min(wanted, Math.floor(events / EVENTS_PER_KNOT));
  return segments < 2 ? [intercept, line] : [intercept, line, ...bendColumns(place, segments)];
}

/** B D'(D D')⁻¹: coefficients of these columns are the second differences of the spline's own. */
function bendColumns(place: Float64Array, segments: number): EndemicColumn[] {
  const basis = segments + 3;
  const bends = basis - 2;
  const transfer = differencesToCoefficients(basis);
  const columns = Array.from({ length: bends }, () => new Float64Array(place.length));
  for (let t = 0; t < place.length; t++) {
    const position = place[t]! * segments;
    const segment = Math.min(Math.floor(position), segments - 1);
    const weights = cubicWeights(position - segment);
    columns.forEach((column, bend) => {
      let sum = 0;
      for (let i = 0; i < 4; i++) sum += weights[i]! * transfer[(segment + i) * bends + bend]!;
      column[t] = sum;
    });
  }
  // One common factor: the penalty stays the same for every bend, and λ is of the same order for every record.
  const largest = columns.reduce(
    (most, column) => column.reduce((m, value) => Math.max(m, Math.abs(value)), most),
    0,
  );
  return columns.map((column, bend) => ({
    name: `bend ${bend + 1}`,
    values: column.map((value) => value / largest),
    penaltyGroup: 'trend',
  }));
}

/** Values of the four cubic B-splines that overlap a segment, u ∈ [0, 1] along it. */
function cubicWeights(u: number): [number, number, number, number] {
  const v = 1 - u;
  return [
    (v * v * v) / 6,
    (3 * u * u * u - 6 * u * u + 4) / 6,
    (-3 * u * u * u + 3 * u * u + 3 * u + 1) / 6,
    (u * u * u) / 6,
  ];
}

/** D'(D D')⁻¹ for second differences D, basis × (basis − 2), row by row. */
function differencesToCoefficients(basis: number): Float64Array {
  const bends = basis - 2;
  const gram = new Float64Array(bends * bends);
  const stencil = [6, -4, 1];
  for (let i = 0; i < bends; i++) {
    for (let j = 0; j < bends; j++) gram[i * bends + j] = stencil[Math.abs(i - j)] ?? 0;
  }
  choleskyFactor(gram, bends);
  const transfer = new Float64Array(basis * bends);
  const row = new Float64Array(bends);
  for (let i = 0; i < basis; i++) {
    row.fill(0);
    if (i < bends) row[i] = 1;
    if (i >= 1 && i - 1 < bends) row[i - 1] = -2;
    if (i >= 2) row[i - 2] = 1;
    choleskySolve(gram, bends, row);
    transfer.set(row, i * bends);
  }
  return transfer;
}
