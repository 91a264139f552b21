import type { FilesInView } from './declarationsIn.ts';
import { findOccurrences, thingAt } from './findOccurrences.ts';
import type { Occurrence } from './findOccurrences.ts';

/** Every place where the name at a place stands, its declaration included; empty where no name stands. */
export function referencesAt(files: FilesInView, file: string, offset: number): readonly Occurrence[] {
  const thing = thingAt(files, file, offset);
  return thing ? findOccurrences(files, thing) : [];
}
