const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;

export function isMonthName(word: string): boolean {
  return MONTH_NAMES.test(word);
}

/**
 * The dates, as Tacit writes them, that a date in another shape may mean: `29/12/2019`, `Dec 29 2019`, `20191229`.
 * More than one where day and month could be swapped; none where no reading is a date.
 */
export function datesMeant(written: string): string[] {
  const compact = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(written);
  const parts = compact ? compact.slice(1) : written.split(/[^\p{L}\p{N}]/u).filter((part) => part !== '');
  const month = parts.findIndex(isMonthName);
  const year = parts.findIndex((part) => /^[0-9]{4}$/.test(part));
  const others = parts.filter((_, index) => index !== month && index !== year).map(Number);
  if (year === -1 || others.some((part) => !Number.isInteger(part)) || others.length > 2) return [];
  const [first = 0, second = 0] = others;
  if (month !== -1)
    return dates(parts[year], MONTHS.indexOf((parts[month] ?? '').slice(0, 3).toLowerCase()) + 1, first);
  if (others.length === 1) return dates(parts[year], first, 0);
  if (year === 0) return dates(parts[0], first, second);
  return [...new Set([...dates(parts[year], second, first), ...dates(parts[year], first, second)])];
}

function dates(year: string | undefined, month: number, day: number): string[] {
  if (year === undefined || month < 1 || month > 12 || day > 31) return [];
  const two = (part: number): string => String(part).padStart(2, '0');
  return [day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`];
}
