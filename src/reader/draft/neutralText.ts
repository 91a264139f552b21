import type { NameMention } from '../article.ts';

/** Words of praise and blame, and what stands for them; "regime" and "entity" as heads are left to the names. */
const LOADED: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:illegal|illegitimate|brutal|heroic|criminal|barbaric|cowardly|unprovoked|so-called|provocative(?:ly)?|treacherous|savage|heinous|valiant|courageous|glorious|malign|rogue|evil|vicious|ruthless|grudgingly|precious|occupied)\s+/giu,
    '',
  ],
  [/\bmartyr(?:s|ed|dom)?\b/giu, 'killed'],
  [/\bterror(?:ist)?s? (?=groups?|cells?|organi[sz]ations?|militias?|network)/giu, 'armed '],
  [/\bterrorists?\b/giu, 'fighters'],
  [/\bregimes?\b(?!\s+(?:change|forces))/giu, 'government'],
  [/\bregime (?=forces)/giu, 'government '],
  [/\baggression\b/giu, 'attack'],
  [/\bthugs\b/giu, 'fighters'],
  [/\bliberat(?:e|ed|es|ing|ion)\b/giu, 'taking'],
];

/**
 * A passage in neutral words, for claims that are kept and not judged: names become the labels of their packs where
 * the article's word is loaded, words of praise and blame go. The passage itself stays in the quotation.
 */
export function neutralText(text: string, offset: number, names: readonly NameMention[]): string {
  let written = text;
  const inside = names.filter(
    ({ start, end, loaded, entry }) =>
      loaded && entry !== null && start >= offset && end <= offset + text.length,
  );
  for (const { start, end, entry } of [...inside].sort((a, b) => b.start - a.start)) {
    written = written.slice(0, start - offset) + (entry?.label ?? '') + written.slice(end - offset);
  }
  // A capital inside the text belongs to a name: "Liberation Front" stays.
  for (const [words, instead] of LOADED)
    written = written.replace(words, (found: string, ...rest: readonly unknown[]) => {
      const at = rest.find((one) => typeof one === 'number') ?? 0;
      return /^\p{Lu}/u.test(found) && at > 0 ? found : instead;
    });
  return written
    .replace(/["“”]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:.–—-]+$/g, '');
}
