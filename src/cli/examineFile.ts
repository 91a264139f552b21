import packageFile from '../../package.json' with { type: 'json' };
import type { Examination } from '../evidence/index.ts';
import { examine } from '../examine.ts';
import { judgeInThreads } from './judgeInThreads.ts';
import { withRecords } from './withRecords.ts';
import type { ExitCode, Shell } from './shell.ts';

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
  return withRecords(file, json, shell, async ({ loaded, theatre, records }) => {
    const examination = await examine({
      theatre,
      text: loaded.text,
      file: loaded.file,
      hash: loaded.hash,
      diagnostics: loaded.diagnostics,
      ...records,
      seed,
      version: packageFile.version,
      judgeAll: (contexts) => judgeInThreads(contexts, threads),
    });
    return use(examination);
  });
}
