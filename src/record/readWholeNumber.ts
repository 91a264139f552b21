export type NumberReading =
  | { readonly kind: 'number'; readonly value: number | null }
  | { readonly kind: 'fault'; readonly reason: string };

const LARGEST = 2_000_000_000;
const NOT_STATED: NumberReading = { kind: 'number', value: null };

/** Reads a whole number from 0 up; an empty cell is "not stated" (null). Nothing is rounded, no sign, no separator. */
export function readWholeNumber(text: string): NumberReading {
  if (text === '') return NOT_STATED;
  const value = readDigits(text);
  if (value !== null && value <= LARGEST) return { kind: 'number', value };
  return { kind: 'fault', reason: describe(text.length > 40 ? `${text.slice(0, 40)}…` : text) };
}

/** Up to ten digits as a number, null for anything else: read for every row, so without a pattern. */
function readDigits(text: string): number | null {
  if (text.length > 10) return null;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

function describe(text: string): string {
  if (/^[-\u2212]\d+(?:\.\d+)?$/.test(text)) return `${text} is negative; a count is 0 or more`;
  if (/^\d+$/.test(text)) return `${text} is larger than any count can be`;
  if (/^\d+[.,]\d+$/.test(text))
    return `${text} is not a whole number, or holds a separator; write digits alone`;
  if (/^\d+\s*[-\u2013]\s*\d+$/.test(text)) {
    return `${text} is a range; put its ends into two columns, as killed_min and killed_max`;
  }
  if (/^(?:n\.?\/?a\.?|none|null|nan|unknown|unk|-|\?)$/i.test(text))
    return `${text} is not a number; leave the cell empty where nothing is stated`;
  return `${text} is not a whole number`;
}
