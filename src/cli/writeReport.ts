import type { Examination } from '../evidence/index.ts';
import { renderReport } from '../report/index.ts';
import type { ExitCode, Shell } from '../host/index.ts';
import { writePage } from './writePage.ts';

/** Writes the report and says where; the place was looked at with `checkReportTarget` before. */
export function writeReport(examination: Examination, path: string, shell: Shell): ExitCode {
  return writePage(renderReport(examination), path, shell);
}
