import { writeAtomically, type ExitCode, type Shell } from '../host/index.ts';

/** Writes a finished page and says where; the place was looked at with `checkReportTarget` before. */
export function writePage(html: string, path: string, shell: Shell): ExitCode {
  const written = writeAtomically(path, html);
  if (!written.ok) {
    shell.writeError(`${written.message}\n`);
    return 2;
  }
  shell.writeError(`Report written to ${path} (${Math.ceil(Buffer.byteLength(html) / 1024)} kB).\n`);
  return 0;
}
