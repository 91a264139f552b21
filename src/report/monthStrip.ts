import { daysInMonth } from '../calendar/index.ts';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** One year of a record: twelve columns on the scale of the busiest month of all, and how many events there were. */
export interface YearStrip {
  readonly year: string;
  /** A bar for a month with events, `·` for one without, `░` for one nobody recorded, a space outside the span. */
  readonly months: string;
  readonly events: number;
}

interface Spell {
  readonly first: string;
  readonly last: string;
}

/** Events by year and month as a strip of text; years of the span that hold nothing are shown as such. */
export function monthStrip(
  byMonth: readonly { readonly month: string; readonly events: number }[],
  span: { readonly first: string | null; readonly last: string | null },
  missing: readonly Spell[],
): YearStrip[] {
  const counts = new Map(byMonth.map(({ month, events }) => [month, events]));
  const ends = [span.first?.slice(0, 7), span.last?.slice(0, 7)].filter((month) => month !== undefined);
  const months = [...counts.keys(), ...ends].sort();
  const [from, to] = [ends[0] ?? months[0], ends[1] ?? months.at(-1)];
  const [begin, end] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined || begin === undefined || end === undefined) return [];
  const most = Math.max(1, ...counts.values());
  const strips: YearStrip[] = [];
  for (let year = Number(begin.slice(0, 4)); year <= Number(end.slice(0, 4)); year++) {
    const keys = Array.from({ length: 12 }, (_, at) => nameMonth(year, at + 1));
    const draw = (month: string) => {
      const events = counts.get(month) ?? 0;
      if (events > 0) return BARS[Math.max(0, Math.ceil((8 * events) / most) - 1)] ?? '█';
      if (missing.some((spell) => holdsMonth(spell, month))) return '░';
      return month >= from && month <= to ? '·' : ' ';
    };
    strips.push({
      year: String(year).padStart(4, '0'),
      months: keys.map(draw).join(''),
      events: keys.reduce((sum, month) => sum + (counts.get(month) ?? 0), 0),
    });
  }
  return strips;
}

function nameMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** Whether every day of the month lies in the spell. */
function holdsMonth({ first, last }: Spell, month: string): boolean {
  const length = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return first <= `${month}-01` && last >= `${month}-${length}`;
}
