import { readViewsDraws, scoreMonthDraws, type TheatreModel } from '../forecast/index.ts';
import { renderDrawScores } from '../report/index.ts';
import { readTextFile, type ExitCode, type Shell } from '../host/index.ts';
import type { UnitName } from './readUnits.ts';
import { matchUnits } from './matchUnits.ts';
import { printJson } from './printJson.ts';
import type { CountedTheatre } from './withPanel.ts';

/** About ten million draws. */
const LARGEST_DRAWS = 400 * 1024 * 1024;

interface ScoreOptions {
  readonly unit: readonly UnitName[];
  readonly seed: number;
  readonly json?: boolean;
}

/** Scores the draws of any system against the record, beside the floor family on the same months. */
export async function scoreDrawsFile(
  path: string,
  { panel }: CountedTheatre,
  model: TheatreModel,
  names: ReadonlyMap<string, string>,
  { unit, seed, json = false }: ScoreOptions,
  shell: Shell,
): Promise<ExitCode> {
  const refuse = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  if (panel.stepDays !== 1)
    return refuse('Weeks do not make up months, so a weekly record cannot score draws by month.');
  const text = await readTextFile(path, LARGEST_DRAWS);
  if (!text.ok) return refuse(text.message);
  const reading = readViewsDraws(text.value.text);
  if (!reading.ok) return refuse(`${path}: ${reading.message}`);
  const streams = model.streams.map(({ stream }) => stream);
  const units = matchUnits(unit, streams, names);
  if (!units.ok) return refuse(units.message);
  const streamOf = new Map([...units.value].map(([stream, name]) => [name, stream]));
  const unknown = [...new Set(reading.cells.map((cell) => cell.unit))].filter((name) => !streamOf.has(name));
  if (unknown.length > 0 && unit.length === 0)
    return refuse(
      `${path}: no pattern is called “${unknown[0]!.slice(0, 80)}”. Say what it counts with --unit "${unknown[0]!.slice(0, 80)}=PATTERN".`,
    );
  if (reading.ignored.length > 0) shell.writeError(`Not read: ${reading.ignored.join(', ')}.\n`);
  if (unknown.length > 0)
    shell.writeError(
      `Not scored, since no --unit names them: ${unknown.slice(0, 20).join(', ')}${unknown.length > 20 ? ` and ${unknown.length - 20} more` : ''}.\n`,
    );
  const result = scoreMonthDraws(
    panel,
    reading.cells.flatMap((cell) => {
      const stream = streamOf.get(cell.unit);
      return stream === undefined ? [] : [{ ...cell, stream }];
    }),
    seed,
  );
  const shown = {
    seed,
    draws: reading.drawsPerCell,
    known: result.known,
    table: result.table.map((row) => ({ ...row, pit: [...row.pit] })),
    cells: result.cells,
    unscored: result.unscored,
  };
  if (result.cells.length === 0) {
    return refuse(
      `${path}: no month of it is wholly recorded${result.unscored.length > 0 ? ` (${result.unscored[0]!.month}: ${result.unscored[0]!.why})` : ''}.`,
    );
  }
  if (json) printJson(shown, shell);
  else shell.write(renderDrawScores(shown, shell.width));
  return 0;
}
