import { formatNumber, formatPercent } from './formatNumber.ts';
import type { ShownBacktest } from './shownBacktest.ts';

/** Columns of a table of scores, after the system's name. */
export const SCORE_COLUMNS = [
  'n',
  'CRPS',
  'IGN',
  'MIS',
  'in 50 %',
  'in 80 %',
  'in 95 %',
  'CRPS onset',
  'CRPS persistence',
  'gain of the model',
] as const;

export interface ScoreLine {
  readonly system: string;
  readonly cells: readonly string[];
}

/** Mean scores of each system on one horizon over all streams, best CRPS first. Rules by themselves stand elsewhere. */
export function arrangeScores({ table, comparisons }: ShownBacktest, horizon: string): ScoreLine[] {
  const rows = table.filter((row) => row.horizon === horizon && row.stream === null);
  const ofState = (system: string, state: 'onset' | 'persistence') =>
    rows.find((row) => row.system === system && row.state === state)?.crps ?? null;
  return rows
    .filter(({ state, system }) => state === null && !system.startsWith('without '))
    .sort((a, b) => a.crps - b.crps)
    .map((row) => {
      const against = comparisons.find(
        (one) =>
          one.second === row.system && one.horizon === horizon && one.stream === null && one.score === 'crps',
      );
      return {
        system: row.system,
        cells: [
          formatNumber(row.forecasts),
          formatNumber(row.crps),
          formatNumber(row.ignorance),
          formatNumber(row.intervalScore90),
          ...([50, 80, 95] as const).map(
            (level) => `${formatPercent(row[`coverage${level}`])} of ${formatPercent(row[`held${level}`])}`,
          ),
          formatNumber(ofState(row.system, 'onset')),
          formatNumber(ofState(row.system, 'persistence')),
          against ? describeGain(against) : '',
        ],
      };
    });
}

function describeGain({ skill, skillInterval }: ShownBacktest['comparisons'][number]): string {
  if (skill === null) return '–';
  const whole = (share: number) => formatNumber(Math.round(100 * share));
  const span = skillInterval === null ? '' : ` (${skillInterval.map(whole).join(' to ')})`;
  return `${whole(skill)} %${span}`;
}
