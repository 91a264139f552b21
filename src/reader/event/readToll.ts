import { readNumber } from './readNumber.ts';

const NUMBER = String.raw`(\d[\d,]*|(?:[a-z]+[- ]){0,3}[a-z]+)`;
const FORMS = [
  new RegExp(
    String.raw`\bkill(?:ed|s|ing)\s+(?:at\s+least\s+|some\s+|about\s+|nearly\s+|more\s+than\s+|up\s+to\s+|around\s+)?${NUMBER}`,
    'i',
  ),
  new RegExp(String.raw`\b${NUMBER}\s+(?:[a-z]+\s+){0,3}(?:were|was|had been|have been|are)\s+killed`, 'i'),
  new RegExp(String.raw`\b${NUMBER}\s+(?:people\s+)?(?:dead|deaths)\b`, 'i'),
];

/** Number of people killed as the words tell, or null where they give none. */
export function readToll(text: string): number | null {
  if (!/\bkill|\bdead\b|\bdeaths\b/i.test(text)) return null;
  for (const form of FORMS) {
    const written = form.exec(text)?.[1];
    const number = written === undefined ? null : readNumber(written);
    if (number !== null) return number;
  }
  return null;
}
