/** A stretch of acts by two sides with calm before and after it. Steps as in the panel. */
export interface Episode {
  readonly first: number;
  readonly last: number;
  /** Who acted on the first step; `both` where both did, since days have no order inside. */
  readonly startedBy: 'first' | 'second' | 'both';
  readonly endedBy: 'first' | 'second' | 'both';
  readonly firstActs: number;
  readonly secondActs: number;
  /** Times the acting side changes from one step with acts to the next; steps with both count as no change. */
  readonly rounds: number;
  /** False where days just before it are not recorded, so that its beginning is not known. */
  readonly beginningKnown: boolean;
}

/**
 * Splits two streams into episodes: acts of either side belong together while fewer than `calmSteps` recorded steps
 * without any act lie between them. An unrecorded step ends an episode, since nobody knows what it held.
 */
export function splitEpisodes(
  first: Float64Array,
  second: Float64Array,
  usable: Uint8Array,
  calmSteps: number,
): Episode[] {
  const episodes: Episode[] = [];
  let open: number[] = [];
  let calm = 0;
  let knownCalm = false;
  const close = () => {
    if (open.length > 0) episodes.push(describe(first, second, open, knownBefore));
    open = [];
  };
  let knownBefore = false;
  for (let step = 0; step < first.length; step++) {
    if (!usable[step]) {
      close();
      calm = 0;
      knownCalm = false;
      continue;
    }
    const acts = (first[step] ?? 0) + (second[step] ?? 0) > 0;
    if (!acts) {
      calm++;
      if (calm >= calmSteps) {
        close();
        knownCalm = true;
      }
      continue;
    }
    if (open.length === 0) knownBefore = knownCalm;
    open.push(step);
    calm = 0;
    knownCalm = false;
  }
  close();
  return episodes;
}

function describe(
  first: Float64Array,
  second: Float64Array,
  steps: readonly number[],
  beginningKnown: boolean,
): Episode {
  const side = (step: number) => {
    const a = (first[step] ?? 0) > 0;
    const b = (second[step] ?? 0) > 0;
    if (a && b) return 'both' as const;
    return a ? ('first' as const) : ('second' as const);
  };
  const sum = (counts: Float64Array) => steps.reduce((total, step) => total + (counts[step] ?? 0), 0);
  const from = steps[0] ?? 0;
  const to = steps.at(-1) ?? from;
  const sides = steps.map(side).filter((one) => one !== 'both');
  return {
    first: from,
    last: to,
    startedBy: side(from),
    endedBy: side(to),
    firstActs: sum(first),
    secondActs: sum(second),
    rounds: sides.filter((one, index) => index > 0 && one !== sides[index - 1]).length,
    beginningKnown,
  };
}
