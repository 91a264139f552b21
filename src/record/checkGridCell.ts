/** Cells of half a degree, 720 to a row from the date line eastward, rows from the south pole: PRIO-GRID's numbers. */
const CELLS_A_ROW = 720;
const CELLS_A_DEGREE = 2;

/**
 * Holds a position against the number of its PRIO-GRID cell, which a record states beside it: a second witness that
 * tells swapped coordinates and lost signs. Null where they agree within a neighbouring cell, since rounding may carry a
 * point over an edge, or where no number is stated. Source: tollefsen2012.
 */
export function checkGridCell(gridCell: string, latitude: number, longitude: number): string | null {
  if (gridCell === '') return null;
  const number = Number(gridCell);
  if (!Number.isInteger(number) || number < 1) return `${gridCell} is no number of a grid cell`;
  const row = Math.floor((number - 1) / CELLS_A_ROW);
  const column = (number - 1) % CELLS_A_ROW;
  const ownRow = Math.floor((latitude + 90) * CELLS_A_DEGREE);
  const ownColumn = Math.floor((longitude + 180) * CELLS_A_DEGREE);
  const apart = Math.abs(column - ownColumn);
  const near = Math.abs(row - ownRow) <= 1 && Math.min(apart, CELLS_A_ROW - apart) <= 1;
  if (near) return null;
  const south = row / CELLS_A_DEGREE - 90;
  const west = column / CELLS_A_DEGREE - 180;
  return `the position ${latitude}, ${longitude} does not lie in its grid cell ${number} (${south} to ${south + 0.5}, ${west} to ${west + 0.5})`;
}
