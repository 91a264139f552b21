import type { Examination } from '../evidence/index.ts';
import { examineTheatre, type Deepen } from './examineTheatre.ts';
import type { HeldJudges } from './holdJudges.ts';
import { judgeInThreads } from './judgeInThreads.ts';
import type { TheatreWithRecords } from './prepareTheatre.ts';

export interface ThreadedExamination {
  readonly seed: number;
  readonly judges: HeldJudges;
  readonly deepen?: Deepen;
  readonly pictures?: 'none' | 'quick' | 'all';
}

/** One examination of a theatre whose records are open; its judging threads end with the last verdict. */
export async function examineInThreads(
  found: TheatreWithRecords,
  { seed, judges, deepen, pictures }: ThreadedExamination,
): Promise<Examination> {
  const judgeAll: Parameters<typeof examineTheatre>[2]['judgeAll'] = async (contexts) => {
    const judged = await judgeInThreads(contexts, judges.threads, judges.open);
    await judges.close();
    return judged;
  };
  return examineTheatre(found, seed, { judgeAll }, deepen, pictures);
}
