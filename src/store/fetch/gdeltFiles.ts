import { dayFromCivil, daysInMonth, type Day } from '../../calendar/index.ts';
import type { Checksum } from './checkDownload.ts';
import { fetchFault, type FetchFault } from './fetchFault.ts';
import type { OfferedFile } from './ucdpFile.ts';

export const GDELT_BASE = 'https://data.gdeltproject.org';

export interface GdeltFile extends OfferedFile {
  readonly checksum: Checksum;
  readonly first: Day;
  readonly last: Day;
}

export interface GdeltListing {
  readonly kind: 'listing';
  readonly files: readonly GdeltFile[];
  /** Days of the span for which GDELT lists no file; some have none. */
  readonly absentDays: readonly Day[];
}

/** The address of the list of files with their MD5 sums. */
export function gdeltSums(base: string = GDELT_BASE): URL {
  return new URL('/events/md5sums', base);
}

/**
 * The event files of GDELT 1.0 that cover a span of days: of one year up to 2005, of one month up to March 2013, of one
 * day since. Each file holds the events that GDELT added then; most happened on the day, some are older.
 */
export function gdeltFiles(
  sums: string,
  first: Day,
  last: Day,
  base: string = GDELT_BASE,
): GdeltListing | FetchFault {
  const files: GdeltFile[] = [];
  let listed = 0;
  for (const line of sums.split('\n')) {
    const found = /^([0-9a-f]{32})\s+\*?((\d{4}|\d{6}|\d{8})(?:\.export\.CSV)?\.zip)\s*$/i.exec(line);
    const [, hex = '', name = '', period = ''] = found ?? [];
    const span = readPeriod(period);
    if (span === null) continue;
    listed += 1;
    if (span.last < first || span.first > last) continue;
    const checksum = { algorithm: 'md5', hex } as const;
    files.push({ address: new URL(`/events/${name}`, base), name, kind: 'zip', checksum, ...span });
  }
  if (listed === 0) {
    return fetchFault('The list of GDELT files names no file of events.', 'Its form may have changed.');
  }
  files.sort((a, b) => a.first - b.first || (a.name < b.name ? -1 : 1));
  const absentDays: Day[] = [];
  let next = first;
  for (const file of files) {
    for (; next < file.first; next++) absentDays.push(next);
    next = Math.max(next, file.last + 1);
  }
  for (; next <= last; next++) absentDays.push(next);
  return { kind: 'listing', files, absentDays };
}

/** The days of `2003`, `200601` or `20141124`; null where that is none. */
function readPeriod(text: string): { readonly first: Day; readonly last: Day } | null {
  const [year, month, dayOfMonth] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (text.length === 4) return { first: dayFromCivil(year, 1, 1), last: dayFromCivil(year, 12, 31) };
  if (text === '' || month < 1 || month > 12) return null;
  if (text.length === 6) {
    return { first: dayFromCivil(year, month, 1), last: dayFromCivil(year, month, daysInMonth(year, month)) };
  }
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  const day = dayFromCivil(year, month, dayOfMonth);
  return { first: day, last: day };
}
