import { ACLED_COLUMNS } from './acledColumns.ts';
import { GED_COLUMNS } from './gedColumns.ts';
import type { HeaderExpectation } from './readHeader.ts';

const NAMED: readonly HeaderExpectation[] = [ACLED_COLUMNS, GED_COLUMNS];
/** A table of somebody's own may have a few columns of the same name: this many, and most of all that it has, do not. */
const LEAST_SHARED = 8;
const LEAST_SHARE = 0.6;

/** Which format a table nearly is of, by the names of its columns, and which it lacks; null where it is near none. */
export function describeNearFormat(
  names: readonly string[],
): { readonly message: string; readonly hint: string } | null {
  for (const { form, required, optional, unread = [], alsoCalled } of NAMED) {
    const keys = names.map((name) => {
      const key = name.trim().toLowerCase();
      return alsoCalled?.get(key) ?? key;
    });
    const known = new Set([...required, ...optional, ...unread]);
    const shared = new Set(keys.filter((key) => known.has(key)));
    const missing = required.filter((key) => !shared.has(key));
    if (missing.length === 0 || shared.size < LEAST_SHARED || shared.size < LEAST_SHARE * keys.length)
      continue;
    return {
      message: `These are nearly the columns of ${form}: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      hint: 'Export it again with all columns and the names they come with.',
    };
  }
  return null;
}
