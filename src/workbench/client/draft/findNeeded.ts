import type { Draft } from '../../../reader/index.ts';

type Declaration = Draft['declarations'][number];

/**
 * The declarations that a claim needs and the theatre lacks, each before what rests on it: an alliance after its
 * members, an area after its places.
 */
export function findNeeded(
  declarations: readonly Declaration[],
  tacit: string,
  theatre: string,
): readonly Declaration[] {
  const names = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const needed = new Set<Declaration>();
  const visit = (text: string): void => {
    for (const word of wordsOf(text)) {
      const declaration = names.get(word);
      if (declaration === undefined || needed.has(declaration) || isDeclared(word, theatre)) continue;
      names.delete(word);
      visit(declaration.tacit);
      needed.add(declaration);
    }
  };
  visit(tacit);
  return [...needed];
}

/** Names stand outside quotation marks. */
function wordsOf(text: string): readonly string[] {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, ' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}

function isDeclared(name: string, theatre: string): boolean {
  return theatre
    .split('\n')
    .some(
      (line) =>
        /^(actor|alliance|place|area|route|source|act|period)\s+([\p{L}\p{N}_`]+)/u.exec(line)?.[2] === name,
    );
}
