import type { Examination, Judgement } from '../evidence/index.ts';
import { examineInThreads, type ExitCode, type Shell } from '../host/index.ts';
import { withJudges } from './withJudges.ts';

export interface ExamineSettings {
  readonly seed: number;
  readonly json: boolean;
  readonly threads: number;
  /** Records to draw for a deep check of what is supported; null: none. */
  readonly deep?: number | null;
  /** Dates of changed rates are among `all` pictures and take seconds; default `quick`. */
  readonly pictures?: 'quick' | 'all';
}

/** From a file name to its Examination, which `use` prints or writes; every way of ending sooner is told. */
export async function examineFile(
  file: string,
  { seed, json, threads, deep = null, pictures = 'quick' }: ExamineSettings,
  shell: Shell,
  use: (examination: Examination) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const deepen = async (judgements: readonly Judgement[]) => {
    const { deepenInThreads } = await import('./deepenInThreads.ts');
    return deepenInThreads(judgements, { draws: deep ?? 0, seed, threads }, shell);
  };
  return withJudges(file, { json, threads }, shell, async (found, judges) => {
    const options = { seed, judges, pictures, ...(deep === null ? {} : { deepen }) };
    return use(await examineInThreads(found, options));
  });
}
