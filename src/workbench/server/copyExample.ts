import { constants, copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../host/index.ts';
import { listWorkspace } from './listWorkspace.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/eastern-syria/', import.meta.url));
const THEATRE = 'theatre.tacit';

/**
 * Copies the shipped example into a folder that holds no theatre yet; its theatre takes the name `main`. Where a file of
 * that name is there already, nothing is copied at all.
 */
export async function copyExample(folder: string, main: string): Promise<Outcome<null>> {
  const { paths } = await listWorkspace(folder);
  const [first] = paths;
  if (first !== undefined)
    return {
      ok: false,
      message: `This folder holds a theatre already (${first}), so the example was not copied.`,
    };
  const copied: string[] = [];
  const names = (await readdir(EXAMPLE)).filter((name) => /^[^.].*\.(csv|tacit|md)$/.test(name));
  try {
    for (const name of names) {
      const place = join(folder, name === THEATRE ? main : name);
      await copyFile(join(EXAMPLE, name), place, constants.COPYFILE_EXCL);
      copied.push(place);
    }
    return { ok: true, value: null };
  } catch (error) {
    for (const place of copied) await rm(place, { force: true });
    return { ok: false, message: `The example was not copied: ${(error as Error).message}` };
  }
}
