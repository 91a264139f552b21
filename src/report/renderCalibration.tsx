/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Calibration } from '../evidence/index.ts';
import { arrangeCalibration, CALIBRATION_COLUMNS, summariseCalibration } from './calibrationTables.ts';
import { DataTable } from './dataTable.tsx';
import { renderHtmlPage } from './htmlPage.tsx';

/** Keeps a number and its sign on one line. */
const NO_BREAK = '\u00a0';
const NUMERIC = CALIBRATION_COLUMNS.map((_, index) => index + 1);

/** The calibration as one HTML file without script: how often each finding was given where the truth is known. */
export function renderCalibration(calibration: Calibration, date: string): string {
  const { tacit, seed, kinds } = calibration;
  return renderHtmlPage({
    title: 'Calibration: verdicts where the truth is known',
    tacit,
    children: (
      <main>
        <p class="kind">Calibration</p>
        <h1>Verdicts where the truth is known</h1>
        <p>
          Made records of {kinds.length} {kinds.length === 1 ? 'kind' : 'kinds'}, each judged by the whole
          path that <code>tacit examine</code> takes. Tacit {tacit}, seed {seed}, {date}. Beside each share
          stands how often the plain likelihood-ratio test alone would have said “supported”. The limits are
          one-sided, exact, 95 %.
        </p>
        {summariseCalibration(calibration).map((text) => (
          <p>{text}</p>
        ))}
        {arrangeCalibration(calibration).map(({ claim, title, rows }) => (
          <section>
            <h2>{claim}</h2>
            <DataTable
              caption={title}
              columns={['kind', ...CALIBRATION_COLUMNS, 'reasons of not separable and disputed']}
              numeric={NUMERIC}
              rows={rows.map(({ kind, about, cells, reasons }) => [
                <>
                  <b>{kind}</b>
                  <span class="note">{about}</span>
                </>,
                ...cells.map((cell) => cell.replaceAll(' ', NO_BREAK)),
                reasons,
              ])}
            />
          </section>
        ))}
      </main>
    ),
  });
}
