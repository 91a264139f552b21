import type { PackName } from '../article.ts';

/** A name of which nothing is known besides what it is called. */
export function bareName(id: string, kind: PackName['kind'], label: string): PackName {
  return {
    id,
    kind,
    label,
    aliases: [],
    loaded: [],
    adjectives: [],
    shortForms: [],
    metonyms: [],
    members: [],
    latitude: null,
    longitude: null,
    radius: null,
    country: null,
    source: null,
  };
}
