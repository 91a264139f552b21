import type { Document } from './document.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The JSON twin of a Document: the same tree, every node with its kind, its position and `default`, which tells whether
 * Tacit filled the node in (true) or the author wrote it (false). `fromTwin` is its inverse.
 */
export function toTwin(document: Document): Json {
  return twinOf(document as unknown as Json);
}

function twinOf(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(twinOf);
  const twin = Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, twinOf(part)]])),
  );
  return 'kind' in value && 'at' in value ? { default: false, ...twin } : twin;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}
