import { lettersOf } from './lettersOf.ts';

/** A text that fits so many letters, the rest told by three dots; the whole of it stands in the table behind a picture. */
export function shorten(text: string, letters: number): string {
  if (lettersOf(text) <= letters) return text;
  let room = Math.max(1, letters - 1);
  let kept = '';
  for (const letter of text) {
    room -= lettersOf(letter);
    if (room < 0 && kept !== '') break;
    kept += letter;
  }
  return `${kept}…`;
}
