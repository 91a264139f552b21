import type { DuplicateDescription, GapDescription } from '../evidence/index.ts';
import { quoted } from '../language/index.ts';

/** The line of a theatre that says nobody recorded these days. */
export function pasteMissing({ first, last }: Pick<GapDescription, 'first' | 'last'>): string {
  return `missing ${first} to ${last}`;
}

/**
 * The line of a theatre that makes one incident of two rows, written under the record of the later one, which is then
 * the one not counted.
 */
export function pasteDuplicate({ earlier, later }: DuplicateDescription): string {
  const where = earlier.record === later.record ? '' : ` in ${quoted(earlier.record)}`;
  return `duplicate ${quoted(later.id)} of ${quoted(earlier.id)}${where}`;
}

/** The line that keeps two rows apart, also where possible duplicates count once. */
export function pasteDistinct({ earlier, later }: DuplicateDescription): string {
  const where = earlier.record === later.record ? '' : ` in ${quoted(earlier.record)}`;
  return `distinct ${quoted(later.id)} and ${quoted(earlier.id)}${where}`;
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
