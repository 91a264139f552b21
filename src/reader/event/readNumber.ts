const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Reads `1,200`, `fifty`, `twenty-five` or `a dozen` at the beginning of a text; null where it begins with no number. */
export function readNumber(written: string): number | null {
  const digits = /^\d{1,3}(?:,\d{3})+|^\d+/.exec(written.trim())?.[0];
  if (digits !== undefined) return Number(digits.replaceAll(',', ''));
  const words = written
    .toLowerCase()
    .trim()
    .split(/[\s-]+/);
  let total: number | null = null;
  for (const word of words) {
    const small = SMALL.indexOf(word);
    const tens = TENS.indexOf(word);
    if (small !== -1) total = (total ?? 0) + small;
    else if (tens !== -1) total = (total ?? 0) + (tens + 2) * 10;
    else if (word === 'hundred') total = (total ?? 1) * 100;
    else if (word === 'thousand') total = (total ?? 1) * 1000;
    else if (word === 'dozen') total = (total ?? 1) * 12;
    else if ((word === 'a' || word === 'and') && words.length > 1) continue;
    else break;
  }
  return total;
}
