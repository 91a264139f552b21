import type { Day } from '../calendar/index.ts';
import type { Band, ClaimFigures, TimelineStream } from '../evidence/index.ts';
import { lettersOf } from './lettersOf.ts';
import { shorten } from './shorten.ts';
import { readDay } from './timeAxis.ts';

export type Timeline = NonNullable<ClaimFigures['timeline']>;

/** One column of a stream: all events of `days` days drawn in one stack. */
export interface Column {
  readonly first: Day;
  /** Middle of the column, in picture units; of the last one, which the picture may cut short, of what is left of it. */
  readonly x: number;
  readonly count: number;
}

/** A labelled bar above the picture; `first === last` is a single day. */
export interface Lane {
  readonly label: string;
  readonly kind: Band['kind'] | 'mark';
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly textAt: number;
  readonly anchor: 'start' | 'end';
}

/** Where a day lies on a picture from `left` to `right`. */
export interface TimeScale {
  readonly first: Day;
  readonly last: Day;
  readonly left: number;
  readonly right: number;
  at(day: Day): number;
}

/** As wide as letters are where the picture is drawn small. */
const LABEL_WIDTH_PER_LETTER = 8.3;
const LABEL_LETTERS = 88;
const NARROWEST_COLUMN = 9;

/** A scale over whole days, the last one included. Null where the dates cannot be read. */
export function scaleTime(first: string, last: string, left: number, right: number): TimeScale | null {
  const from = readDay(first, 'first');
  const to = readDay(last, 'last');
  if (from === null || to === null || to < from) return null;
  const perDay = (right - left) / (to - from + 1);
  return { first: from, last: to, left, right, at: (day) => left + (day - from) * perDay };
}

/** How many days share a column so that columns stay wide enough to see. */
export function daysPerColumn(scale: TimeScale): number {
  return Math.max(
    1,
    Math.ceil(((scale.last - scale.first + 1) * NARROWEST_COLUMN) / (scale.right - scale.left)),
  );
}

/** Sums a stream into columns; days outside the scale do not belong to the picture. */
export function stackColumns(stream: TimelineStream, scale: TimeScale, days: number): readonly Column[] {
  const counts = new Map<number, number>();
  for (const { day, count } of stream.days) {
    const at = readDay(day, 'first');
    if (at === null || at < scale.first || at > scale.last) continue;
    const column = Math.floor((at - scale.first) / days);
    counts.set(column, (counts.get(column) ?? 0) + count);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([column, count]) => {
      const first = scale.first + column * days;
      const end = Math.min(first + days, scale.last + 1);
      return { first, x: (scale.at(first) + scale.at(end)) / 2, count };
    });
}

/** Gives every band and dated mark a row of its own where labels would touch; spells without a record are hatched instead. */
export function layLanes(timeline: Timeline, scale: TimeScale): readonly Lane[] {
  const wanted = [
    ...timeline.bands.filter((band) => band.kind !== 'missing').map((band) => ({ ...band, kind: band.kind })),
    ...timeline.marks.map((mark) => ({
      label: mark.label,
      first: mark.day,
      last: mark.day,
      kind: 'mark' as const,
    })),
  ];
  const ends: number[] = [];
  const lanes: Lane[] = [];
  for (const band of wanted) {
    const first = readDay(band.first, 'first');
    const last = readDay(band.last, 'last');
    if (first === null || last === null || last < scale.first || first > scale.last) continue;
    const from = Math.max(scale.left, scale.at(first));
    const to = Math.min(scale.right, Math.max(scale.at(last + 1), from + 1));
    const label = shorten(band.label, LABEL_LETTERS);
    const length = lettersOf(label) * LABEL_WIDTH_PER_LETTER;
    const overflows = from + length > scale.right;
    const start = overflows ? Math.min(from, scale.right - length) : from;
    const end = overflows ? scale.right : Math.max(to, from + length);
    const free = ends.findIndex((taken) => taken + 10 <= start);
    const row = free === -1 ? ends.length : free;
    ends[row] = end;
    lanes.push({
      label,
      kind: band.kind,
      from,
      to,
      row,
      textAt: overflows ? scale.right : from,
      anchor: overflows ? 'end' : 'start',
    });
  }
  return lanes;
}
