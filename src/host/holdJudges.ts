import type { Theatre } from '../language/index.ts';
import { openJudges, type Judges } from './openJudges.ts';

/** Judging threads of one examination: opened when they are first wanted, ended when no claim is left to judge. */
export interface HeldJudges {
  readonly threads: number;
  readonly open: () => Judges;
  readonly close: () => Promise<void>;
}

/** So many claims are judged on threads whatever they are: these start, and practise, while the record is being opened. */
const MANY_CLAIMS = 16;

/** Holds up to `threads` judging threads for a theatre that was read; they are open at once where it has many claims. */
export function holdJudges(theatre: Theatre | null, threads: number): HeldJudges {
  let judges: Judges | null = null;
  const open = () => (judges ??= openJudges(threads));
  if (threads > 1 && theatre && theatre.claims.length >= MANY_CLAIMS) open();
  return {
    threads,
    open,
    close: async () => {
      await judges?.stop();
    },
  };
}
