import { foldName } from './foldName.ts';

/** Names that ACLED gives to those who were not identified: `Unidentified Armed Group (Iraq)`. */
const UNIDENTIFIED = 'unidentified ';
/** The number and the word for civilians in `inter1` and `inter2`. */
const CIVILIANS: ReadonlySet<string> = new Set(['7', 'civilians']);

/**
 * The names of one side: the actor first, then those associated with it, who took part beside it. Those associated
 * with civilians are left out: they say whom the victims belonged to, and a group was not attacked because its people
 * were. `Unidentified Armed Group (…)` names nobody.
 */
export function readAcledSide(actor: string, associated: string, kind: string): readonly string[] {
  const civilians = CIVILIANS.has(kind.toLowerCase()) || foldName(actor).startsWith('civilians');
  const names = civilians ? [actor] : [actor, ...associated.split(';')];
  return names
    .map((name) => name.trim())
    .filter((name, index, all) => isSomebody(name) && all.indexOf(name) === index);
}

function isSomebody(name: string): boolean {
  return name !== '' && !foldName(name).startsWith(UNIDENTIFIED) && foldName(name) !== 'unidentified';
}
