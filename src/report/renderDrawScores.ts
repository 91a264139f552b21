import type { MonthScores, ScoreRow } from '../forecast/index.ts';
import { formatDay } from '../calendar/index.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import { wrapText } from './terminalText.ts';

/** Scores of another system's draws, as `tacit backtest --score --json` prints them. */
export interface ShownDrawScores extends Pick<MonthScores, 'known' | 'cells' | 'unscored'> {
  readonly seed: number;
  /** Draws for each unit and month. */
  readonly draws: number;
  readonly table: readonly (Omit<ScoreRow, 'pit'> & { readonly pit: readonly number[] })[];
}

const COLUMNS = ['n', 'CRPS', 'IGN', 'MIS', 'in 50 %', 'in 80 %', 'in 95 %'] as const;

/** Scores of another system's draws beside the floor family, for a terminal. */
export function renderDrawScores(scores: ShownDrawScores, columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const { known, table, cells, unscored, draws, seed } = showControls(scores);
  const rows = table
    .filter(({ stream, state }) => stream === null && state === null)
    .sort((a, b) => a.crps - b.crps)
    .map((row) => [
      row.system,
      formatNumber(row.forecasts),
      formatNumber(row.crps),
      formatNumber(row.ignorance),
      formatNumber(row.intervalScore90),
      formatPercent(row.coverage50),
      formatPercent(row.coverage80),
      formatPercent(row.coverage95),
    ]);
  const head = ['', ...COLUMNS];
  const widths = head.map((name, c) => Math.max(name.length, ...rows.map((row) => row[c]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]! + 2))).join('');
  const months = [...new Set(cells.map(({ month }) => month))];
  return [
    ...wrapText(
      `${formatCount(cells.length, 'count')} of ${formatCount(months.length, 'month')}, ${formatCount(draws, 'draw')} each, scored by the code that scores Tacit’s own. The rules of thumb know the record up to ${formatDay(known)}, the day before the first month (seed ${seed}).`,
      width,
    ),
    '',
    line(head),
    ...rows.map(line),
    ...(unscored.length === 0 ? [] : ['', `Not scored (${formatNumber(unscored.length)}):`]),
    ...unscored.flatMap(({ month, unit, why }) =>
      wrapText(`month ${month} of ${unit} ${why}`, width - 2).map((text) => `  ${text}`),
    ),
    '',
  ].join('\n');
}
