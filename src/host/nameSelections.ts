import type { EventSelection } from '../record/index.ts';

/** Names kept; beyond this all are forgotten, and what is named anew is asked anew. */
const MOST_NAMES = 50_000;

/** Short names for what the store is asked: two questions have one name if and only if they say the same. */
export interface SelectionNames {
  readonly ofAnyOf: (anyOf: readonly EventSelection[]) => string;
  /** Any other plain value. */
  readonly ofValue: (value: object) => string;
}

/**
 * Selections of one theatre share their sides and places, hundreds of names long, and every reading of it asks for them
 * again: each is written out once, then known by the object it is. So nobody may change an object that was named.
 */
export function nameSelections(): SelectionNames {
  let byObject = new WeakMap<object, string>();
  let byText = new Map<string, string>();
  let count = 0;

  const name = (thing: object, print: () => string): string => {
    const known = byObject.get(thing);
    if (known !== undefined) return known;
    const text = print();
    let found = byText.get(text);
    if (found === undefined) {
      if (byText.size >= MOST_NAMES) {
        byText = new Map();
        byObject = new WeakMap();
      }
      // Never one that was given before: answers under it may still be remembered.
      found = String(count++);
      byText.set(text, found);
    }
    byObject.set(thing, found);
    return found;
  };
  const ofValue = (value: object): string => name(value, () => `value ${JSON.stringify(value)}`);
  const ofSelection = (selection: EventSelection): string =>
    name(selection, () => {
      const parts = Object.entries(selection).map(([key, part]: [string, unknown]) =>
        typeof part === 'object' && part !== null
          ? `${key} ${ofValue(part)}`
          : `${key} ${JSON.stringify(part === undefined ? ['left out'] : part)}`,
      );
      return `selection ${parts.join(',')}`;
    });

  return { ofValue, ofAnyOf: (anyOf) => name(anyOf, () => `any of ${anyOf.map(ofSelection).join(' ')}`) };
}
