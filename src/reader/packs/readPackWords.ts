/** What reading knows about a name besides its spellings in the pack's Tacit file. */
export interface PackWords {
  /** Further spellings, for names that another pack declares. */
  readonly also: readonly string[];
  readonly adjectives: readonly string[];
  readonly shortForms: readonly string[];
  readonly loaded: readonly string[];
  readonly metonyms: readonly string[];
  readonly territory: string | null;
  readonly source: string | null;
}

export type WordsReading =
  | { readonly ok: true; readonly words: ReadonlyMap<string, PackWords> }
  | { readonly ok: false; readonly line: number; readonly message: string };

const LISTS = {
  also: 'also',
  adjective: 'adjectives',
  short: 'shortForms',
  loaded: 'loaded',
  metonym: 'metonyms',
} as const;
const SINGLE = { territory: 'territory', source: 'source' } as const;

/**
 * Reads lines `NAME: key value, value; key value`. The keys: `also`, `adjective` (Syrian, Syrians), `short` (names that count
 * only beside a full one), `loaded`, `metonym` (Damascus), `territory` (the place of a government), `source`. `#` begins
 * a comment.
 */
export function readPackWords(text: string): WordsReading {
  const words = new Map<string, PackWords>();
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const bare = written.replace(/(^|\s)#.*$/, '').trim();
    if (bare === '') continue;
    const colon = bare.indexOf(':');
    const name = bare.slice(0, Math.max(0, colon)).trim();
    if (!/^[\p{L}\p{N}_]+$/u.test(name))
      return fail(line, 'A line is a name, a colon and its words, for example `US: adjective American`.');
    if (words.has(name)) return fail(line, `${name} has a line already.`);
    const found = {
      also: [],
      adjectives: [],
      shortForms: [],
      loaded: [],
      metonyms: [],
      territory: null,
      source: null,
    } as {
      -readonly [Key in keyof PackWords]: PackWords[Key];
    };
    for (const part of bare.slice(colon + 1).split(';')) {
      const [, key = '', value = ''] = /^\s*(\S+)\s+(.*\S)\s*$/.exec(part) ?? [];
      if (key in LISTS)
        found[LISTS[key as keyof typeof LISTS]] = value
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== '');
      else if (key in SINGLE) found[SINGLE[key as keyof typeof SINGLE]] = value;
      else
        return fail(
          line,
          `\`${part.trim()}\` is not read: a part begins with ${[...Object.keys(LISTS), ...Object.keys(SINGLE)].join(', ')}.`,
        );
    }
    words.set(name, found);
  }
  return { ok: true, words };
}

function fail(line: number, message: string): WordsReading {
  return { ok: false, line, message };
}
