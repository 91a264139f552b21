/** The rest of a theatre beside two streams: what the file's other patterns take and these sides did not do to each other. */
export interface TheatreStream {
  /** Events of each step of the panel. */
  readonly counts: Float64Array;
  /** The patterns it is made of, each once: two claims may ask for the same events of one pattern dated differently well. */
  readonly texts: readonly string[];
}

/** The key of two streams in either order. */
export function theatreKey(a: string, b: string): string {
  return [a, b].sort().join(' ');
}
