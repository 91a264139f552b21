/**
 * The same text with typographic signs in their plain form, one for one: spaces of any width become a space, curly
 * quotes straight ones, dashes a hyphen. The length never changes, so that an offset means the same place in both.
 */
export function normaliseSigns(raw: string): string {
  return raw.replace(TYPOGRAPHIC, (sign) => PLAIN.get(sign) ?? sign);
}

const KINDS: readonly (readonly [plain: string, signs: string])[] = [
  [
    ' ',
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f',
  ],
  ["'", '\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u02bb\u02bf\u02be\u0060\u00b4\uff07'],
  ['"', '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff0d'],
  ['\n', '\u2028\u2029\u0085'],
];

const PLAIN = new Map(KINDS.flatMap(([plain, signs]) => [...signs].map((sign) => [sign, plain] as const)));

const TYPOGRAPHIC = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');
