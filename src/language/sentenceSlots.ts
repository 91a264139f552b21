/** The slots that forms of sentences are made of. */
import type { Slot, SlotKind } from './sentenceForm.ts';

export function slot(name: string, kind: SlotKind, label: string): Slot {
  return { name, kind, label, optional: false, choices: [] };
}

export function maybe(name: string, kind: SlotKind, label: string): Slot {
  return { ...slot(name, kind, label), optional: true };
}

export function choice(name: string, label: string, choices: Readonly<Record<string, string>>): Slot {
  const listed = Object.entries(choices).map(([word, meaning]) => ({ word, label: meaning }));
  return { ...slot(name, 'choice', label), choices: listed };
}

/** Who does what to whom, where: the slots of one pattern. */
export function pattern(prefix: string, words: string): readonly Slot[] {
  return [
    slot(`${prefix}Actor`, 'actor', `who ${words}`),
    slot(`${prefix}Act`, 'act', 'does what'),
    maybe(`${prefix}Target`, 'actor', 'to whom'),
    maybe(`${prefix}Place`, 'place', 'where'),
  ];
}

function patternText(prefix: string): string {
  return `{${prefix}Actor} {${prefix}Act}[ {${prefix}Target}][ in {${prefix}Place}]`;
}

export const FIRST = patternText('first');
export const SECOND = patternText('second');
export const BOUND = choice('bound', 'compared with the number', {
  'more than': 'more than',
  'at least': 'at least',
  about: 'about',
  'at most': 'at most',
  'fewer than': 'fewer than',
  exactly: 'exactly',
});
export const PERCENT_BOUND: Slot = { ...BOUND, name: 'bound', optional: true };
export const TREND = choice('trend', 'how', { falls: 'falls', rises: 'rises' });
