/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { SetAsideRow } from '../record/index.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import { renderHtmlPage } from './htmlPage.tsx';

/** A page with more rows can hardly be opened. */
const MOST_ROWS = 20_000;

/** Every row that could not be read, with its place, the reason and its text, as one HTML file without script. */
export function renderSetAside(rows: readonly SetAsideRow[], version: string): string {
  const records = [...new Set(rows.map(({ record }) => record))];
  const listed = showControls(rows.slice(0, MOST_ROWS));
  return renderHtmlPage({
    title: 'Rows set aside',
    tacit: version,
    children: (
      <main>
        <h1>Rows set aside</h1>
        <p>
          {formatCount(rows.length, 'row')} of {formatCount(records.length, 'record')} could not be read.
          Nothing of them is counted, and nothing of them is lost.
          {rows.length > MOST_ROWS
            ? ` The first ${formatNumber(MOST_ROWS)} stand here; a report whose name ends in .csv holds all.`
            : ''}
        </p>
        <DataTable
          caption="Rows set aside, in the order of their files"
          columns={['Record', 'Line', 'Column', 'Reason', 'Row as written']}
          numeric={[1]}
          rows={listed.map(({ record, line, column, reason, raw }) => [
            <bdi>{record}</bdi>,
            formatNumber(line),
            <bdi>{column ?? ''}</bdi>,
            <bdi>{reason}</bdi>,
            <code>
              <bdi>{raw}</bdi>
            </code>,
          ])}
        />
      </main>
    ),
  });
}
