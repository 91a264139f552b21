/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { RecordQuality } from '../evidence/index.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';

type Column = RecordQuality['columns'][number];

/** What each column of a table of counts holds and lacks: it has no rows of events that could be drawn. */
export function RecordColumns({ record }: { readonly record: RecordQuality }) {
  const { columns, first, last, file } = record;
  if (columns.length === 0) return null;
  return (
    <DataTable
      caption={`The columns of ${file}${first === null || last === null ? '' : `, ${first} to ${last}`}`}
      columns={[
        'Column',
        'In all',
        'Steps without a number',
        'Long spells without one',
        'Long spells of zeros',
      ]}
      numeric={[1, 2]}
      rows={columns.map((column) => [
        <bdi>{column.name}</bdi>,
        formatNumber(column.total),
        formatNumber(column.empty),
        describeEmpty(column),
        describeZeros(column),
      ])}
    />
  );
}

function describeEmpty({ emptyRuns }: Column): string {
  return emptyRuns.map(describeSpell).join('; ') || 'none';
}

function describeZeros({ zeroRuns }: Column): string {
  const told = zeroRuns.map(
    (run) => `${describeSpell(run)}, at its own rate about ${formatNumber(Math.round(run.expected))}`,
  );
  return told.join('; ') || 'none';
}

function describeSpell({ first, last, days }: Column['emptyRuns'][number]): string {
  return `${first} to ${last} (${formatCount(days, 'day')})`;
}
