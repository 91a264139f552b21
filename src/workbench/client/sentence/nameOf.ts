/** A name for the language from words of a person: `The Cradle` → `TheCradle`; empty where nothing can begin a name. */
export function nameOf(words: string): string {
  return words
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^[^\p{Lu}\p{Lt}\p{Lo}]+/u, '');
}
