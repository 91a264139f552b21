import type { DrawsCell, UnitColumn } from './viewsDraws.ts';

/**
 * CSV with the columns `month_id`, the unit, `draw`, `outcome`; draws are counted from 0. Handed out in pieces of one
 * month and unit, since a whole file may be larger than a text can be.
 */
export function* writeViewsDraws(
  cells: Iterable<DrawsCell>,
  unitColumn: UnitColumn = 'unit',
): Generator<string> {
  yield `month_id,${unitColumn},draw,outcome\r\n`;
  for (const { month, unit, draws } of cells) {
    const name = /[",\r\n]/.test(unit) ? `"${unit.replaceAll('"', '""')}"` : unit;
    const head = `${month},${name},`;
    let piece = '';
    for (let draw = 0; draw < draws.length; draw++) piece += `${head}${draw},${draws[draw]!}\r\n`;
    yield piece;
  }
}
