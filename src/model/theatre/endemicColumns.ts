import type { EndemicColumn } from '../design.ts';
import { recentMean } from '../recentMean.ts';
import { seasonColumns } from '../seasonColumns.ts';
import { trendColumns } from '../trendColumns.ts';
import { weekdayColumns } from '../weekdayColumns.ts';
import type { PanelFrame, StreamModel } from './streamModel.ts';

/** Level, trend, season, weekday and rest of the theatre. Throws where weekdays are asked of weekly counts. */
export function endemicColumns(
  { trend = 'none', season, weekday, rest }: StreamModel,
  frame: PanelFrame,
  countsOf: (stream: string) => Float64Array,
): EndemicColumn[] {
  const { first, steps, stepDays, recorded } = frame;
  if (weekday && stepDays !== 1) throw new Error('weekday: the counts are by week');
  // Without knots no bends are made that nobody takes.
  const knots = typeof trend === 'object' ? trend : { knotSteps: Infinity };
  const slow = trendColumns(recorded, knots).slice(0, trend === 'none' ? 1 : Infinity);
  const period = season ? season.periodDays / stepDays : 0;
  return [
    ...slow,
    ...(season ? seasonColumns(steps, first / stepDays, period, season.harmonics ?? 1) : []),
    ...(weekday ? weekdayColumns(steps, first) : []),
    ...(rest ? [restColumn(rest, recorded, countsOf)] : []),
  ];
}

function restColumn(
  { streams, steps }: NonNullable<StreamModel['rest']>,
  recorded: Uint8Array,
  countsOf: (stream: string) => Float64Array,
): EndemicColumn {
  const sum = new Float64Array(recorded.length);
  for (const stream of streams) countsOf(stream).forEach((count, t) => (sum[t]! += count));
  return { name: 'rest of theatre', values: recentMean(sum, recorded, steps).map(Math.log1p) };
}
