import type { DuplicateDescription, GapDescription } from '../evidence/index.ts';
import { quoted } from '../language/index.ts';
import { liesInRecord } from '../record/index.ts';

/** The line of a theatre that says nobody recorded these days. */
export function pasteMissing({ first, last }: Pick<GapDescription, 'first' | 'last'>): string {
  return `missing ${first} to ${last}`;
}

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

/** `2023-10-18; 2023-10-19, US on IRMIL; IRMIL on US, rocket, Far Valley, 1.2 km apart`: what two rows share once. */
export function describeDuplicate({ earlier, later, metres }: DuplicateDescription): string {
  const days = earlier.days === later.days ? earlier.days : `${earlier.days}; ${later.days}`;
  const sides = earlier.sides === later.sides ? earlier.sides : `${earlier.sides}; ${later.sides}`;
  const place = earlier.place === later.place ? earlier.place : `${earlier.place}; ${later.place}`;
  const acts = earlier.act === later.act ? earlier.act : `${earlier.act}; ${later.act}`;
  const distance = metres === null ? 'by the name of the place' : `${(metres / 1000).toFixed(1)} km apart`;
  return [days, sides, acts, place, distance].join(', ');
}
