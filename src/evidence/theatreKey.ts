import type { DayInterval } from '../calendar/index.ts';

/** The rest of a theatre beside two streams: what the file's other patterns take and these sides did not do to each other. */
export interface TheatreStream {
  /** Events of each step of the panel. */
  readonly counts: Float64Array;
  /** The patterns it is made of, each once: two claims may ask for the same events of one pattern dated differently well. */
  readonly texts: readonly string[];
  /** Days of which published totals tell how much of the stream the record holds; only of the rest of a record. */
  readonly told?: readonly DayInterval[];
}

/** The key of two streams in either order; of one stream alone, that of all else in its records. */
export function theatreKey(a: string, b = 'rest'): string {
  return [a, b].sort().join(' ');
}
