import { daysInMonth } from '../calendar/index.ts';
import type { Asked, Proposal } from './completion.ts';

const MOST_DATES = 12;

/** Dates the file already speaks of; with a year or a month typed also its first and last day. */
export function proposeDates({ stations, analysis, typed }: Asked): readonly Proposal[] {
  const isDate = stations.some(({ token }) => token === 'DATE');
  if (!isDate || !/^[\d-]*$/.test(typed)) return [];
  const counts = new Map<string, number>();
  for (const { tokenType, image } of analysis.run.tokens) {
    // What is being typed is not yet a date of the file.
    if (tokenType.name === 'DATE' && image !== typed) counts.set(image, (counts.get(image) ?? 0) + 1);
  }
  const written = [...counts]
    .filter(([date]) => date.startsWith(typed))
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, MOST_DATES)
    .map(([date]) => proposal(date, 'a day this file speaks of'));
  const others = daysOf(typed).filter(({ label }) => !counts.has(label));
  return [...written, ...others];
}

/** The first and last days of the month, or the year, that is being typed. */
function daysOf(typed: string): readonly Proposal[] {
  const [, year, month] = /^(\d{4})-(?:(\d{2})-?)?$/.exec(typed) ?? [];
  if (year === undefined) return [];
  if (month === undefined) {
    return [
      proposal(`${year}-01-01`, 'first day of the year'),
      proposal(`${year}-12-31`, 'last day of the year'),
    ];
  }
  if (Number(month) < 1 || Number(month) > 12) return [];
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0');
  return [
    proposal(`${year}-${month}-01`, 'first day of the month'),
    proposal(`${year}-${month}-${last}`, 'last day of the month'),
  ];
}

function proposal(label: string, detail: string): Proposal {
  return { kind: 'date', label, detail, meaning: null, foundBy: null, template: null };
}
