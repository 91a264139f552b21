import { delayKernel } from './delayKernel.ts';
import type { Kernel, KernelParameter } from './kernel.ts';
import { listParts, nameTerms, type StatedPart } from './listParts.ts';
import type { PanelData } from './panelData.ts';
import type { PanelPlan, PanelTerm } from './panelPlan.ts';
import { spatialKernel } from './spatialKernel.ts';
import type { PackedBlock, PackedPanel, PackedPiece, PanelParameter } from './packedPanel.ts';
import { findCovariate, termValue } from './termValue.ts';
import { weighHistory } from './weighHistory.ts';

/** A part that is not there runs to exp(−∞): stop where it cannot be told from nothing. */
const LARGEST_EXPONENT = 40;
const LOG_PSI: readonly [number, number] = [-8, 12];

/**
 * Lays a plan over its data, unit by unit: only the terms of a unit are kept with it, so that a panel of many units stays
 * sparse. A cell is left out where its count or something it depends on is not known.
 */
export function packPanel(plan: PanelPlan, data: PanelData): PackedPanel {
  const parameters: PanelParameter[] = [];
  const stated = listParts(plan);
  const modifiers = nameTerms('modifier', plan.modifiers ?? []);
  const rowsInAll = data.counts[0]?.length ?? 0;
  const first = plan.rows?.first ?? Math.max(0, ...stated.map(({ delay }) => delay?.to ?? 0));
  const last = Math.min(plan.rows?.last ?? rowsInAll - 1, rowsInAll - 1);
  const termParameters = [...stated.map(({ terms }) => terms), modifiers].map((terms) =>
    terms.map((term) => addTerm(term, data, first, last, parameters)),
  );
  const shapes = stated.map((part) => kernelsOf(part, data));
  const places = addShapes(shapes, stated, parameters);
  const parts = stated.map((part, p) => ({ stated: part, ...shapes[p]!, shape: places[p]! }));
  const psi = addOverdispersion(plan, data, parameters);
  const allRows = countRows(first, last);
  const valueOf = shareValues(allRows, data);
  const blocks = data.units.map((_, unit): PackedBlock => {
    const used: number[] = [];
    const pieces = parts.flatMap((part, p): PackedPiece[] => {
      const { source } = part.stated;
      if (source.of === 'rule' && data.units.indexOf(source.to) !== unit) return [];
      const base = baseOf(part.stated, plan, unit, allRows, data);
      const columns: Float64Array[] = [];
      const add = (terms: readonly PanelTerm[], indexes: readonly Map<number, number>[]) =>
        terms.forEach((term, k) => {
          const index = indexes[k]!.get(unit);
          if (term.fixed !== undefined) {
            if (index === undefined) return;
            valueOf(term, unit).forEach((value, i) => (base[i]! *= Math.exp(term.fixed! * value)));
          } else if (index !== undefined) {
            used.push(index);
            columns.push(valueOf(term, unit));
          }
        });
      add(part.stated.terms, termParameters[p]!);
      add(modifiers, termParameters.at(-1)!);
      used.push(...part.shape);
      const start = part.shape.map((j) => parameters[j]!.start);
      const history = weighHistory(part, unit, data, start, false).value;
      const multiplier = base.slice();
      if (history) for (let i = 0; i < multiplier.length; i++) multiplier[i]! *= history[allRows[i]!]!;
      return [{ part: p, base, multiplier, columns }];
    });
    return keepKnown(
      { unit, rows: allRows, pieces, parameters: Int32Array.from(used), psi: psi[unit]! },
      data,
    );
  });
  return { parameters, parts, blocks, data, first, last };
}

function countRows(first: number, last: number): Int32Array {
  const rows = new Int32Array(Math.max(0, last - first + 1));
  for (let i = 0; i < rows.length; i++) rows[i] = first + i;
  return rows;
}

/** Values of terms, computed once where they are the same in all units. */
function shareValues(rows: Int32Array, data: PanelData): (term: PanelTerm, unit: number) => Float64Array {
  const known = new Map<PanelTerm, Float64Array>();
  return (term, unit) => {
    if ('covariate' in term.value) return termValue(term, unit, rows, data);
    const value = known.get(term) ?? termValue(term, unit, rows, data);
    known.set(term, value);
    return value;
  };
}

