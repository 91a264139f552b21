import { growthOf, type Link } from './growthOf.ts';
import { listParts, nameTerms } from './listParts.ts';
import { packPanel } from './packPanel.ts';
import type { PanelData } from './panelData.ts';
import type { PanelPlan, PanelTerm } from './panelPlan.ts';
import { findCovariate, termValue } from './termValue.ts';

/**
 * Largest eigenvalue, row by row, of the matrix of expected answers per event: own parts on the diagonal, neighbours' parts by
 * weight, rules; summed over lags. One value where nothing varies. Source: paulHeldToschke2008.
 */
export function listEigenvalues(
  plan: PanelPlan,
  data: PanelData,
  parameters: Readonly<Record<string, number>>,
): Float64Array {
  const panel = packPanel(plan, data);
  const { parts, first, last } = panel;
  const theta = Float64Array.from(panel.parameters, ({ name }) => parameters[name] ?? 0);
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
  const eigenvalue = growthOf(links, n);
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
