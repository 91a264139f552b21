import type { Dialect } from './readDelimited.ts';
import type { TableMap } from './tableMap.ts';

/** How the fields of a mapped table are told apart. */
export function dialectOfTable({ delimiter, quoted }: Pick<TableMap, 'delimiter' | 'quoted'>): Dialect {
  return { delimiter, quote: quoted ? '"' : null, longestField: 100_000 };
}
