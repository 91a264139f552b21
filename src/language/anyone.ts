import type { ActorSet } from './theatre.ts';

/** Whoever it was: a set that leaves nobody out. */
export const ANYONE: ActorSet = {
  label: 'anyone',
  anyone: true,
  sameActor: false,
  each: false,
  members: [],
  except: [],
};
