import { orderRows, type RowOrder } from './orderRows.ts';
import type { PanelData } from './panelData.ts';
import type { PanelPlan } from './panelPlan.ts';
import { readMatrix } from './readMatrix.ts';
import type { PanelTable } from './readPanelTable.ts';

export type PanelArrangement =
  | {
      readonly ok: true;
      readonly data: PanelData;
      /** How the table was read: columns of unit, count and order, defaults included. */
      readonly table: NonNullable<PanelPlan['table']>;
      /** First and last value of the order column; row numbers where there is none. */
      readonly span: { readonly first: string; readonly last: string; readonly rows: number };
    }
  | { readonly ok: false; readonly message: string };

/**
 * Counts by unit and row from a table: long (one line for each unit and row) or one column for each unit. Empty cells and NA
 * are not recorded. Rows that the order column skips are not recorded either. `files` holds the text of matrix files.
 */
export function arrangePanel(
  plan: PanelPlan,
  table: PanelTable,
  files: Readonly<Record<string, string>>,
): PanelArrangement {
  const fail = (message: string) => ({ ok: false, message }) as const;
  const layout = plan.table ?? guessLayout(table);
  const wanted = 'series' in layout ? layout.series : [layout.unit, layout.count];
  const missing = [...wanted, ...(layout.order ? [layout.order] : [])].find((name) => !table.columns[name]);
  if (missing !== undefined)
    return fail(`The table has no column "${missing}"; it has ${table.names.join(', ')}.`);
  const repeated = wanted.find((name, j) => wanted.indexOf(name) !== j);
  if (repeated !== undefined)
    return fail(`The column "${repeated}" is named twice in \`table\` of the plan.`);
  const isLong = 'unit' in layout;
  const unitOf = isLong ? table.columns[layout.unit]! : null;
  const units = isLong ? [...new Set(unitOf)] : [...layout.series];
  const nameless = unitOf?.indexOf('') ?? -1;
  if (nameless >= 0) return fail(`Line ${table.lines[nameless]!} names no unit.`);
  const order = orderRows(table, unitOf, layout.order ?? null);
  if (!order.ok) return order;
  const counts = isLong
    ? readSeries(table, layout.count, units, unitOf, order, true)
    : collect(layout.series.map((name) => readSeries(table, name, [name], null, order, true)));
  if (!counts.ok) return counts;
  const covariates: Record<string, readonly Float64Array[]> = {};
  for (const name of new Set(listColumns(plan))) {
    if (!table.columns[name])
      return fail(`The plan uses a column "${name}"; the table has ${table.names.join(', ')}.`);
    const series = readSeries(table, name, units, unitOf, order, false);
    if (!series.ok) return series;
    covariates[name] = series.values;
  }
  const weights: Record<string, readonly Float64Array[]> = {};
  for (const [name, matrix] of Object.entries(plan.matrices ?? {})) {
    const reading = readMatrix(name, matrix, units, files);
    if (!reading.ok) return reading;
    weights[name] = reading.rows;
  }
  return {
    ok: true,
    data: { units, counts: counts.values, covariates, weights },
    table: layout,
    span: { first: order.first, last: order.last, rows: order.rows },
  };
}

/** Columns `unit` and `y` (or `count`), ordered by `t`, `row`, `day`, `week` or `date` where there is one. */
function guessLayout({ columns }: PanelTable): NonNullable<PanelPlan['table']> {
  const count = ['y', 'count'].find((name) => columns[name]) ?? 'y';
  const order = ['t', 'row', 'day', 'week', 'date'].find((name) => columns[name]);
  return { unit: 'unit', count, ...(order ? { order } : {}) };
}

/** Columns of the table that a plan uses beside counts. */
function listColumns(plan: PanelPlan): string[] {
  const parts = [plan.own, ...[plan.neighbours ?? []].flat(), plan.endemic, ...(plan.rules ?? [])];
  const terms = [...parts.flatMap((part) => part?.terms ?? []), ...(plan.modifiers ?? [])];
  return [
    ...terms.flatMap(({ value }) => ('covariate' in value ? [value.covariate] : [])),
    ...parts.flatMap((part) => (part?.offset ? [part.offset] : [])),
    ...(plan.coverage ? [plan.coverage] : []),
  ];
}

type Series =
  { readonly ok: true; readonly values: Float64Array[] } | { readonly ok: false; readonly message: string };

function collect(all: readonly Series[]): Series {
  return all.find((one) => !one.ok) ?? { ok: true, values: all.flatMap((one) => (one.ok ? one.values : [])) };
}

function readSeries(
  { columns, lines }: PanelTable,
  name: string,
  units: readonly string[],
  unitOf: readonly string[] | null,
  { rows, rowOf }: Extract<RowOrder, { ok: true }>,
  isCount: boolean,
): Series {
  const values = units.map(() => new Float64Array(rows).fill(NaN));
  const indexOf = new Map(units.map((unit, k) => [unit, k]));
  const cells = columns[name]!;
  for (let line = 0; line < cells.length; line++) {
    const cell = cells[line]!;
    if (cell === '' || cell === 'NA') continue;
    const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(cell) ? Number(cell) : NaN;
    const isFine = Number.isFinite(number) && (!isCount || (Number.isInteger(number) && number >= 0));
    if (!isFine) {
      const expected = isCount ? 'a count is a whole number from 0' : 'a number';
      const message = `Line ${lines[line]!}, column "${name}": found "${cell.slice(0, 40)}", expected ${expected}.`;
      return { ok: false, message };
    }
    const row = rowOf[line]!;
    if (unitOf) values[indexOf.get(unitOf[line]!)!]![row] = number;
    else for (const series of values) series[row] = number;
  }
  return { ok: true, values };
}
