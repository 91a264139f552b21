/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { RecordQuality } from '../evidence/index.ts';
import { setAsideAnchor } from './anchors.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';

/** Rarer reasons are counted, not listed. */
const REASONS_SHOWN = 12;

/** Rows that could not be read: how many and why, and the first of them one by one. */
export function SetAside({ record, index }: { readonly record: RecordQuality; readonly index: number }) {
  const hidden = record.setAside - record.setAsideRows.length;
  return (
    <>
      <h4 id={setAsideAnchor(index)}>Rows set aside ({formatNumber(record.setAside)})</h4>
      {record.setAside === 0 ? (
        <p>Every row could be read.</p>
      ) : (
        <p>
          These rows could not be read. Nothing of them is used, nothing of them is lost.
          {hidden > 0
            ? ` The first ${formatNumber(record.setAsideRows.length)} are listed; for the other ${formatNumber(hidden)} run tacit record --set-aside.`
            : ''}
        </p>
      )}
      {record.setAsideReasons.length === 0 ? null : (
        <DataTable
          caption={`Why rows of ${record.file} were set aside, particulars left out`}
          columns={['Rows', 'Column', 'Reason', 'First on line']}
          numeric={[0, 3]}
          rows={record.setAsideReasons
            .slice(0, REASONS_SHOWN)
            .map(({ rows, column, reason, firstLine }) => [
              formatNumber(rows),
              column ?? 'whole row',
              reason,
              String(firstLine),
            ])}
        />
      )}
      {record.setAsideReasons.length > REASONS_SHOWN ? (
        <p>
          {formatCount(record.setAsideReasons.length - REASONS_SHOWN, 'rarer reason')} not shown; tacit record
          --json lists all.
        </p>
      ) : null}
      {record.setAsideRows.length === 0 ? null : (
        <details>
          <summary>
            {formatCount(record.setAsideRows.length, 'row')} with line and reason
            <span class="hidden"> in {record.file}</span>
          </summary>
          <DataTable
            caption={`Rows of ${record.file} set aside`}
            columns={['Line', 'Column', 'Reason']}
            numeric={[0]}
            rows={record.setAsideRows.map((row) => [String(row.line), row.column ?? 'whole row', row.reason])}
          />
        </details>
      )}
    </>
  );
}
