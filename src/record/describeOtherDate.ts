import { shorten } from './cellFault.ts';

/** Why a text is no date that could be read, with what was expected in its place. */
export function describeOtherDate(text: string, expected: string): string {
  const shown = shorten(text);
  if (text === '') return `no date; ${expected}`;
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return `${shown} looks like a day number of a spreadsheet; ${expected}`;
  if (/^\d{8}$/.test(text)) return `${shown} is a number, and nothing says that it is a date; ${expected}`;
  if (/^(?:\d{1,2}[-/. :]){2}\d{2}$/.test(text) || /^\d{1,2}[- ]\p{L}{3,9}\.?,?[- ]\d{2}$/u.test(text)) {
    return `${shown} has a year of two digits; ${expected}`;
  }
  if (/^\d{4}(?:[-/.]\d{1,2})?$/.test(text) || /^\p{L}{3,9}\.?,? \d{4}$/u.test(text)) {
    return `${shown} is not a day: give the first and the last possible day and the precision month or year`;
  }
  if (/\d[T ]\d{1,2}:\d{2}/.test(text)) return `${shown} holds a time of day; ${expected}`;
  if (isRange(text))
    return `${shown} is a range of days; write its first and its last day into two columns; ${expected}`;
  return `${shown} is not a date in a known form; ${expected}`;
}

/** Two dates in one cell, or two days before one month. */
function isRange(text: string): boolean {
  if (/\d\s*(?:\bto\b|\bthrough\b|\band\b|[\u2013\u2014~])\s*\p{L}*\s*\d/iu.test(text)) return true;
  if (/^\d{1,2}\s*-\s*\d{1,2}\.?\s+\p{L}/u.test(text) || /^\p{L}{3,9}\s+\d{1,2}\s*-\s*\d{1,2}\b/u.test(text))
    return true;
  const years = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  return years.length > 1;
}
