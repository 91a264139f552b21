import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where texts lie until they are whole: on the same disk, out of sight, swept at every start. */
function savingFolder(folder: string): string {
  return join(folder, '.tacit', 'saving');
}

/**
 * Writes a whole file or leaves what was there, and comes back when the disk has it: into `.tacit/saving`, pushed to the
 * disk, then renamed in one step. A process killed at any moment leaves the old text or the new one.
 */
export async function writeDurably(folder: string, place: string, text: string): Promise<void> {
  const saving = savingFolder(folder);
  await mkdir(saving, { recursive: true });
  const mode = (await stat(place).catch(() => null))?.mode;
  let temporary = join(saving, `${randomBytes(9).toString('base64url')}-${basename(place)}`);
  try {
    await writeWhole(temporary, text, mode);
    try {
      await rename(temporary, place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      // The file lies on another disk than `.tacit`: the step in one must begin beside it.
      await rm(temporary, { force: true });
      temporary = join(dirname(place), `.${basename(temporary)}`);
      await writeWhole(temporary, text, mode);
      await rename(temporary, place);
    }
    await pushFolder(dirname(place));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Takes away what a killed process left half written; whole texts are never there. */
export async function sweepSaving(folder: string): Promise<void> {
  const saving = savingFolder(folder);
  const facts = await lstat(saving).catch(() => null);
  if (!facts?.isDirectory()) return;
  for (const name of await readdir(saving)) await rm(join(saving, name), { force: true });
}

async function writeWhole(place: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(place, 'wx', mode === undefined ? 0o666 : mode & 0o777);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The name of a file is on the disk only when its folder is; not every system can push a folder. */
async function pushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
