import type { FloorComparison } from '../forecast/index.ts';
import { formatNumber } from './formatNumber.ts';

/** Whether a model beats the floor, as the first line of a forecast says it. */
export function describeFloor(check: FloorComparison): string {
  if (check.kind === 'not checked') return `Not checked whether this beats a rule of thumb: ${check.why}.`;
  const { kind, floor, skill, interval, origins, horizon } = check;
  const tried = `from ${origins} past days, ${horizon} ahead`;
  if (skill === null)
    return `Does not beat the floor: ${tried}, the rule of thumb “${floor}” was never wrong on this record.`;
  const size = `its error (CRPS) was ${formatNumber(Math.abs(100 * skill))} % ${skill < 0 ? 'higher' : 'lower'} than that of the best rule of thumb, “${floor}”`;
  const span =
    interval === null
      ? 'no interval can be given'
      : `90 % interval of the gain ${formatNumber(100 * interval[0])} to ${formatNumber(100 * interval[1])} %`;
  const head = {
    beats: 'Beats the floor',
    'not shown': 'Not shown to beat the floor',
    worse: 'Does not beat the floor',
  }[kind];
  return `${head}: ${tried}, ${size} (${span}).`;
}

/** The same in a cell: `+12 % (3 to 20)`; `not checked`. */
export function shortenFloor(check: FloorComparison): string {
  if (check.kind === 'not checked') return 'not checked';
  const { skill, interval } = check;
  if (skill === null) return 'never wrong';
  const span =
    interval === null ? '' : ` (${interval.map((end) => formatNumber(Math.round(100 * end))).join(' to ')})`;
  return `${skill > 0 ? '+' : ''}${formatNumber(Math.round(100 * skill))} %${span}`;
}
