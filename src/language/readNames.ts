import type { Names } from './document.ts';
import { nameText } from './reading.ts';
import { unquoted } from './texts.ts';

/** A name with its display name and aliases. */
export function readNames(node: { name: string; display?: string; also: readonly string[] }): Names {
  return {
    name: nameText(node.name),
    display: node.display === undefined ? null : unquoted(node.display),
    also: node.also.map(unquoted),
  };
}
