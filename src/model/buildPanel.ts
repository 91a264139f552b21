import type { Day } from '../calendar/index.ts';
import { groupByStream, type CountCell, type CountsTable } from '../record/index.ts';
import { randomStream } from '../stats/index.ts';
import type { CountPanel } from './countPanel.ts';
import type { Plan, PlannedStream } from './plan.ts';

/** Where an event whose day is not known exactly is put: drawn inside its interval, or at one of its ends. */
export type Placement =
  | { readonly at: 'first' | 'last' }
  | { readonly at: 'drawn'; readonly seed: number; readonly imputation: number };

/** Share of a stream's events that the record holds from one day to another, (0, 1]. */
export interface CoverageSpell {
  /** The plan's stream. */
  readonly stream: string;
  readonly first: Day;
  readonly last: Day;
  readonly share: number;
}

/** A panel that was built of the same plan but for what its streams take, so that equal series are built once. */
export interface PanelBase {
  readonly cells: readonly CountCell[];
  readonly panel: CountPanel;
}

/**
 * Cells and tables → CountPanel. Days that no record covers are masked, never calm; an empty cell of a counts table
 * masks its day for every stream, since a panel has one calendar. Weekly plans count in steps of seven days from the
 * table's first day; the step in which an unrecorded day lies is masked whole. Coverage is 1 but for the days of
 * `coverage`, where the last spell named holds; a week has the mean share of its days. Throws on shares outside (0, 1].
 * A stream with the cells that it has in `base`, all of exact days, is given the very series of `base`.
 */
export function buildPanel(
  plan: Plan,
  cells: readonly CountCell[],
  tables: readonly CountsTable[],
  placement: Placement,
  coverage: readonly CoverageSpell[] = [],
  base: PanelBase | null = null,
): CountPanel {
  const { stepDays } = plan;
  const first = alignFirst(plan, tables);
  const steps = Math.floor((plan.last - first) / stepDays) + 1;
  const recorded = recordedSteps(plan, first, steps);
  for (const { stream, share } of coverage)
    if (!(share > 0 && share <= 1)) throw new Error(`coverage of ${stream}: ${share}`);
  // One series of ones for all streams: it is compared and sent on as one.
  const whole =
    base?.panel.coverage.find((shares) => shares.length === steps && shares.every((share) => share === 1)) ??
    new Float64Array(steps).fill(1);
  const byStream = groupByStream(cells);
  const inBase = base && groupByStream(base.cells);
  const counts = plan.streams.map((stream) => {
    if (stream.columns) return sumColumns(stream.columns, tables, first, steps, stepDays, recorded);
    const own = byStream.get(stream.id) ?? [];
    const known = base?.panel.counts[base.panel.streams.indexOf(stream.id)];
    return known && inBase && areExactlyThese(own, inBase.get(stream.id) ?? [])
      ? known
      : placeCells(stream, own, first, steps, stepDays, placement);
  });
  return {
    first,
    stepDays,
    steps,
    streams: plan.streams.map(({ id }) => id),
    counts,
    recorded,
    coverage: plan.streams.map(({ id }) =>
      coverage.some(({ stream }) => stream === id)
        ? shareByStep(id, coverage, first, steps, stepDays)
        : whole,
    ),
  };
}

/** Whether these are the same cells, and no placement could put them anywhere else. */
function areExactlyThese(cells: readonly CountCell[], others: readonly CountCell[]): boolean {
  return (
    cells.length === others.length &&
    cells.every((cell, index) => {
      const other = others[index];
      return (
        cell.first === cell.last &&
        (cell === other ||
          (cell.first === other?.first &&
            cell.last === other.last &&
            cell.events === other.events &&
            cell.killedLow === other.killedLow))
      );
    })
  );
}

function alignFirst(plan: Plan, tables: readonly CountsTable[]): Day {
  const weekly = tables.find(({ step }) => step === 'week');
  if (!weekly || plan.stepDays === 1) return plan.first;
  const offset = (((weekly.first - plan.first) % 7) + 7) % 7;
  return plan.first + offset;
}

