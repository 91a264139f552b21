import { needs, type Declaration, type Draft } from '../../../reader/index.ts';

/** The declarations that a claim needs and the theatre lacks, each before what rests on it. */
export function findNeeded(
  draft: Pick<Draft, 'declarations'>,
  tacit: string,
  theatre: string,
): readonly Declaration[] {
  const declared = new Set(
    theatre
      .split('\n')
      .flatMap(
        (line) =>
          /^(?:actor|alliance|place|area|route|source|act|period)\s+`?([\p{L}\p{M}\p{N}_]+)/u.exec(
            line,
          )?.[1] ?? [],
      ),
  );
  return needs(draft, tacit).filter(({ name }) => !declared.has(name));
}
