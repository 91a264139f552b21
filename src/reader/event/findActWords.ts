import { ACT_WORDS } from './actLexicon.ts';
import type { Word } from './tagSentence.ts';

/** Words of a sentence that name an act. */
export interface ActWord {
  /** Indices of its first and last word, both included; a phrase spans the words between. */
  readonly first: number;
  readonly last: number;
  readonly eventClass: string;
  readonly nominal: boolean;
  /** Fixed words of the phrase: 1 for a single word. */
  readonly length: number;
}

interface Entry {
  readonly eventClass: string;
  readonly steps: readonly string[];
  readonly nominal: boolean;
}

const MOST_GAP = 4;
const singles = new Map<string, Entry>();
const phrases = new Map<string, Entry[]>();

for (const [eventClass, { v, n, p }] of Object.entries(ACT_WORDS)) {
  for (const verb of v.split(/\s+/))
    singles.set(`VERB ${verb}`, { eventClass, steps: [verb], nominal: false });
  for (const noun of n.split(/\s+/))
    singles.set(`NOUN ${noun}`, { eventClass, steps: [noun], nominal: true });
  for (const phrase of p.split(/;\s*/)) {
    const steps = phrase.split(/\s+/);
    const first = steps[0] ?? '';
    const nominal =
      singles.has(`NOUN ${steps.at(-1) ?? ''}`) &&
      !/^(launch|stage|carry|conduct|impose|lift|halt|suspend|declare|announce|hold|end|open|give|sign|use|break|cease|express|send|set|place|reimpose|resume|renew|start|begin|cancel|reach)$/.test(
        first,
      );
    const entry = { eventClass, steps, nominal };
    if (steps.length === 1) singles.set(`VERB ${first}`, entry);
    else phrases.set(first, [...(phrases.get(first) ?? []), entry]);
  }
}

/** Every act a sentence names, in its order. Where phrases overlap, the one with more fixed words stays. */
export function findActWords(words: readonly Word[]): readonly ActWord[] {
  const found: ActWord[] = [];
  words.forEach((word, index) => {
    // "US-backed", "Kurdish-led": said of a name, no act.
    if (/^[-–]$/.test(words[index - 1]?.text ?? '')) return;
    for (const entry of [
      ...(phrases.get(word.lemma) ?? []),
      ...(word.lower === word.lemma ? [] : (phrases.get(word.lower) ?? [])),
    ]) {
      const last = followPhrase(words, index, entry.steps);
      if (last !== null)
        found.push({
          first: index,
          last,
          ...entryOf(entry),
          length: entry.steps.filter((step) => step !== '*').length,
        });
    }
    const tag = word.tag === 'PROPN' && /^[a-z]/.test(word.text) ? 'NOUN' : word.tag;
    const single =
      singles.get(`${tag} ${word.lemma}`) ?? (tag === 'ADJ' ? singles.get(`VERB ${word.lemma}`) : undefined);
    if (single) found.push({ first: index, last: index, ...entryOf(single), length: 1 });
  });
  return found
    .filter((one) => !found.some((other) => other !== one && beats(other, one)))
    .sort((a, b) => a.first - b.first);
}

function entryOf({ eventClass, nominal }: Entry) {
  return { eventClass, nominal };
}

function beats(other: ActWord, one: ActWord): boolean {
  if (other.last < one.first || one.last < other.first) return false;
  if (other.length !== one.length) return other.length > one.length;
  return (
    other.last - other.first < one.last - one.first ||
    (other.last - other.first === one.last - one.first && other.eventClass < one.eventClass)
  );
}

/** Index of the last word of a phrase that begins at `index`, or null. */
function followPhrase(words: readonly Word[], index: number, steps: readonly string[]): number | null {
  let at = index;
  for (let step = 1; step < steps.length; step += 1) {
    const wanted = steps[step] ?? '';
    const loose = /^(not|to|will|would|may|be)$/.test(steps[step - 1] ?? '') ? 1 : 0;
    const gap = wanted === '*' ? MOST_GAP : loose;
    const sought = wanted === '*' ? (steps[(step += 1)] ?? '') : wanted;
    const next = findWithin(words, at + 1, gap, sought);
    if (next === null) return null;
    at = next;
  }
  return at;
}

function findWithin(words: readonly Word[], from: number, gap: number, sought: string): number | null {
  for (let index = from; index <= from + gap; index += 1) {
    const word = words[index];
    if (!word || /^[,;:.!?]$/.test(word.text)) return null;
    if (word.lemma === sought || word.lower === sought) return index;
  }
  return null;
}