/** Parameter of a term in each unit that has it; −1 stands for a known coefficient. */
function addTerm(
  term: PanelTerm & { name: string },
  data: PanelData,
  first: number,
  last: number,
  parameters: PanelParameter[],
): Map<number, number> {
  const units = [...data.units.keys()];
  const own = term.perUnit === undefined || term.perUnit === true ? units : term.perUnit.map(find);
  function find(name: string): number {
    const unit = data.units.indexOf(name);
    if (unit < 0) throw new Error(`the panel has no unit "${name}"`);
    return unit;
  }
  if (term.fixed !== undefined) return new Map(own.map((unit) => [unit, -1]));
  const rows = countRows(first, last);
  let shared = 0;
  const largest = (among: readonly number[]) => {
    const varies = 'covariate' in term.value;
    if (!varies && shared > 0) return shared;
    let most = 0;
    for (const unit of varies ? among : among.slice(0, 1)) {
      for (const value of termValue(term, unit, rows, data)) {
        if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
      }
    }
    return (shared = most || 1);
  };
  const coefficient = (name: string, scale: number): number => {
    const bound = LARGEST_EXPONENT / scale;
    return (
      parameters.push({
        name,
        kind: 'coefficient',
        lower: -bound,
        upper: bound,
        reach: 3 / scale,
        start: 0,
      }) - 1
    );
  };
  if (term.perUnit === undefined) {
    const index = coefficient(term.name, largest(own));
    return new Map(own.map((unit) => [unit, index]));
  }
  return new Map(
    own.map((unit) => [unit, coefficient(`${term.name}.${data.units[unit]!}`, largest([unit]))]),
  );
}

function kernelsOf(part: StatedPart, data: PanelData) {
  const spatial = part.source.of === 'neighbours' ? spatialKernel(part.source.weights, data) : null;
  const delay = part.delay ? delayKernel(part.delay) : null;
  return { spatial, delay, spatialParameters: spatial?.parameters.length ?? 0 };
}

/** Adds the parameters of weights, then those of delays; a delay that parts share by name is one. */
function addShapes(
  shapes: readonly { spatial: Kernel | null; delay: Kernel | null }[],
  stated: readonly StatedPart[],
  parameters: PanelParameter[],
): number[][] {
  const add = (kind: 'weights' | 'delay', prefix: string) => (parameter: KernelParameter) =>
    parameters.push({ ...parameter, kind, name: `${prefix}.${parameter.name}`, reach: 1 }) - 1;
  const weights = shapes.map(({ spatial }, p) =>
    (spatial?.parameters ?? []).map(add('weights', `${stated[p]!.name}.weights`)),
  );
  const delays = new Map<string, number[]>();
  return shapes.map(({ delay }, p) => {
    const name = stated[p]!.delayName;
    if (!delay || name === null) return weights[p]!;
    if (!delays.has(name)) delays.set(name, delay.parameters.map(add('delay', `${name}.delay`)));
    return [...weights[p]!, ...delays.get(name)!];
  });
}

function addOverdispersion(plan: PanelPlan, data: PanelData, parameters: PanelParameter[]): number[] {
  if (plan.family === 'Poisson') return data.units.map(() => -1);
  const places = new Map<string, number>();
  return data.units.map((unit) => {
    const group = plan.family === 'NegBin1' ? '' : (plan.overdispersionGroups?.[unit] ?? unit);
    const known = places.get(group);
    if (known !== undefined) return known;
    const [lower, upper] = LOG_PSI;
    const name = group === '' ? '-log(psi)' : `-log(psi.${group})`;
    const index = parameters.push({ name, kind: 'overdispersion', lower, upper, reach: 2, start: 0 }) - 1;
    places.set(group, index);
    return index;
  });
}

function baseOf(
  part: StatedPart,
  plan: PanelPlan,
  unit: number,
  rows: Int32Array,
  data: PanelData,
): Float64Array {
  const base = new Float64Array(rows.length).fill(1);
  for (const name of [part.offset, plan.coverage]) {
    if (name === null || name === undefined) continue;
    const series = findCovariate(name, data)[unit]!;
    rows.forEach((row, i) => (base[i]! *= series[row]!));
  }
  return base;
}

function keepKnown(block: Omit<PackedBlock, 'y'>, { counts }: PanelData): PackedBlock {
  const series = counts[block.unit]!;
  const isKnown = findKnown(block, series);
  const count = isKnown.reduce((sum, known) => sum + known, 0);
  if (count === block.rows.length)
    return { ...block, y: series.slice(block.rows[0] ?? 0, (block.rows.at(-1) ?? -1) + 1) };
  const pick = (values: Float64Array) => values.filter((_, i) => isKnown[i] === 1);
  const rows = block.rows.filter((_, i) => isKnown[i] === 1);
  return {
    ...block,
    rows,
    y: Float64Array.from(rows, (row) => series[row]!),
    pieces: block.pieces.map((piece) => ({
      part: piece.part,
      base: pick(piece.base),
      multiplier: pick(piece.multiplier),
      columns: piece.columns.map(pick),
    })),
  };
}

/** 1 where the count, the history and every column of a cell are known. */
function findKnown({ rows, pieces }: Omit<PackedBlock, 'y'>, series: Float64Array): Uint8Array {
  const known = new Uint8Array(rows.length).fill(1);
  // A number minus itself is 0 unless it is infinite or none.
  const mark = (values: Float64Array) => {
    for (let i = 0; i < values.length; i++) if (values[i]! - values[i]! !== 0) known[i] = 0;
  };
  for (let i = 0; i < rows.length; i++) if (!Number.isFinite(series[rows[i]!])) known[i] = 0;
  for (const { multiplier, columns } of pieces) {
    mark(multiplier);
    columns.forEach(mark);
  }
  return known;
}
