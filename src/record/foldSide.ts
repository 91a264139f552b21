import { foldName } from './foldName.ts';

/** What two writings of one side of an event share; of a side on which nobody is named it is `[]`. */
export function foldSide(names: readonly string[]): string {
  return JSON.stringify(names.map(foldName).sort());
}
