import type { GapDescription } from '../evidence/index.ts';

/** The line of a theatre that says nobody recorded these days. */
export function pasteMissing({ first, last }: Pick<GapDescription, 'first' | 'last'>): string {
  return `missing ${first} to ${last}`;
}
