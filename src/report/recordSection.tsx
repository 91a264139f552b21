/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { RecordQuality } from '../evidence/index.ts';
import { recordAnchor } from './anchors.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { MonthFigure } from './monthFigure.tsx';
import { ProposedDuplicates, ProposedGaps } from './proposals.tsx';
import { RecordColumns } from './recordColumns.tsx';
import { RecordNames } from './recordNames.tsx';
import { RowsFigure } from './rowsFigure.tsx';
import { SetAside } from './setAside.tsx';

/** What a record holds and lacks: a verdict cannot be better than this. */
export function RecordSection({ record, index }: { readonly record: RecordQuality; readonly index: number }) {
  return (
    <section aria-labelledby={recordAnchor(index)} class="record">
      <h3 id={recordAnchor(index)}>{record.file}</h3>
      <p>
        Format {record.format}, hash <code class="hash">{record.hash}</code>,{' '}
        {record.covers === null
          ? 'no days declared as covered'
          : `declared to cover ${record.covers.first} to ${record.covers.last}`}
        . {formatCount(record.rows, 'row')}: {formatNumber(record.right)} right,{' '}
        {formatNumber(record.setAside)} set aside.
      </p>
      {record.faults.length === 0 ? null : (
        <>
          <h4>Known faults</h4>
          <ul class="faults">
            {record.faults.map((fault) => (
              <li>{fault}</li>
            ))}
          </ul>
        </>
      )}
      {record.columns.length > 0 ? (
        <RecordColumns record={record} />
      ) : (
        <>
          <MonthFigure record={record} />
          <RowsFigure record={record} />
        </>
      )}
      <RecordNames record={record} />
      <ProposedGaps record={record} index={index} />
      <ProposedDuplicates record={record} index={index} />
      <PublishedTotals record={record} />
      <SetAside record={record} index={index} />
      <Undeclared record={record} />
    </section>
  );
}

/** Longer lists of totals start folded. */
const FEW_TOTALS = 8;

function describeLargest({ totals }: RecordQuality): string {
  const largest = totals.reduce((most, total) => (total.published > most.published ? total : most));
  return (
    `The largest total: ${largest.source} published ${formatNumber(largest.published)} from ${largest.first} to ${largest.last}; ` +
    `this record holds ${formatNumber(largest.recorded)} (${formatPercent(largest.published === 0 ? null : largest.recorded / largest.published)}).`
  );
}

function PublishedTotals({ record }: { readonly record: RecordQuality }) {
  if (record.totals.length === 0) return null;
  return (
    <>
      <h4>Published totals against this record</h4>
      <p>
        {describeLargest(record)} Where a record holds fewer events than others counted, it is thinned:
        absence from it is not calm.
      </p>
      <details open={record.totals.length <= FEW_TOTALS}>
        <summary>
          {formatCount(record.totals.length, 'published total')}
          <span class="hidden"> beside {record.file}</span>
        </summary>
        <DataTable
          caption="Published totals and the record’s own count over the same days"
          columns={['Source', 'What', 'First day', 'Last day', 'Published', 'Recorded', 'Share recorded']}
          numeric={[4, 5, 6]}
          rows={record.totals.map((total) => [
            total.source,
            total.scope,
            total.first,
            total.last,
            formatNumber(total.published),
            formatNumber(total.recorded),
            formatPercent(total.published === 0 ? null : total.recorded / total.published),
          ])}
        />
      </details>
    </>
  );
}

function Undeclared({ record }: { readonly record: RecordQuality }) {
  const lists = [
    { title: 'Actors of the record that the theatre does not declare', names: record.undeclaredActors },
    { title: 'Places of the record that the theatre does not declare', names: record.undeclaredPlaces },
  ].filter(({ names }) => names.length > 0);
  return (
    <>
      {lists.map(({ title, names }) => (
        <details>
          <summary>
            {title} ({formatNumber(names.length)})
          </summary>
          <p>
            Their events count for no claim about named actors or places. If one of them is meant, add it to
            the file.
          </p>
          <ul class="names">
            {names.map(({ name, events }) => (
              <li>
                <bdi>{name}</bdi> <span class="dim">{formatNumber(events)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
