import packageFile from '../../package.json' with { type: 'json' };
import type { Examination, Judgement } from '../evidence/index.ts';
import type { ExamineInput } from '../examine.ts';
import { openClaimsOf } from './openClaimsOf.ts';
import type { TheatreWithRecords } from './prepareTheatre.ts';

export type Deepen = (judgements: readonly Judgement[]) => Promise<readonly Judgement[]>;

/** How claims are judged, and what is told and remembered meanwhile. */
export type JudgingOptions = Pick<ExamineInput, 'judgeAll' | 'onEarly' | 'compare'>;

/** The examination of a theatre whose records are open. */
export async function examineTheatre(
  { loaded, theatre, records }: TheatreWithRecords,
  seed: number,
  judging: JudgingOptions,
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
    open: openClaimsOf(loaded),
    ...records,
    seed,
    version: packageFile.version,
    ...judging,
    pictures,
    ...(deepen ? { deepen } : {}),
  });
}
