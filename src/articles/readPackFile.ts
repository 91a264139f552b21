import { readFile } from 'node:fs/promises';

/** The text of a file that ships in `packs/`. */
export function readPackFile(file: string): Promise<string> {
  return readFile(new URL(`../../packs/${file}`, import.meta.url), 'utf8');
}
