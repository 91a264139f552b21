import type { TriedOtherwise } from '../evidence/index.ts';
import type { FigureTable } from './figureTable.ts';
import { formatNumber } from './formatNumber.ts';
import { isMonthLeftOut } from './isMonthLeftOut.ts';
import { MONTHS } from './monthNames.ts';

/** Fewer months are listed one by one. */
const FEWEST_BY_YEAR = 7;

/** The numbers of all that was tried; months left out one at a time stand in the page by year. */
export function tabulateTried(tried: readonly TriedOtherwise[], unit: string): FigureTable {
  const all = {
    caption: 'The claim tried otherwise',
    columns: ['What', 'About', unit, 'Result'],
    rows: tried.map((one) => [
      one.name,
      one.about,
      one.estimate,
      `${one.finding ?? (one.estimate === null ? 'no fit' : '')} ${one.turned ? 'turns' : 'stands'}`.trim(),
    ]),
  };
  const months = tried.filter(isMonthLeftOut);
  if (months.length < FEWEST_BY_YEAR) return all;
  const others = all.rows.filter((_, index) => !months.includes(tried[index]!));
  return {
    ...all,
    brief: [...(others.length === 0 ? [] : [{ ...all, rows: others }]), tabulateMonths(months, unit)],
  };
}

function tabulateMonths(months: readonly TriedOtherwise[], unit: string): FigureTable {
  const cells = new Map(months.map((one) => [one.name.slice(-7), one]));
  const years = [...new Set([...cells.keys()].map((month) => month.slice(0, 4)))].sort();
  const told = ({ estimate, turned }: TriedOtherwise): string | number => {
    if (estimate !== null && !turned) return estimate;
    return `${estimate === null ? 'no fit' : formatNumber(estimate)}${turned ? ' △' : ''}`;
  };
  return {
    caption: `Without one month, ${unit} (△ it turns; – no event in it)`,
    columns: ['Year', ...MONTHS],
    rows: years.map((year) => [
      year,
      ...MONTHS.map((_, index) => {
        const one = cells.get(`${year}-${String(index + 1).padStart(2, '0')}`);
        return one === undefined ? null : told(one);
      }),
    ]),
  };
}
