import type { Span } from '../article.ts';
import type { Word } from './tokeniseWords.ts';

/** Small words that may stand inside a name. */
const INNER = new Set('of the al el bin ibn de del la du des for and von van der da dos y'.split(' '));
/** Capitalised words that are no names, at the head of a sentence or in headings. */
const COMMON = new Set(
  `a an the this that these those he she it they we i you in on at by for from as but and or if when while after before since although though however
  meanwhile there here its his her their our my your some many most all both each every no not none any several few one two three four five six seven eight nine
  ten who what which where why how so such then thus still yet also even only just more less much nothing neither either nor despite during until unless because
  whether without within under over between among against along across through throughout beyond behind above below around about amid amidst upon toward towards
  with into onto off out up down again once now today tonight yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march
  april may june july august september october november december additionally moreover furthermore instead likewise similarly consequently therefore hence
  indeed perhaps maybe according following starting recent recently last next another other others first second third finally later earlier former
  local regional international national military security state government officials official analysts experts sources reports people civilians residents
  forces troops fighters soldiers rebels militants president minister prime general colonel commander army police senior mr mrs ms dr can could will would
  should might must is are was were be been being has have had do does did let see read give take make dear yes no thank please new old great good bad large
  small high low long short nearly almost about roughly dozens hundreds thousands millions eastern western northern southern central north south east west
  northeast northwest southeast southwest nor like unlike given considering regarding concerning including whatever whoever whenever wherever everyone everybody
  someone nobody anybody two-thirds half part parts much often sometimes always never rarely usually generally clearly obviously importantly notably christmas easter ramadan eve day days week weeks month months year years
  grain trade aid fuel oil gas water food money power time life death history geography diplomacy pressure support control escalation deterrence truce ceasefire ceasefires
  drones rockets missiles shelling artillery convoys patrols aircraft jets tanks ships boats roads bridges borders villages towns cities hospitals schools families women
  children men youth tribes clans militias factions parties parliament congress senate opposition protesters hostages prisoners refugees migrants civil crime intelligence
  human national  intense heavy direct full total public private open secret
  speaking asked critics supporters observers opponents witnesses doctors medics diplomats talks negotiations attacks strikes clashes fighting violence war peace
  rules west's`.split(/\s+/),
);

export interface UnknownSpan extends Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Runs of capitalised words that no pack knows. At the head of a sentence one word is not evidence: it counts where it is
 * no common word and the article does not also write it small.
 */
export function findUnknown(
  words: readonly Word[],
  taken: readonly boolean[],
  written: ReadonlySet<string>,
  heading: boolean,
): UnknownSpan[] {
  const spans: UnknownSpan[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (taken[from] || !isCapital(words[from]) || CALENDAR.has(words[from]?.key ?? '')) continue;
    let to = from + 1;
    while (to < words.length && continues(words, taken, to)) to += 1;
    while (to > from + 1 && !isCapital(words[to - 1])) to -= 1;
    let start = from;
    while (start < to && isPlain(words, start, written)) start += 1;
    const [first, last] = [words[start], words[to - 1]];
    const next = to - 1;
    const alone = to - start === 1;
    if (
      first &&
      last &&
      start < to &&
      !(heading && alone && !isShouted(first)) &&
      (first.written.length > 1 || !alone)
    ) {
      spans.push({ from: start, to, start: first.start, end: last.end });
    }
    from = Math.max(from, next);
  }
  return spans;
}

function continues(words: readonly Word[], taken: readonly boolean[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || taken[at] || before.possessive || !/^(?: |-|\. )$/.test(word.gap)) return false;
  if (word.gap === '. ' && before.written.length > 5) return false;
  if (CALENDAR.has(word.key)) return false;
  if (isCapital(word) || /^\d{1,4}$/.test(word.written)) return true;
  if (!INNER.has(word.key) || word.key === 'and')
    return (
      word.hyphen &&
      before.hyphen === false &&
      /^\p{Lu}/u.test(before.written) &&
      at + 1 < words.length &&
      isCapital(words[at + 1]) &&
      words[at + 1]?.hyphen === true
    );
  // "Secretary of Defense", "Union of the Comoros"
  for (let ahead = at + 1; ahead < Math.min(words.length, at + 3); ahead += 1) {
    if (taken[ahead] || !/^(?: |-)$/.test(words[ahead]?.gap ?? '.')) return false;
    if (CALENDAR.has(words[ahead]?.key ?? '')) return false;
    if (isCapital(words[ahead])) return true;
    if (!INNER.has(words[ahead]?.key ?? '')) return false;
  }
  return false;
}

/** A capital that says nothing: the head of a sentence, a common word, a word the article also writes small. */
function isPlain(words: readonly Word[], at: number, written: ReadonlySet<string>): boolean {
  const word = words[at];
  if (!word || isShouted(word)) return false;
  const alone =
    words[at + 1] === undefined || !isCapital(words[at + 1]) || !/^(?: |-)$/.test(words[at + 1]?.gap ?? '.');
  if (COMMON.has(word.key) && (at === 0 || alone || SMALL_HEAD.has(word.key))) return true;
  if (!startsSentence(words, at)) return false;
  return written.has(word.key) || /(ly|ing|ed)$/.test(word.key) || (alone && COMMON_ENDING.test(word.key));
}

/** Days, months and feasts are times. */
const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter ramadan'.split(
    ' ',
  ),
);

/** "Monitors", "Mediators", "Hostilities": nouns that no pack need know. */
const COMMON_ENDING =
  /(ers|ors|ists|ents|ants|ions|ion|ities|ity|ings|ments|ment|ness|ships?|ences?|ances?|isms?|ages|men|women|dom|hood|ics)$/;

const SMALL_HEAD = new Set(
  'the a an in on at by for from as but and or if when while after before since although this that these those his her its their some many most all'.split(
    ' ',
  ),
);

/** The first word, or the first one inside quotation marks or behind a colon. */
function startsSentence(words: readonly Word[], at: number): boolean {
  return at === 0 || /["(:]\s*$|["]$/.test(words[at]?.gap ?? '');
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.written);
}

function isShouted({ written }: Word): boolean {
  return written.length > 1 && /^[\p{Lu}\p{N}.]+$/u.test(written);
}
