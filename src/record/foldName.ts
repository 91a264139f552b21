/** Letters that carry a stroke or are joined, which Unicode does not take apart. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ς', 'σ'],
]);

// Marks that a writer may leave out: accents of European letters, vowel signs of Arabic and Hebrew, the tatweel.
// Vowel signs of Indic scripts and Japanese sound marks make another word and stay.
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670]/g;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const QUOTES = /[`\u00b4\u02b9-\u02bf\u02c8\u2018-\u201b\u2032\u2035\u05f3\u07f4\u07f5\uff07\ua78c]/g;
const DOUBLE_QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2033\u05f4\uff02]/g;
const DASHES = /[\u2010-\u2015\u2212\u2043\u05be\ufe58\ufe63\uff0d]/g;
const OTHER_LETTERS = /[øłđðħŧþæœς]/g;
const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/**
 * The form in which names are compared: without case, accents and typographic variety of quotes, dashes and spaces.
 * Articles and order of words stay: `al-Tanf` and `Tanf` are two names unless a theatre says otherwise.
 * Folding twice changes nothing.
 */
export function foldName(name: string): string {
  if (PLAIN_ASCII.test(name) && !name.includes('`')) return closeSpaces(name.toLowerCase());
  let folded = foldOnce(name);
  // Taking marks away can join letters into one that folds further; two rounds suffice in practice, the loop makes sure.
  for (let next = foldOnce(folded); next !== folded; next = foldOnce(folded)) folded = next;
  return folded;
}

function foldOnce(name: string): string {
  const bare = name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .replace(OTHER_LETTERS, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .replace(DOUBLE_QUOTES, '"')
    .replace(QUOTES, "'")
    .replace(DASHES, '-');
  return closeSpaces(bare.normalize('NFC'));
}

function closeSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
