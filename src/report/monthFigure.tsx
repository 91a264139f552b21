/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { daysInMonth } from '../calendar/index.ts';
import type { RecordQuality } from '../evidence/index.ts';
import { barsPath } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { scaleTime } from './layoutTimeline.ts';
import { shortHash } from './pageHeader.tsx';
import { LeftAxis } from './plotFrame.tsx';
import { readDay } from './timeAxis.ts';
import { TimeAxis } from './timeAxisMarks.tsx';

const BOX = { left: 52, right: 990, top: 34, bottom: 190 };

/** Events by month, with the spells that nobody recorded hatched; nothing where no event has a month. */
export function MonthFigure({ record }: { readonly record: RecordQuality }) {
  const months = [...record.byMonth].sort((a, b) => Number(a.month > b.month) - Number(a.month < b.month));
  if (months.length === 0) return null;
  const first = record.covers?.first ?? months[0]?.month;
  const last = record.covers?.last ?? months.at(-1)?.month;
  const scale =
    first === undefined || last === undefined ? null : scaleTime(first, last, BOX.left, BOX.right);
  if (scale === null) return null;
  const tallest = Math.max(1, ...months.map((month) => month.events));
  const y = scaleLinear([0, tallest], [BOX.bottom, BOX.top]).nice(4);
  const width = Math.max(1.5, scale.at(scale.first + 30) - scale.left - 1.5);
  const tops = months.flatMap(({ month, events }) => {
    const day = readDay(month, 'first');
    const inside = day !== null && day <= scale.last && day + lengthOf(month) > scale.first;
    return inside && events > 0 ? [{ x: Math.max(BOX.left, scale.at(day)), y: y(events) }] : [];
  });
  return (
    <Figure
      title={`${record.file}: events by month`}
      sentence={describeMonths(record)}
      width={1000}
      height={226}
      scrolls
      source={`Source: record ${record.file} (${shortHash(record.hash)}); n = ${formatNumber(record.right)} rows.`}
      legend={
        record.missing.length === 0 ? undefined : 'Hatched: days that nobody recorded; never counted as calm.'
      }
      tables={[
        {
          caption: 'Events by month',
          columns: ['Month', 'Events'],
          rows: months.map(({ month, events }) => [month, events]),
        },
        ...(record.missing.length === 0
          ? []
          : [
              {
                caption: 'Spells without a record',
                columns: ['First day', 'Last day'],
                rows: record.missing.map((spell) => [spell.first, spell.last]),
              },
            ]),
      ]}
      marks={months.map(({ month, events }) => ({
        x: scale.at((readDay(month, 'first') ?? scale.first) + 15),
        y: y(events),
        text: `${month}: ${formatCount(events, 'event')}`,
      }))}
    >
      <LeftAxis scale={y} box={BOX} ticks={4} label="events in the month" />
      {record.missing.map((spell) => {
        const from = Math.max(scale.left, scale.at(readDay(spell.first, 'first') ?? scale.first));
        const to = Math.min(scale.right, scale.at((readDay(spell.last, 'last') ?? scale.last) + 1));
        return (
          <rect
            class="tint missing"
            fill="url(#hatch)"
            x={from}
            y={BOX.top}
            width={Math.max(1, to - from)}
            height={BOX.bottom - BOX.top}
          />
        );
      })}
      <path class="first solid" d={barsPath(tops, BOX.bottom, width)} />
      <TimeAxis scale={scale} at={BOX.bottom} most={9} />
    </Figure>
  );
}

function lengthOf(month: string): number {
  return daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}

function describeMonths(record: RecordQuality): string {
  const busiest = record.byMonth.reduce((most, month) => (month.events > most.events ? month : most));
  const empty = record.byMonth.filter((month) => month.events === 0).length;
  return (
    `${formatCount(record.right, 'event')}; the busiest month is ${busiest.month} with ${formatNumber(busiest.events)}` +
    `${empty === 0 ? '' : `; ${formatCount(empty, 'month')} without any`}` +
    `${record.missing.length === 0 ? '' : `; ${formatCount(record.missing.length, 'spell')} without a record`}.`
  );
}
