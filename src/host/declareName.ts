import { quoted } from '../language/index.ts';

/**
 * The declaration of a name of the record that a theatre lacks: `actor IslamicState "Islamic State"`. The identifier is
 * made of the name's own letters; `taken` are those in use, and the new one joins them.
 */
export function declareName(kind: 'actor' | 'place', name: string, taken: Set<string>): string {
  const words = name.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const joined = words.map((word) => word.charAt(0).toLocaleUpperCase('en') + word.slice(1)).join('');
  // A name begins with a capital, or with a letter of a script that has none.
  const stem = /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(joined)
    ? joined
    : `${kind === 'actor' ? 'Actor' : 'Place'}${joined}`;
  const cut = stem.slice(0, LONGEST_IDENTIFIER);
  let identifier = cut;
  for (let number = 2; taken.has(identifier); number++) identifier = `${cut}${number}`;
  taken.add(identifier);
  // Controls and ends of lines cannot stand in a text of the language.

  const display = name.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return `${kind} ${identifier} ${quoted(display)}`;
}

const LONGEST_IDENTIFIER = 60;
