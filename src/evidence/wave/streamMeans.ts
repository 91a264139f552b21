import type { StreamDesign } from './streamDesign.ts';
import { tabledExp } from './tabledExp.ts';

/** Largest absolute log endemic rate, so that no column can overflow the exponential. */
const WIDEST = 60;

/** Endemic part at a calm wave, base_t = o_t exp(X_t beta), and the part no wave multiplies, rest_t. */
export function fillMeans(
  stream: StreamDesign,
  theta: Float64Array,
  base: Float64Array,
  rest: Float64Array,
): void {
  const { columns, terms, place, coverage, steps } = stream;
  sumScaled(base, columns, (k) => theta[place.beta + k]!);
  for (let t = 0; t < steps; t++) {
    const wide = tabledExp(Math.min(Math.max(base[t]!, -WIDEST), WIDEST));
    base[t] = coverage === null ? wide : wide * coverage[t]!;
  }
  sumScaled(rest, terms, (k) => theta[place.terms[k]!]!);
}

/** Carries derivatives by log base_t and by rest_t back to the parameters of the stream. */
export function pullBack(
  stream: StreamDesign,
  byLogBase: Float64Array,
  byRest: Float64Array,
  gradient: Float64Array,
): void {
  const { columns, terms, place } = stream;
  for (let k = 0; k < columns.length; k++) gradient[place.beta + k] = dot(columns[k]!, byLogBase);
  for (let k = 0; k < terms.length; k++) gradient[place.terms[k]!] = dot(terms[k]!, byRest);
}

/** into = Σ factor of column k · column k; two columns a pass. */
function sumScaled(
  into: Float64Array,
  columns: readonly Float64Array[],
  factorOf: (k: number) => number,
): void {
  if (columns.length === 0) into.fill(0);
  for (let k = 0; k < columns.length; k += 2) {
    const one = columns[k]!;
    const other = columns[k + 1] ?? one;
    const p = factorOf(k);
    const q = k + 1 < columns.length ? factorOf(k + 1) : 0;
    if (k === 0) for (let t = 0; t < into.length; t++) into[t] = p * one[t]! + q * other[t]!;
    else for (let t = 0; t < into.length; t++) into[t] = into[t]! + p * one[t]! + q * other[t]!;
  }
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < x.length; t++) sum += x[t]! * y[t]!;
  return sum;
}
