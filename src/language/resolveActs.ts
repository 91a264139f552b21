import type { SourceSpan } from './document.ts';
import { didYouMean } from './didYouMean.ts';
import type { GatheredItem } from './gatherItems.ts';
import type { Reports } from './reports.ts';
import { duplicateWord, placeInWords, unknownClass } from './semanticMessages.ts';
import { EVENT_CLASSES, STANDARD_ACTS } from './standardActs.ts';
import type { Act } from './theatre.ts';

const SHOWN_CLASSES = 6;

/** All acts by name: the standard ones, and those the file declares, which replace standard ones of the same name. */
export function resolveActs(items: readonly GatheredItem[], reports: Reports): ReadonlyMap<string, Act> {
  const acts = new Map<string, Act>();
  for (const [name, classes] of Object.entries(STANDARD_ACTS)) {
    acts.set(name, { name, classes, codes: [], standard: true });
  }
  const declared = new Map<string, { readonly file: string | null; readonly at: SourceSpan }>();
  for (const { item, file } of items) {
    if (item.kind !== 'act') continue;
    const first = declared.get(item.name);
    if (first) {
      const firstPlace = placeInWords(
        first.at.line,
        first.file === file ? null : (first.file ?? 'the theatre'),
      );
      const message = duplicateWord('act', item.name, firstPlace, placeInWords(item.at.line, null));
      reports.tell(message, file, item.at, item.name);
      continue;
    }
    declared.set(item.name, { file, at: item.at });
    const classes: string[] = [];
    const codes: string[] = [];
    for (const given of item.classes) {
      if (given.of === 'code') codes.push(given.code);
      else if (EVENT_CLASSES.includes(given.name)) classes.push(given.name);
      else reports.tell(unknownClassOf(given.name), file, item.at, given.name);
    }
    // Declared acts stand in the order of declaration, also those that replace a standard one.
    acts.delete(item.name);
    acts.set(item.name, { name: item.name, classes, codes, standard: false });
  }
  return acts;
}

function unknownClassOf(name: string): ReturnType<typeof unknownClass> {
  const candidates = EVENT_CLASSES.map((known) => ({ name: known, also: [] }));
  return unknownClass(name, didYouMean(name, candidates), EVENT_CLASSES.slice(0, SHOWN_CLASSES));
}
