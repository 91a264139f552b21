import { readdir } from 'node:fs/promises';

const ENDING = '.tacit';

/** The names of the packs that ship, in order. */
export async function listPacks(): Promise<string[]> {
  const files = await readdir(new URL('../../packs/', import.meta.url));
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
}
