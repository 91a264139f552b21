import { readDate } from './readDate.ts';
import { readPosition } from './readPosition.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import type { TableField } from './tableMap.ts';

/** Why a cell cannot be what the field holds, or null. */
type CellCheck = (cell: string) => string | null;

const isDate: CellCheck = (cell) => {
  const reading = readDate(cell, { order: null, eightDigits: false });
  if (reading.kind !== 'fault') return null;
  return readDate(cell, { order: 'ymd', eightDigits: true }).kind === 'day' ? null : reading.reason;
};
const isCount: CellCheck = (cell) => {
  const reading = readWholeNumber(cell);
  return reading.kind === 'fault' ? reading.reason : null;
};
const isDegrees: CellCheck = (cell) => {
  const reading = readPosition('1', cell);
  return reading.kind === 'fault' ? reading.reason : null;
};

const CHECKS: Readonly<Partial<Record<TableField, CellCheck>>> = {
  date: isDate,
  date_end: isDate,
  latitude: isDegrees,
  longitude: isDegrees,
  killed_low: isCount,
  killed_best: isCount,
  killed_high: isCount,
  wounded: isCount,
};

/** Whether the cells of a column can be what its name says, with the numbers that speak for it. */
export function describeCells(
  field: TableField,
  cells: readonly string[],
  rows: number,
): { readonly fits: boolean; readonly evidence: string } {
  const check = CHECKS[field];
  const filled = `${cells.length} of ${rows} cells are filled`;
  if (field === 'id') {
    const different = new Set(cells).size;
    const fits = different === rows;
    return {
      fits,
      evidence: `by its name; ${fits ? 'all different' : `${different} different in ${rows} rows`}`,
    };
  }
  if (!check) return { fits: true, evidence: `by its name; ${filled}` };
  const reasons = cells.flatMap((cell) => check(cell) ?? []);
  if (reasons.length === 0) return { fits: true, evidence: `by its name; ${filled}, all can be read` };
  const evidence = `by its name; ${reasons.length} of ${cells.length} cells cannot be read: ${reasons[0] ?? ''}`;
  return { fits: reasons.length < cells.length, evidence };
}
