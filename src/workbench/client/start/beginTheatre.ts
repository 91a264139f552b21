import { quoted } from '../../../language/index.ts';
import { createFile, workspace } from '../workbench.ts';

/** Creates the folder's theatre, under the title that a person gave it or one to be changed. */
export function beginTheatre(title: string): void {
  const name = title.trim() === '' ? 'A theatre without a title yet' : title.trim();
  createFile(workspace.value?.main ?? 'theatre.tacit', `tacit 1\ntheatre ${quoted(name)}\n`);
}
