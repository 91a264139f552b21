import type { CompareTwo } from '../evidence/index.ts';
import { compareRemembered } from './compareRemembered.ts';
import { judgeUnknown, type WatchedJudging } from './judgeUnknown.ts';
import { keyContexts } from './keyContexts.ts';
import type { Judges } from './openJudges.ts';

/** Judging and comparing that remember what they did. */
export interface RememberedJudging {
  readonly judge: WatchedJudging;
  readonly compare: CompareTwo;
}

/** A memory over these threads, empty at first. It needs the judges, which take a while to load: load this when it is used. */
export function rememberJudging(judges: Judges, threads: number, showEvery: number): RememberedJudging {
  const keyed = keyContexts();
  return { judge: judgeUnknown(judges, keyed, threads, showEvery), compare: compareRemembered(keyed) };
}
