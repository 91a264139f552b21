/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { NamedEvents, RecordQuality } from '../evidence/index.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';

/** Who and what a record names most: its sources, doers and targets, and how its codes become acts. */
export function RecordNames({ record }: { readonly record: RecordQuality }) {
  // Of rows without a direction the first side is no doer.
  const isMostlyTold = record.undirected * 2 <= record.right;
  const lists = [
    { title: 'Commonest sources', names: record.sources },
    { title: isMostlyTold ? 'Commonest doers' : 'Commonest first sides', names: record.initiators },
    { title: isMostlyTold ? 'Commonest targets' : 'Commonest second sides', names: record.targets },
  ].filter(({ names }) => names.length > 0);
  const { mappedActs, unmappedActs } = record;
  if (lists.length === 0 && mappedActs.length + unmappedActs.length === 0) return null;
  return (
    <details>
      <summary>
        Sources, actors and acts<span class="hidden"> of {record.file}</span>
      </summary>
      <div class="tables">
        {lists.map(({ title, names }) => (
          <NameTable title={title} names={names} />
        ))}
        <DataTable
          caption={describeActs(record)}
          columns={['Code of the record', 'Act', 'Rows']}
          numeric={[2]}
          rows={[
            ...unmappedActs.map(({ name, events }) => [name, 'no class', formatNumber(events)]),
            ...mappedActs.map(({ name, actClass, events }) => [name, actClass, formatNumber(events)]),
          ].slice(0, ACTS_SHOWN)}
        />
      </div>
    </details>
  );
}

/** A record of machine-coded events has hundreds of codes; the caption says how many, `tacit acts` lists them. */
const ACTS_SHOWN = 40;

function describeActs({ mappedActs, unmappedActs }: RecordQuality): string {
  const rows = unmappedActs.reduce((sum, { events }) => sum + events, 0);
  const all = mappedActs.length + unmappedActs.length;
  const cut = all > ACTS_SHOWN ? ` The first ${ACTS_SHOWN} are shown; tacit record --json lists all.` : '';
  const without =
    unmappedActs.length === 0
      ? 'Every code has a class.'
      : `${formatCount(unmappedActs.length, 'code')} (${formatCount(rows, 'row')}) without a class: of no act unless taken by code.`;
  return `Codes of acts. ${without}${cut}`;
}

function NameTable({ title, names }: { readonly title: string; readonly names: readonly NamedEvents[] }) {
  return (
    <DataTable
      caption={title}
      columns={['As recorded', 'Rows']}
      numeric={[1]}
      rows={names.map(({ name, events }) => [<bdi>{name}</bdi>, formatNumber(events)])}
    />
  );
}
