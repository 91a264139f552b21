import type { MadeClaim } from './madeClaims.ts';
import type { MadeWorld } from './madeWorld.ts';

/**
 * Whether a claim is true of a made world: `false` where "supported" would be wrong, `true` where it would be right,
 * `open` where something of the kind is so and the record is not held against it (under a slow wave a rate did fall).
 */
export type Truth = 'true' | 'false' | 'open';

/** The truth of a claim; of `mutual` it is true only where both sides answer. */
export function truthOf(world: MadeWorld, claim: MadeClaim): Truth {
  const { rhoAB = 0, rhoBA = 0, shift, change } = world;
  switch (claim) {
    case 'when':
      return rhoAB > 0 ? 'true' : 'false';
    case 'mutual':
      return rhoAB > 0 && rhoBA > 0 ? 'true' : 'false';
    case 'fewer':
      return shift && shift.gamma < 0 ? 'true' : 'false';
    case 'more':
      if (shift) return shift.gamma > 0 ? 'true' : 'false';
      // Answers are more of B after A.
      return rhoAB > 0 ? 'true' : 'false';
    case 'falls':
      if (change) return change.times < 1 ? 'true' : 'false';
      return varies(world) ? 'open' : 'false';
    case 'truce':
      if (change) return change.times < 1 && change.both ? 'true' : 'false';
      return varies(world) ? 'open' : 'false';
  }
}

/** Whether B's rate goes up and down by more than its own history: then it may have fallen on the claimed days. */
function varies({
  wave,
  campaign,
  season,
  shocks,
  switching,
  reporting,
  missing,
  shift,
  rhoAB = 0,
}: MadeWorld) {
  const unrecorded = missing !== undefined && !missing.told;
  return Boolean(
    wave ?? campaign ?? season ?? shocks ?? switching ?? reporting ?? shift ?? (unrecorded || rhoAB > 0),
  );
}
