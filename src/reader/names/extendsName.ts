import type { Form } from './formTree.ts';
import type { Word } from './tokeniseWords.ts';

/** Heads of names that begin with a country or its adjective and are not its government. */
const OWN_BODY = new Set(
  'front party movement brigade brigades league congress alliance pact post times tribune herald gazette university institute union liberation salvation resistance legion battalion club foundation church airlines airways'.split(
    ' ',
  ),
);
/** Before a person's name or behind a capital's they begin nothing new. */
const NOT_A_NAME = new Set(
  'president prime foreign defense defence interior finance deputy vice minister secretary general ambassador king prince sheikh sultan pope emir chief commander colonel major lieutenant captain monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const LONGEST = 5;

/**
 * Whether a country or capital only begins a longer name that no pack knows: "Washington Post", "Rwandan Patriotic
 * Front", "Warsaw Pact". Such a name is listed as unknown instead of being taken for the government.
 */
export function extendsName(words: readonly Word[], to: number, { sense, written }: Form): boolean {
  if (sense === 'loaded' || sense === 'short' || words[to - 1]?.possessive) return false;
  for (let at = to; at < Math.min(words.length, to + LONGEST); at += 1) {
    const word = words[at];
    if (!word || word.gap !== ' ' || !/^\p{Lu}/u.test(word.written)) return false;
    if (NOT_A_NAME.has(word.key)) return false;
    if (OWN_BODY.has(word.key)) return true;
    if (sense === 'metonym' && at === to && written.length === 1 && !/^\p{Lu}+$/u.test(word.written)) {
      // "Moscow Kremlin", "Washington Times": whatever follows a capital directly is part of its name.
      const next = words[at + 1];
      if (!next || next.gap !== ' ' || !/^\p{Lu}/u.test(next.written)) return true;
    }
  }
  return false;
}
