import type { Asked, Proposal } from './completion.ts';
import { declarationsIn } from './declarationsIn.ts';
import type { Declaration } from './declarationsIn.ts';
import { describeDeclaration } from './describeDeclaration.ts';
import { meaningOf } from './wordMeaning.ts';

/** Names of the kinds that may stand at the place; by `isl` also IS is found, which is also called "Islamic State". */
export function proposeNames({ files, stations, typed, before, file }: Asked): readonly Proposal[] {
  const wanted = new Set<string>(
    stations.flatMap(({ role, token }) => {
      const meaning = meaningOf(role, token);
      return meaning?.of === 'name' && !meaning.declares ? meaning.kinds : [];
    }),
  );
  if (wanted.has('claim')) wanted.add('truce claim');
  if (wanted.size === 0) return [];
  return (
    [...declarationsIn(files).names.values()]
      .filter(({ kind }) => wanted.has(kind))
      // Nothing is declared by itself.
      .filter((one) => one.file !== file || one.start !== before[1]?.startOffset)
      .map((declaration) => ({
        kind: 'name',
        label: declaration.name,
        detail: detailOf(declaration),
        meaning: describeDeclaration(declaration, null),
        foundBy: aliasBeginning(declaration, typed),
        template: null,
      }))
  );
}

function detailOf({ kind, also: [display] }: Declaration): string {
  const what = kind === 'truce claim' ? 'truce' : kind;
  return display === undefined ? what : `${what}, ${display}`;
}

/** The alias, or the word of one, that begins as the typed letters do where the name itself does not. */
function aliasBeginning({ name, also }: Declaration, typed: string): string | null {
  const wanted = typed.toLowerCase();
  if (wanted === '' || name.toLowerCase().startsWith(wanted)) return null;
  const words = also.flatMap((alias) => [alias, ...alias.split(/\s+/)]);
  return words.find((word) => word.toLowerCase().startsWith(wanted)) ?? null;
}
