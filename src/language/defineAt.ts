import type { FilesInView } from './declarationsIn.ts';
import { thingAt } from './findOccurrences.ts';
import type { FilePlace } from './findOccurrences.ts';

/** Where the name at a place is declared; null for standard acts, for names nothing declares, and where no name stands. */
export function defineAt(files: FilesInView, file: string, offset: number): FilePlace | null {
  const declaration = thingAt(files, file, offset)?.declaration;
  return declaration ? { file: declaration.file, start: declaration.start, end: declaration.end } : null;
}
