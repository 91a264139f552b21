/** A text that fits so many letters, the rest told by three dots; the whole of it stands in the table behind a picture. */
export function shorten(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}
