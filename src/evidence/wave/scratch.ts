const rooms = new Map<string, Float64Array>();

/**
 * Room that many likelihoods of one length share, each for the time of one evaluation: what is in it before does not
 * matter, and nobody may rely on what is in it after. A decision evaluates ten models of which each would fill megabytes of
 * its own; in shared room they stay near the processor.
 */
export function scratch(purpose: string, length: number): Float64Array {
  const known = rooms.get(purpose);
  if (known !== undefined && known.length >= length) return known.subarray(0, length);
  const made = new Float64Array(length);
  rooms.set(purpose, made);
  return made;
}
