import { existsSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Outcome } from './shell.ts';

/**
 * Writes a whole file or leaves what was there: into a new folder beside it, then renamed in one step. A link stays a
 * link, and a file keeps its permissions.
 */
export function writeAtomically(path: string, text: string): Outcome<null> {
  let folder: string | null = null;
  try {
    const target = existsSync(path) ? realpathSync(path) : path;
    const mode = existsSync(target) ? statSync(target).mode & 0o777 : 0o666;
    folder = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    const temporary = join(folder, basename(target));
    writeFileSync(temporary, text, { mode });
    renameSync(temporary, target);
    return { ok: true, value: null };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? `there is no folder ${dirname(path)}` : message;
    return { ok: false, message: `${path} could not be written: ${reason}` };
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}
