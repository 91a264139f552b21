import { choleskyFactor, choleskySolve } from '../stats/index.ts';
import type { EndemicColumn } from './design.ts';
import type { LocalBasis } from './localColumns.ts';

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

/** The last trends made, the latest first: windows, readings and guards of a claim ask for the same ones again. */
const made: { readonly of: readonly number[]; readonly columns: readonly EndemicColumn[] }[] = [];
const KEPT = 4;
/** Larger ones would hold too much memory: numbers in all columns. */
const LARGEST_KEPT = 1e6;

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
  const isLine = first >= 0 && span >= LINE_STEPS && events >= LINE_EVENTS;
  const wanted = Math.round(span / (options.knotSteps ?? 90));
  const segments = isLine ? Math.min(wanted, Math.floor(events / EVENTS_PER_KNOT)) : 0;
  if (segments < 2) return makeTrend(steps, first, last, isLine ? 1 : 0);
  const of = [steps, first, last, segments];
  const known = made.findIndex((one) => one.of.every((value, k) => value === of[k]));
  const found =
    known >= 0 ? made.splice(known, 1)[0]! : { of, columns: makeTrend(steps, first, last, segments) };
  if (steps * found.columns.length <= LARGEST_KEPT) made.unshift(found);
  made.length = Math.min(made.length, KEPT);
  return [...found.columns];
}

/** With 0 segments the intercept alone, with 1 the line too. */
function makeTrend(steps: number, first: number, last: number, segments: number): EndemicColumn[] {
  const intercept = { name: 'intercept', values: new Float64Array(steps).fill(1) };
  if (segments === 0) return [intercept];
  const span = last - first;
  const place = Float64Array.from(
    { length: steps },
    (_, t) => (Math.min(Math.max(t, first), last) - first) / span,
  );
  const line = { name: 'trend', values: place.map((share) => share - 0.5) };
  if (segments === 1) return [intercept, line];
  const basis = cubicSplines(place, segments);
  // The splines add up to 1 everywhere, and weighted by the places of their peaks to the place itself.
  const peaks = Float64Array.from({ length: basis.size }, (_, b) => (b - 1) / segments - 0.5);
  return [
    { ...intercept, local: { basis, coefficients: new Float64Array(basis.size).fill(1) } },
    { ...line, local: { basis, coefficients: peaks } },
    ...bendColumns(basis, steps),
  ];
}

/** The four cubic B-splines of even knots that live on each step. */
function cubicSplines(place: Float64Array, segments: number): LocalBasis {
  const first = new Int32Array(place.length);
  const values = new Float64Array(4 * place.length);
  for (let t = 0; t < place.length; t++) {
    const position = place[t]! * segments;
    first[t] = Math.min(Math.floor(position), segments - 1);
    const weights = cubicWeights(position - first[t]!);
    for (let i = 0; i < 4; i++) values[4 * t + i] = weights[i]!;
  }
  return { size: segments + 3, first, values };
}

/** B D'(D D')⁻¹: coefficients of these columns are the second differences of the spline's own. */
function bendColumns(basis: LocalBasis, steps: number): EndemicColumn[] {
  const { size, first, values: weights } = basis;
  const bends = size - 2;
  const transfer = differencesToCoefficients(size);
  let largest = 0;
  const columns = Array.from({ length: bends }, (_, bend) => {
    const column = new Float64Array(steps);
    let segment = -1;
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let t = 0; t < steps; t++) {
      if (first[t] !== segment) {
        segment = first[t]!;
        const at = segment * bends + bend;
        p = transfer[at]!;
        q = transfer[at + bends]!;
        r = transfer[at + 2 * bends]!;
        s = transfer[at + 3 * bends]!;
      }
      const k = 4 * t;
      const sum = weights[k]! * p + weights[k + 1]! * q + weights[k + 2]! * r + weights[k + 3]! * s;
      column[t] = sum;
      largest = Math.max(largest, Math.abs(sum));
    }
    return column;
  });
  for (const column of columns) for (let t = 0; t < steps; t++) column[t] = column[t]! / largest;
  // One common factor: the penalty stays the same for every bend, and λ is of the same order for every record.
  return columns.map((column, bend) => ({
    name: `bend ${bend + 1}`,
    values: column,
    penaltyGroup: 'trend',
    local: {
      basis,
      coefficients: Float64Array.from({ length: size }, (_, b) => transfer[b * bends + bend]! / largest),
    },
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
