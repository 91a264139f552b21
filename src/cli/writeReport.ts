import type { Examination } from '../evidence/index.ts';
import { loadMapGround, renderReport } from '../report/index.ts';
import type { ExitCode, Shell } from '../host/index.ts';
import { writePage } from './writePage.ts';

/** Writes the report and says where; the place was looked at with `checkReportTarget` before. */
export async function writeReport(examination: Examination, path: string, shell: Shell): Promise<ExitCode> {
  return writePage(renderReport(examination, await loadMapGround(examination)), path, shell);
}
