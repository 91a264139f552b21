import { formatDay, type Day } from '../calendar/index.ts';
import { groupSetAside, proposeGaps, tableSeries, type CountsTable } from '../record/index.ts';
import { describeGap } from './describeRecord.ts';
import type { ColumnDescription, RecordDescription } from './recordDescription.ts';

/** A shorter run of empty cells is not listed; its steps are masked all the same. */
const LEAST_EMPTY_DAYS = 14;

/** What lies in a table of counts, in words and written days. */
export function describeTable(table: CountsTable): RecordDescription {
  const { record, hash, step, first, steps, columns, setAside } = table;
  const held = countHeldSteps(table);
  const stepDays = step === 'week' ? 7 : 1;
  return {
    file: record,
    hash,
    format: `counts per ${step}`,
    files: [{ file: record, hash, rows: held + setAside.length, setAside: setAside.length }],
    rows: held + setAside.length,
    right: held,
    setAside: setAside.length,
    setAsideReasons: groupSetAside(setAside),
    first: formatDay(first),
    last: formatDay(first + steps * stepDays - 1),
    byPrecision: { [step]: held },
    byAttribution: {},
    byMonth: [],
    withDeaths: 0,
    withPosition: 0,
    withoutInitiator: 0,
    contested: 0,
    undirected: 0,
    sources: [],
    initiators: [],
    targets: [],
    mappedActs: [],
    unmappedActs: [],
    gaps: proposeGaps(tableSeries(table)).map(describeGap),
    duplicates: { count: 0, complete: true, pairs: [] },
    columns: Object.entries(columns).map(([name, values]) => describeColumn(name, values, first, stepDays)),
  };
}

function describeColumn(
  name: string,
  values: readonly (number | null)[],
  first: Day,
  stepDays: 1 | 7,
): ColumnDescription {
  return {
    name,
    total: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    empty: values.filter((value) => value === null).length,
    zeroRuns: proposeGaps({ first, stepDays, counts: values }).map(describeGap),
    emptyRuns: listEmptyRuns(values, first, stepDays),
  };
}

function listEmptyRuns(
  values: readonly (number | null)[],
  first: Day,
  stepDays: number,
): ColumnDescription['emptyRuns'] {
  const runs: { first: string; last: string; days: number }[] = [];
  let from: number | null = null;
  for (let at = 0; at <= values.length; at++) {
    if (values[at] === null) from ??= at;
    else if (from !== null) {
      const days = (at - from) * stepDays;
      if (days >= LEAST_EMPTY_DAYS) {
        runs.push({
          first: formatDay(first + from * stepDays),
          last: formatDay(first + at * stepDays - 1),
          days,
        });
      }
      from = null;
    }
  }
  return runs;
}

/** Steps of which the table holds a number; the others are gaps, not rows. */
function countHeldSteps({ steps, columns }: CountsTable): number {
  let held = 0;
  for (let step = 0; step < steps; step++) {
    if (Object.values(columns).some((values) => (values[step] ?? null) !== null)) held++;
  }
  return held;
}
