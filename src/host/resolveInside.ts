import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Outcome } from './shell.ts';

/**
 * The true path of a file that a theatre names, or null where no such file exists. It must lie in the theatre's folder
 * or below it after every link is followed; a path that leads out is refused.
 */
export async function resolveInside(folder: string, path: string): Promise<Outcome<string | null>> {
  const refused = {
    ok: false,
    message: `"${path}" leads out of the theatre's folder ${folder}. Put the file into the folder or below it.`,
  } as const;
  if (isAbsolute(path) || /^[a-z]+:\/\//i.test(path)) return refused;
  const root = await realpath(folder);
  let target: string;
  try {
    target = await realpath(join(root, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    // Nothing is there; a name that would lead out is refused all the same, so that it tells nothing about the disk.
    return staysInside(relative(root, join(root, path))) ? { ok: true, value: null } : refused;
  }
  return staysInside(relative(root, target)) ? { ok: true, value: target } : refused;
}

function staysInside(way: string): boolean {
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
