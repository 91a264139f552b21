import { describeFloor } from './describeFloor.ts';
import { formatCount, formatNumber } from './formatNumber.ts';
import { arrangeScores, SCORE_COLUMNS } from './scoreTable.ts';
import { showControls } from './showControls.ts';
import type { ShownBacktest } from './shownBacktest.ts';
import { wrapText } from './terminalText.ts';

/** A back-test for a terminal: by horizon whether the floor is beaten, and the scores of every system. */
export function renderBacktest(backtest: ShownBacktest, columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const shown = showControls(backtest);
  const { origins, wanted, horizons, checks, rules, failures, seed, paths } = shown;
  if (origins.length === 0) return [...wrapText(NOTHING, width), ''].join('\n');
  const stopped = origins.length < wanted ? ` of ${wanted} wanted (stopped)` : '';
  return [
    ...wrapText(
      `${formatCount(origins.length, 'past day')}${stopped} from ${origins[0]!} to ${origins.at(-1)!}, ${formatCount(paths, 'future')} each, seed ${seed}; everything fitted anew at each.`,
      width,
    ),
    ...horizons.flatMap((horizon) => [
      '',
      ...wrapText(`${horizon} ahead. ${describeFloor(checks[horizon]!)}`, width),
      ...listScores(shown, horizon, width),
    ]),
    ...listRules(rules, width),
    ...(failures.length === 0 ? [] : ['', 'Forecasts that could not be made:']),
    ...failures.flatMap(({ system, origin, detail }) =>
      wrapText(`${origin} ${system}: ${detail}`, width - 2).map((line) => `  ${line}`),
    ),
    '',
    ...wrapText(NOTE, width),
    '',
  ].join('\n');
}

const NOTHING =
  'No past day could be tried: half of the record, at least 60 steps, comes before the first one, and the longest horizon must fit behind the last. Shorten --days or use a longer record.';
const NOTE =
  'Lower is better. CRPS: mean distance between forecast and count; IGN: bits of surprise on the bins of the VIEWS challenge; MIS: width of the central 90 % with a fine for ' +
  'what lies outside; “in 50 %”: share of the counts inside, of the share that the forecasts promised; onset and persistence: after a window without and with events; gain: how much lower the ' +
  'CRPS of the full model is, with 90 % interval.';

/** Columns are dropped from the right where the terminal is narrow; the JSON and the page hold all. */
function listScores(backtest: ShownBacktest, horizon: string, width: number): string[] {
  const lines = arrangeScores(backtest, horizon);
  const order = [0, 1, 2, 3, 9, 4, 5, 6, 7, 8];
  const widths = SCORE_COLUMNS.map(
    (name, c) => Math.max(name.length, ...lines.map(({ cells }) => cells[c]!.length)) + 2,
  );
  const first = Math.max(...lines.map(({ system }) => system.length));
  let room = width - first;
  const kept = order.filter((c) => (room -= widths[c]!) >= 0);
  const row = (name: string, cells: readonly string[]) =>
    name.padEnd(first) + kept.map((c) => cells[c]!.padStart(widths[c]!)).join('');
  return [row('', SCORE_COLUMNS), ...lines.map(({ system, cells }) => row(system, cells))];
}

function listRules(rules: ShownBacktest['rules'], width: number): string[] {
  if (rules.length === 0) return [];
  return [
    '',
    'What each claim adds (gain in CRPS of the model over the same without it):',
    ...rules.flatMap(({ claim, comparisons }) =>
      comparisons
        .filter(({ score }) => score === 'crps')
        .flatMap(({ horizon, skill, skillInterval, permutation }) => {
          const percent = (share: number) => `${formatNumber(Math.round(1000 * share) / 10)} %`;
          const gain = skill === null ? '–' : percent(skill);
          const span =
            skillInterval === null ? '' : `, 90 % interval ${skillInterval.map(percent).join(' to ')}`;
          return wrapText(
            `${claim}, ${horizon} ahead: ${gain}${span}, p ${formatNumber(permutation)}`,
            width - 2,
          ).map((line) => `  ${line}`);
        }),
    ),
  ];
}
