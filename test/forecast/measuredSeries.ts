/** The public series that back-tests are measured on, beside the project; null where they are not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayFromCivil, readWrittenDate } from '../../src/calendar/index.ts';
import type { TheatreModel } from '../../src/forecast/index.ts';
import { geometricForWindow, type CountPanel, type StreamModel } from '../../src/model/index.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');

interface Series {
  readonly name: string;
  readonly file: string;
  readonly stepDays: 1 | 7;
  readonly columns: readonly string[];
  /** Answers that are modelled, by columns: [from, to]. */
  readonly answers: readonly (readonly [string, string])[];
  readonly rows?: readonly [number, number];
  /** From the cell to the count. */
  count(value: number): number;
}

export const SERIES: readonly Series[] = [
  {
    name: 'Israel and Palestinians, hostile acts by week, 1979–2003',
    file: 'israel-palestine-weekly/IsraelPalestineConflict.csv',
    stepDays: 7,
    columns: ['i2p', 'p2i'],
    answers: [
      ['i2p', 'p2i'],
      ['p2i', 'i2p'],
    ],
    // Goldstein totals below zero are hostile; their size is read as a count.
    count: (value) => Math.round(Math.max(0, -value)),
  },
  {
    name: 'Deaths by day, second intifada, 2000-09 to 2005-01',
    file: 'btselem/btselem_daily_directed.csv',
    stepDays: 1,
    columns: ['isf_kill_palestinian', 'palestinian_kill_israeli'],
    answers: [
      ['isf_kill_palestinian', 'palestinian_kill_israeli'],
      ['palestinian_kill_israeli', 'isf_kill_palestinian'],
    ],
    rows: [0, 1570],
    count: (value) => value,
  },
  {
    name: 'Events by day in eastern Syria, five dyads, 2016–2017',
    file: 'ged-syria/eastern_syria_daily.csv',
    stepDays: 1,
    columns: ['dez_gov_is', 'dez_is_sdf', 'syr_gov_is', 'syr_is_sdf', 'syr_gov_ins'],
    answers: [
      ['dez_gov_is', 'dez_is_sdf'],
      ['dez_is_sdf', 'dez_gov_is'],
    ],
    count: (value) => value,
  },
];

export function readSeries(series: Series): { panel: CountPanel; model: TheatreModel } | null {
  const path = join(DATA, series.file);
  if (!existsSync(path)) {
    process.stderr.write(`${path} is not there: its back-test is skipped\n`);
    return null;
  }
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = head.replaceAll('"', '').split(',');
  const rows = lines.slice(...(series.rows ?? [])).map((line) => line.split(','));
  const steps = rows.length;
  const first = readWrittenDate(rows[0]![0]!)?.first ?? dayFromCivil(1979, 4, 15);
  const panel: CountPanel = {
    first,
    stepDays: series.stepDays,
    steps,
    streams: series.columns,
    counts: series.columns.map((column) =>
      Float64Array.from(rows, (row) => series.count(Number(row[names.indexOf(column)]))),
    ),
    recorded: new Uint8Array(steps).fill(1),
    coverage: series.columns.map(() => new Float64Array(steps).fill(1)),
  };
  return { panel, model: modelSeries(series) };
}

function modelSeries({ columns, answers, stepDays }: Series): TheatreModel {
  const history = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };
  const to = stepDays === 1 ? 14 : 4;
  const delay = { family: 'geometric', parameters: geometricForWindow(to), from: 1, to };
  const nameOf = ([from, receiver]: readonly [string, string]) => `${receiver} answers ${from}`;
  return {
    streams: columns.map((stream): StreamModel => ({
      stream,
      answers: [
        { name: 'own history', from: stream, delay: history },
        ...answers
          .filter(([, receiver]) => receiver === stream)
          .map((pair) => ({ name: nameOf(pair), from: pair[0], delay })),
      ],
      modifiers: [],
    })),
    rules: answers.map((pair) => ({
      claim: nameOf(pair),
      stream: pair[1],
      term: nameOf(pair),
      of: 'answer' as const,
    })),
    leftOut: [],
  };
}
