import type { Analysis } from './analyse.ts';
import { declarationsIn } from './declarationsIn.ts';
import type { FilesInView } from './declarationsIn.ts';
import { STANDARD_ACTS } from './standardActs.ts';
import { nameMeant, wordMeaning } from './wordMeaning.ts';

/** What a name, an act or a measure stands for, as far as an editor colours it. */
export type WordClass =
  'actor' | 'alliance' | 'place' | 'area' | 'route' | 'source' | 'period' | 'claim' | 'act' | 'measure';

export interface ClassifiedWord {
  readonly start: number;
  readonly end: number;
  readonly is: WordClass;
  readonly declares: boolean;
}

/** The names, acts and measures of a text by what they stand for; those that nothing declares are left out. */
export function classifyWords(analysis: Analysis, files: FilesInView): readonly ClassifiedWord[] {
  const { names, acts, measures } = declarationsIn(files);
  const declaredActs = new Set(acts.keys());
  return analysis.words.flatMap((word) => {
    const meaning = wordMeaning(word);
    if (!meaning) return [];
    const name = nameMeant(word, meaning, declaredActs);
    const place = { start: word.start, end: word.end, declares: meaning.declares };
    if (meaning.of === 'act') {
      return acts.has(name) || Object.hasOwn(STANDARD_ACTS, name) ? [{ ...place, is: 'act' as const }] : [];
    }
    if (meaning.of === 'measure') return measures.has(name) ? [{ ...place, is: 'measure' as const }] : [];
    const kind = names.get(name)?.kind;
    return kind === undefined ? [] : [{ ...place, is: classOf(kind) }];
  });
}

function classOf(kind: string): WordClass {
  return kind === 'truce claim' ? 'claim' : (kind as WordClass);
}
