import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface WorkspaceListing {
  /** Paths below the folder, with forward slashes. */
  readonly paths: readonly string[];
  /** True where there are more theatres than are listed. */
  readonly cut: boolean;
}

/** Folders below the theatre's that are searched for further theatres. */
const DEEPEST = 3;
/** More files than anybody writes by hand: the folder is then something else, such as a home. */
const MOST_FILES = 200;

/** The `.tacit` files of a folder and of a few folders below it, links not followed; the nearest first. */
export async function listWorkspace(folder: string): Promise<WorkspaceListing> {
  const paths: string[] = [];
  let level = [''];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const next: string[] = [];
    for (const below of level) {
      const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory()) next.push(path);
        else if (entry.isFile() && entry.name.endsWith('.tacit')) paths.push(path);
        if (paths.length > MOST_FILES) return { paths: paths.slice(0, MOST_FILES), cut: true };
      }
    }
    level = next;
  }
  return { paths, cut: false };
}
