import {
  holdJudges,
  type ExitCode,
  type HeldJudges,
  type Shell,
  type TheatreWithRecords,
} from '../host/index.ts';
import { withRecords } from './withRecords.ts';

/**
 * As `withRecords`, for commands that judge: the judging threads of a theatre with many claims start as soon as it is read,
 * and end whatever happens.
 */
export async function withJudges(
  file: string,
  { json, threads }: { readonly json: boolean; readonly threads: number },
  shell: Shell,
  use: (found: TheatreWithRecords, judges: HeldJudges) => Promise<ExitCode>,
): Promise<ExitCode> {
  let judges = holdJudges(null, threads);
  try {
    return await withRecords(
      file,
      json,
      shell,
      (found) => use(found, judges),
      ({ theatre }) => {
        judges = holdJudges(theatre, threads);
      },
    );
  } finally {
    await judges.close();
  }
}
