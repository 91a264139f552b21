import { fileURLToPath } from 'node:url';
import { readTextFile } from './readTextFile.ts';
import { resolveInside } from './resolveInside.ts';

/**
 * The text of a file that a theatre names, for an editor: `folder` is the address of the theatre's folder. Null where
 * nothing can be read there: no such file, not text, outside the folder, or a folder that is not on this computer's disk.
 */
export async function readBeside(folder: string, path: string): Promise<string | null> {
  if (!folder.startsWith('file:')) return null;
  try {
    const place = await resolveInside(fileURLToPath(folder), path);
    if (!place.ok || place.value === null) return null;
    const read = await readTextFile(place.value);
    return read.ok ? read.value.text : null;
  } catch {
    // An address that is no path here, or a folder that is gone: for the editor there is no such file.
    return null;
  }
}
