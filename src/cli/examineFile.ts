import type { Examination } from '../evidence/index.ts';
import { examineTheatre, judgeInThreads, type ExitCode, type Shell } from '../host/index.ts';
import { withRecords } from './withRecords.ts';

export interface ExamineSettings {
  readonly seed: number;
  readonly json: boolean;
  readonly threads: number;
}

/** From a file name to its Examination, which `use` prints or writes; every way of ending sooner is told. */
export async function examineFile(
  file: string,
  { seed, json, threads }: ExamineSettings,
  shell: Shell,
  use: (examination: Examination) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  return withRecords(file, json, shell, async (found) =>
    use(await examineTheatre(found, seed, (contexts) => judgeInThreads(contexts, threads))),
  );
}
