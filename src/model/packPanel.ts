import { delayWeights } from './delays/index.ts';
import type { PanelData, PanelModel, PanelPart, PanelTerm } from './panelModel.ts';

/** One part of the mean over the cells: multiplier · exp(Σ coefficient · column). */
export interface PackedPart {
  readonly multiplier: Float64Array;
  /** First parameter of the part, and one column for each. */
  readonly first: number;
  readonly columns: readonly Float64Array[];
}

/** The cells (unit by unit, row by row) that contribute, and the parts of their mean. */
export interface PackedPanel {
  readonly names: readonly string[];
  readonly units: readonly string[];
  readonly unitOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly y: Float64Array;
  readonly parts: readonly PackedPart[];
  /** 0 for Poisson, 1 for NegBin1, the number of units for NegBinM. */
  readonly overdispersions: number;
}

interface Cell {
  readonly unit: number;
  readonly row: number;
}

/** Lays a panel model over its data. A cell is left out where its count or a count it depends on is not recorded. */
export function packPanel(model: PanelModel, data: PanelData): PackedPanel {
  const { units, counts } = data;
  const rows = counts[0]?.length ?? 0;
  const own = model.own && sumOwn(model.own, data);
  const neighbours = model.neighbours && sumNeighbours(model.neighbours, data);
  const first = model.rows?.first ?? longestLag(model);
  const last = model.rows?.last ?? rows - 1;
  const cells: Cell[] = [];
  for (let unit = 0; unit < units.length; unit++) {
    for (let row = first; row <= last; row++) {
      const known = [counts[unit]![row]!, own?.[unit]![row] ?? 0, neighbours?.[unit]![row] ?? 0];
      if (known.every(Number.isFinite)) cells.push({ unit, row });
    }
  }
  const names: string[] = [];
  const addPart = (part: PanelPart | undefined, sums: readonly Float64Array[] | null | undefined) => {
    if (!part) return [];
    const packed = packPart(part, sums ?? null, cells, data, names.length);
    names.push(...packed.names);
    return [packed.part];
  };
  const parts = [
    ...addPart(model.own, own),
    ...addPart(model.neighbours, neighbours),
    ...addPart(model.endemic, null),
  ];
  return {
    names,
    units,
    unitOf: Int32Array.from(cells, ({ unit }) => unit),
    rowOf: Int32Array.from(cells, ({ row }) => row),
    y: Float64Array.from(cells, ({ unit, row }) => counts[unit]![row]!),
    parts,
    overdispersions: { Poisson: 0, NegBin1: 1, NegBinM: units.length }[model.family],
  };
}

function longestLag({ own, neighbours }: PanelModel): number {
  return Math.max(0, ...[own, neighbours].map((part) => (part ? (part.delay?.to ?? 1) : 0)));
}

/** Weighted sum of each unit's earlier counts; NaN where one of them is missing. */
function sumOwn(part: PanelPart, { counts }: PanelData): Float64Array[] {
  const from = part.delay?.from ?? 1;
  const weights = part.delay ? delayWeights(part.delay) : Float64Array.of(1);
  return counts.map((series) =>
    series.map((_, row) =>
      weights.reduce((sum, weight, d) => sum + weight * (series[row - from - d] ?? NaN), 0),
    ),
  );
}

function sumNeighbours(part: PanelPart & { weights: string }, data: PanelData): Float64Array[] {
  const weights = data.weights[part.weights];
  if (!weights) throw new Error(`the panel has no weights "${part.weights}"`);
  const own = sumOwn(part, data);
  return data.units.map((_, to) =>
    own[to]!.map((_, row) =>
      // A weight of zero must not let a missing neighbour hide the cell.
      own.reduce(
        (sum, series, from) => (weights[from]![to] ? sum + weights[from]![to]! * series[row]! : sum),
        0,
      ),
    ),
  );
}

function packPart(
  part: PanelPart,
  sums: readonly Float64Array[] | null,
  cells: readonly Cell[],
  data: PanelData,
  first: number,
): { part: PackedPart; names: string[] } {
  const offset = part.offset === undefined ? null : findCovariate(part.offset, data);
  const multiplier = Float64Array.from(cells, ({ unit, row }) => {
    return (sums?.[unit]![row] ?? 1) * (offset?.[unit]![row] ?? 1);
  });
  const names: string[] = [];
  const columns: Float64Array[] = [];
  for (const term of part.terms) {
    const values = valueOf(term, data);
    if (term.perUnit === undefined) {
      names.push(term.name);
      columns.push(Float64Array.from(cells, values));
      continue;
    }
    const own = term.perUnit === true ? data.units : term.perUnit;
    for (const name of own) {
      const index = data.units.indexOf(name);
      if (index < 0) throw new Error(`the panel has no unit "${name}"`);
      names.push(`${term.name}.${name}`);
      columns.push(Float64Array.from(cells, (cell) => (cell.unit === index ? values(cell) : 0)));
    }
  }
  return { part: { multiplier, first, columns }, names };
}

function valueOf({ value }: PanelTerm, data: PanelData): (cell: Cell) => number {
  switch (value.of) {
    case 'one':
      return () => 1;
    case 'row':
      return ({ row }) => row;
    case 'sine':
      return ({ row }) => Math.sin((2 * Math.PI * value.harmonic * row) / value.period);
    case 'cosine':
      return ({ row }) => Math.cos((2 * Math.PI * value.harmonic * row) / value.period);
    case 'covariate':
    case 'logarithm': {
      const covariate = findCovariate(value.covariate, data);
      const isLogarithm = value.of === 'logarithm';
      return ({ unit, row }) => (isLogarithm ? Math.log(covariate[unit]![row]!) : covariate[unit]![row]!);
    }
  }
}

function findCovariate(name: string, data: PanelData): readonly Float64Array[] {
  const covariate = data.covariates[name];
  if (!covariate) throw new Error(`the panel has no covariate "${name}"`);
  return covariate;
}
