import packageFile from '../../package.json' with { type: 'json' };
import type { Examination, Judged, JudgeContext, Judgement } from '../evidence/index.ts';
import type { TheatreWithRecords } from './prepareTheatre.ts';

export type JudgeAll = (contexts: readonly JudgeContext[]) => Promise<readonly Judged[]>;
export type Deepen = (judgements: readonly Judgement[]) => Promise<readonly Judgement[]>;

/** The examination of a theatre whose records are open. */
export async function examineTheatre(
  { loaded, theatre, records }: TheatreWithRecords,
  seed: number,
  judgeAll: JudgeAll,
  deepen?: Deepen,
  pictures: 'none' | 'quick' | 'all' = 'quick',
): Promise<Examination> {
  const { examine } = await import('../examine.ts');
  return examine({
    theatre,
    text: loaded.text,
    file: loaded.file,
    hash: loaded.hash,
    diagnostics: loaded.diagnostics,
    ...records,
    seed,
    version: packageFile.version,
    judgeAll,
    pictures,
    ...(deepen ? { deepen } : {}),
  });
}
