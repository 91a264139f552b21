import type { Calibration } from '../evidence/index.ts';
import { arrangeCalibration, CALIBRATION_COLUMNS, summariseCalibration } from './calibrationTables.ts';
import type { TableOptions } from './renderTable.ts';
import { padText, wrapText } from './terminalText.ts';

const WIDTHS = CALIBRATION_COLUMNS.map((name) => Math.max(name.length, 8) + 2);

/** The tables of a calibration for a terminal; under each kind the reasons of what was not separable or disputed. */
export function renderCalibrationTable(
  calibration: Calibration,
  date: string,
  { width, colour }: TableOptions,
): string {
  const paint = (text: string, code: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const kindWidth = Math.max(4, ...calibration.kinds.map(({ kind }) => kind.length)) + 1;
  const line = (kind: string, cells: readonly string[]) =>
    padText(kind, kindWidth) + cells.map((cell, index) => cell.padStart(WIDTHS[index] ?? 0)).join('');
  const tables = arrangeCalibration(calibration).flatMap(({ claim, title, rows }) => [
    '',
    paint(claim, '1'),
    title,
    paint(line('kind', CALIBRATION_COLUMNS), '2'),
    ...rows.flatMap(({ kind, cells, reasons }) => [
      line(kind, cells),
      ...wrapText(reasons, Math.max(40, width - 4)).map((text) => paint(`    ${text}`, '2')),
    ]),
  ]);
  return [
    `Tacit ${calibration.tacit}, seed ${calibration.seed}, ${date}`,
    ...tables,
    '',
    ...summariseCalibration(calibration).flatMap((text) => wrapText(text, Math.max(40, width))),
    '',
  ].join('\n');
}
