import { createWriteStream, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  monthsWithin,
  UNIT_COLUMNS,
  writeViewsDraws,
  type DrawsCell,
  type Ensemble,
  type MonthWindow,
  type TheatreModel,
  type UnitColumn,
} from '../forecast/index.ts';
import type { CountPanel } from '../model/index.ts';
import type { ExitCode, Outcome, Shell } from '../host/index.ts';
import { matchUnits } from './matchUnits.ts';
import type { UnitOptions } from './readUnits.ts';

/** What is to be written of a forecast, and where. */
export interface DrawsTarget {
  readonly path: string;
  readonly unitColumn: UnitColumn;
  readonly months: readonly MonthWindow[];
  /** Unit of each stream that is written, by the stream's id. */
  readonly units: ReadonlyMap<string, string>;
}

/** Checks what `--draws` asks for before anything is simulated; null where it asks for nothing. */
export function planExport(
  { draws: path, days, unit, unitColumn }: UnitOptions & { readonly draws?: string; readonly days: number },
  panel: CountPanel,
  model: TheatreModel,
  names: ReadonlyMap<string, string>,
): Outcome<DrawsTarget | null> {
  if (path === undefined) return { ok: true, value: null };
  const refuse = (message: string) => ({ ok: false, message }) as const;
  if (!existsSync(dirname(path))) return refuse(`There is no folder ${dirname(path)} for the draws.`);
  if (existsSync(path) && !(statSync(path).isFile() && path.endsWith('.csv')))
    return refuse(`${path} is there already and is no .csv file. Name another file.`);
  const column = UNIT_COLUMNS.find((one) => one === unitColumn);
  if (!column) return refuse(`--unit-column is one of ${UNIT_COLUMNS.join(', ')}.`);
  if (panel.stepDays !== 1) return refuse('Weeks do not make up months, so a weekly record has no --draws.');
  const months = monthsWithin(panel.first + panel.steps, days);
  if (months.length === 0)
    return refuse(`No whole month lies within the ${days} days. With --days 62 there is always one.`);
  const streams = model.streams.map(({ stream }) => stream);
  const units = matchUnits(unit, streams, names);
  if (!units.ok) return units;
  const wrong = column === 'unit' ? undefined : [...units.value.values()].find((one) => !/^\d+$/.test(one));
  if (wrong !== undefined)
    return refuse(
      `--unit-column ${column} holds whole numbers, and “${wrong}” is none. Name units with --unit.`,
    );
  return { ok: true, value: { path, unitColumn: column, months, units: units.value } };
}

/** Writes the draws of whole months and says how many. */
export async function exportDraws(
  { path, unitColumn, months, units }: DrawsTarget,
  ensemble: Ensemble,
  shell: Shell,
): Promise<ExitCode> {
  const cells = months.flatMap(({ month, window }) =>
    ensemble.streams.flatMap(({ stream, totals }): DrawsCell[] => {
      const unit = units.get(stream);
      const place = ensemble.windows.findIndex(({ name }) => name === window.name);
      return unit === undefined ? [] : [{ month, unit, draws: totals[place]! }];
    }),
  );
  if (cells.some(({ draws }) => draws.includes(Infinity))) {
    shell.writeError(`${path} was not written: some futures ran away, and their counts have no number.\n`);
    return 2;
  }
  try {
    await pipeline(Readable.from(writeViewsDraws(cells, unitColumn)), createWriteStream(path));
  } catch (error) {
    shell.writeError(`${path} could not be written: ${(error as Error).message}\n`);
    return 2;
  }
  const [first, last] = [months[0]!.month, months.at(-1)!.month];
  shell.writeError(
    `Draws written to ${path}: months ${first} to ${last}, ${units.size} ${units.size === 1 ? 'unit' : 'units'}, ${ensemble.paths} draws each.\n`,
  );
  return 0;
}
