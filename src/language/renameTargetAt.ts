import type { FilesInView } from './declarationsIn.ts';
import { thingAt } from './findOccurrences.ts';
import type { FilePlace, NamedThing } from './findOccurrences.ts';
import { notRenamable, shipsWithTacit, undeclared } from './renameMessages.ts';
import { STANDARD_ACTS } from './standardActs.ts';

export type RenameTarget =
  | { readonly ok: true; readonly thing: NamedThing; readonly place: FilePlace }
  | { readonly ok: false; readonly message: string };

/** What stands at a place and may get another name, or the sentence that says why not. */
export function renameTargetAt(files: FilesInView, file: string, offset: number): RenameTarget {
  const thing = thingAt(files, file, offset);
  if (!thing) return { ok: false, message: notRenamable() };
  if (!thing.declaration) {
    const ships = thing.of === 'act' && Object.hasOwn(STANDARD_ACTS, thing.name);
    return { ok: false, message: ships ? shipsWithTacit(thing.name) : undeclared(thing.name) };
  }
  return { ok: true, thing, place: { file, start: thing.word.start, end: thing.word.end } };
}
