import type { CheckContext, RequestedFile } from './checkContext.ts';
import type { Document } from './document.ts';
import { gatherItems } from './gatherItems.ts';

/**
 * The texts that `check` needs and does not have yet: used files, packs and tables of periods, also those that used
 * files name. The shell reads them, puts them into `files` (or `packs`) under their paths and asks again until nothing
 * new is asked for; what cannot be read stays out and is told by `check`. Paths that lead out of the folder are never
 * asked for, but the shell still compares real paths before it reads.
 */
export function requestedFiles(
  document: Document,
  files: CheckContext['files'] = new Map(),
  packs: CheckContext['packs'] = new Map(),
): readonly RequestedFile[] {
  return gatherItems(document, { file: null, files, packs, pedantic: false }).requested;
}
