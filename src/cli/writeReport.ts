import type { Examination } from '../evidence/index.ts';
import { renderReport } from '../report/index.ts';
import type { ExitCode, Shell } from './shell.ts';
import { writeAtomically } from './writeAtomically.ts';

/** Writes the report and says where; the place was looked at with `checkReportTarget` before. */
export function writeReport(examination: Examination, path: string, shell: Shell): ExitCode {
  const html = renderReport(examination);
  const written = writeAtomically(path, html);
  if (!written.ok) {
    shell.writeError(`${written.message}\n`);
    return 2;
  }
  shell.writeError(`Report written to ${path} (${Math.ceil(Buffer.byteLength(html) / 1024)} kB).\n`);
  return 0;
}