function recordedSteps(plan: Plan, first: Day, steps: number): Uint8Array {
  const days = new Uint8Array(steps * plan.stepDays);
  for (const { first: from, last: to } of plan.recorded) {
    days.fill(1, Math.max(0, from - first), Math.max(0, Math.min(days.length, to - first + 1)));
  }
  if (plan.stepDays === 1) return days;
  return Uint8Array.from({ length: steps }, (_, step) =>
    days.subarray(step * plan.stepDays, (step + 1) * plan.stepDays).every((day) => day === 1) ? 1 : 0,
  );
}

function shareByStep(
  stream: string,
  coverage: readonly CoverageSpell[],
  first: Day,
  steps: number,
  stepDays: number,
): Float64Array {
  const days = new Float64Array(steps * stepDays).fill(1);
  for (const spell of coverage) {
    if (spell.stream !== stream) continue;
    days.fill(
      spell.share,
      Math.max(0, spell.first - first),
      Math.max(0, Math.min(days.length, spell.last - first + 1)),
    );
  }
  if (stepDays === 1) return days;
  return Float64Array.from({ length: steps }, (_, step) => {
    const week = days.subarray(step * stepDays, (step + 1) * stepDays);
    return week.reduce((sum, share) => sum + share, 0) / stepDays;
  });
}

function sumColumns(
  columns: NonNullable<PlannedStream['columns']>,
  tables: readonly CountsTable[],
  first: Day,
  steps: number,
  stepDays: number,
  recorded: Uint8Array,
): Float64Array {
  const sum = new Float64Array(steps);
  for (const { record, column } of columns) {
    const table = tables.find((one) => one.record === record);
    const values = table?.columns[column];
    if (!table || !values) throw new Error(`the counts record ${record} has no column ${column}`);
    for (let step = 0; step < steps; step++) {
      const value = sumRows(values, table, first + step * stepDays, stepDays);
      if (value === null) recorded[step] = 0;
      else sum[step] = (sum[step] ?? 0) + value;
    }
  }
  return sum;
}

/** The table's rows inside one step, added up; null where one of them is empty or lies outside the table. */
function sumRows(
  values: readonly (number | null)[],
  table: CountsTable,
  day: Day,
  stepDays: number,
): number | null {
  const rowDays = table.step === 'week' ? 7 : 1;
  const row = Math.round((day - table.first) / rowDays);
  let sum = 0;
  for (let next = row; next < row + stepDays / rowDays; next++) {
    const value = values[next] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function placeCells(
  stream: PlannedStream,
  cells: readonly CountCell[],
  first: Day,
  steps: number,
  stepDays: number,
  placement: Placement,
): Float64Array {
  const counts = new Float64Array(steps);
  const random =
    placement.at === 'drawn'
      ? randomStream(placement.seed, `place events of ${stream.text}`, placement.imputation)
      : null;
  const add = (day: Day, amount: number) => {
    const step = Math.floor((day - first) / stepDays);
    if (step >= 0 && step < steps) counts[step] = (counts[step] ?? 0) + amount;
  };
  for (const cell of cells) {
    const amount = amountOf(cell, stream);
    if (cell.first === cell.last) add(cell.first, amount);
    else if (placement.at === 'first') add(cell.first, amount);
    else if (placement.at === 'last') add(cell.last, amount);
    else if (random) {
      const share = amount / cell.events;
      for (let event = 0; event < cell.events; event++) {
        add(cell.first + Math.floor(random.uniform() * (cell.last - cell.first + 1)), share);
      }
    }
  }
  if (stream.unit.of === 'days') for (let step = 0; step < steps; step++) if (counts[step]) counts[step] = 1;
  return counts;
}

function amountOf(cell: CountCell, stream: PlannedStream): number {
  // Deaths are counted at the lower of the stated numbers; events that state none add nothing and are told apart.
  return stream.unit.of === 'deaths' ? (cell.killedLow ?? 0) : cell.events;
}
