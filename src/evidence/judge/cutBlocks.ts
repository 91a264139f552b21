/** The region of a step that nobody recorded. */
export const UNRECORDED = 0;
/** With fewer blocks it cannot be told how a series swings. */
export const FEWEST_BLOCKS = 8;

/** Blocks are so long, or longer where they would hold fewer events than this on average. */
const BLOCK_DAYS = 7;
const EVENTS_PER_BLOCK = 2;

/** Runs of steps of one region, cut into blocks so long that the rarest of the streams has some events in them. */
export function cutBlocks(
  regions: Uint8Array,
  streams: readonly Float64Array[],
  stepDays: number,
): number[][] {
  const rarest = Math.min(...streams.map((counts) => meanOf(counts, regions)));
  const wanted = Math.max(BLOCK_DAYS / stepDays, EVENTS_PER_BLOCK / rarest);
  const size = Math.max(1, Math.ceil(Math.min(regions.length / FEWEST_BLOCKS, wanted)));
  const runs: number[][] = [];
  regions.forEach((region, at) => {
    if (region === UNRECORDED) return;
    const last = runs.at(-1);
    if (last && last.at(-1) === at - 1 && regions[at - 1] === region) last.push(at);
    else runs.push([at]);
  });
  return runs.flatMap((run) => {
    const pieces = Math.max(1, Math.round(run.length / size));
    return Array.from({ length: pieces }, (_, piece) =>
      run.slice(Math.round((piece * run.length) / pieces), Math.round(((piece + 1) * run.length) / pieces)),
    );
  });
}

function meanOf(counts: Float64Array, regions: Uint8Array): number {
  let [events, steps] = [0.5, 0];
  regions.forEach((region, at) => {
    if (region === UNRECORDED) return;
    steps++;
    events += counts[at]!;
  });
  return events / Math.max(1, steps);
}
