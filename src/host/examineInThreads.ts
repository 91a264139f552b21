import type { Examination } from '../evidence/index.ts';
import { examineTheatre, type Deepen } from './examineTheatre.ts';
import { judgeInThreads } from './judgeInThreads.ts';
import { openJudges, type Judges } from './openJudges.ts';
import type { TheatreWithRecords } from './prepareTheatre.ts';

/** So many claims are judged on threads whatever they are: these start while the record is still being counted. */
const MANY_CLAIMS = 16;

export interface ThreadedExamination {
  readonly seed: number;
  readonly threads: number;
  readonly deepen?: Deepen;
  readonly pictures?: 'none' | 'quick' | 'all';
}

/** One examination of a theatre whose records are open, on up to `threads` threads that end with it. */
export async function examineInThreads(
  found: TheatreWithRecords,
  { seed, threads, deepen, pictures }: ThreadedExamination,
): Promise<Examination> {
  let judges: Judges | null = null;
  const open = () => (judges ??= openJudges(threads));
  if (threads > 1 && found.theatre.claims.length >= MANY_CLAIMS) open();
  const close = () => judges?.stop();
  try {
    const judgeAll: Parameters<typeof examineTheatre>[2]['judgeAll'] = async (contexts) => {
      const judged = await judgeInThreads(contexts, threads, open);
      await close();
      return judged;
    };
    return await examineTheatre(found, seed, { judgeAll }, deepen, pictures);
  } finally {
    await close();
  }
}
