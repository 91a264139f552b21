import type { DuplicateDescription } from '../evidence/index.ts';
import { quoted } from '../language/index.ts';
import { liesInRecord } from '../record/index.ts';

/** A line that decides two rows, and the record of the theatre under which it must stand. */
export interface DecisionLine {
  readonly line: string;
  readonly under: string;
}

/**
 * The line that makes one incident of two rows of a record (or of it and another); it stands under the record of the
 * later row, which is then the one not counted. A folder or archive is one record, so its files are not named.
 */
export function pasteDuplicate({ earlier, later }: DuplicateDescription, file: string): DecisionLine {
  const nameOf = (record: string) => (liesInRecord(record, file) ? file : record);
  const under = nameOf(later.record);
  const where = nameOf(earlier.record) === under ? '' : ` in ${quoted(nameOf(earlier.record))}`;
  return { line: `duplicate ${quoted(later.id)} of ${quoted(earlier.id)}${where}`, under };
}
