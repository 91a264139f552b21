import { spectralRadius } from '../spectralRadius.ts';
import { listParts, nameTerms } from './listParts.ts';
import type { PackedPanel } from './packPanel.ts';
import type { PanelPlan, PanelTerm } from './panelPlan.ts';
import { findCovariate, termValue } from './termValue.ts';

interface Link {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** Expected answers per event, by row. */
  readonly rate: Float64Array;
}

/**
 * Largest eigenvalue, row by row, of the matrix of expected answers per event: own parts on the diagonal, neighbours' parts by
 * weight, rules; summed over lags. One value where nothing varies. Source: paulHeldToschke2008.
 */
export function listEigenvalues(panel: PackedPanel, plan: PanelPlan, theta: Float64Array): Float64Array {
  const { data, parts, first, last } = panel;
  const rows = Int32Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const place = new Map(panel.parameters.map(({ name }, j) => [name, j]));
  const modifiers = nameTerms('modifier', plan.modifiers ?? []);
  const n = data.units.length;
  const links: Link[] = [];
  listParts(plan).forEach((part, p) => {
    const { source } = part;
    if (source.of === 'nothing') return;
    const shape = Float64Array.from(parts[p]!.shape, (j) => theta[j]!);
    const weights = parts[p]!.spatial?.at(shape.subarray(0, parts[p]!.spatialParameters), false).value;
    const rateOf = (unit: number): Float64Array => {
      const exponent = new Float64Array(rows.length);
      for (const term of [...part.terms, ...modifiers]) {
        const coefficient = coefficientOf(term, data.units[unit]!, place, theta);
        if (coefficient === null) continue;
        termValue(term, unit, rows, data).forEach((value, i) => (exponent[i]! += coefficient * value));
      }
      const factors = [part.offset, plan.coverage].flatMap((name) =>
        name ? [findCovariate(name, data)[unit]!] : [],
      );
      return exponent.map((value, i) =>
        factors.reduce((product, series) => product * series[rows[i]!]!, Math.exp(value)),
      );
    };
    if (source.of === 'rule') {
      const to = data.units.indexOf(source.to);
      links.push({ from: data.units.indexOf(source.from), to, weight: 1, rate: rateOf(to) });
      return;
    }
    data.units.forEach((_, to) => {
      const rate = rateOf(to);
      if (!weights) links.push({ from: to, to, weight: 1, rate });
      else
        for (let from = 0; from < n; from++) {
          const weight = weights[from * n + to]!;
          if (weight !== 0) links.push({ from, to, weight, rate });
        }
    });
  });
  if (links.length === 0) return Float64Array.of(0);
  const varies = links.some(({ rate }) => rate.some((value) => value !== rate[0]));
  const eigenvalue = searchEigenvalue(links, n);
  return Float64Array.from({ length: varies ? rows.length : 1 }, (_, i) => eigenvalue(i)).filter(
    Number.isFinite,
  );
}

/** The term's coefficient in a unit; null where the unit has none of it. */
function coefficientOf(
  { fixed, perUnit, name }: PanelTerm & { name: string },
  unit: string,
  place: ReadonlyMap<string, number>,
  theta: Float64Array,
): number | null {
  if (perUnit !== undefined && perUnit !== true && !perUnit.includes(unit)) return null;
  if (fixed !== undefined) return fixed;
  return theta[place.get(perUnit === undefined ? name : `${name}.${unit}`)!]!;
}

/** Power iteration from the last row's vector, on a shifted matrix so that cycles settle; else repeated squaring. */
function searchEigenvalue(links: readonly Link[], n: number): (row: number) => number {
  const vector = new Float64Array(n).fill(1);
  const next = new Float64Array(n);
  return (row) => {
    const strength = links.map(({ rate, weight }) => rate[row]! * weight);
    if (!strength.every(Number.isFinite)) return NaN;
    for (let k = 0; k < n; k++) vector[k] = Math.max(vector[k]!, 1e-6);
    let last = 0;
    for (let round = 0; round < 400; round++) {
      let high = 0;
      let low = Infinity;
      const shift = last / 2 + 1e-3;
      for (let k = 0; k < n; k++) next[k] = shift * vector[k]!;
      links.forEach(({ from, to }, l) => (next[to]! += strength[l]! * vector[from]!));
      let most = 0;
      for (let k = 0; k < n; k++) {
        const ratio = next[k]! / vector[k]! - shift;
        high = Math.max(high, ratio);
        low = Math.min(low, ratio);
        most = Math.max(most, next[k]!);
      }
      for (let k = 0; k < n; k++) vector[k] = Math.max(next[k]! / most, 1e-300);
      last = high;
      // Collatz's bounds enclose the eigenvalue.
      if (high - low < 1e-10 * high) return (high + low) / 2;
    }
    const matrix = Array.from({ length: n }, () => new Float64Array(n));
    links.forEach(({ from, to }, l) => (matrix[to]![from]! += strength[l]!));
    return spectralRadius(matrix);
  };
}
