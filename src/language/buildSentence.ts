import { pluralOf } from './actWords.ts';
import { printAct } from './printPattern.ts';
import { quoted } from './quoted.ts';
import type { SentenceForm, Slot } from './sentenceForm.ts';
import { readWrittenDate } from '../calendar/index.ts';

export type BuiltSentence =
  | { readonly ok: true; readonly text: string }
  /** What is still to be filled in or to be put right, by the name of the slot. */
  | { readonly ok: false; readonly problems: readonly SlotProblem[] };

export interface SlotProblem {
  readonly slot: string;
  readonly message: string;
}

/**
 * The sentence of a form with its slots filled in, as it may stand in a claim. Names are not looked up: `check` tells
 * what is not declared. Windows and lengths are written out: `within 14 days`, `90 days`.
 */
export function buildSentence(
  form: SentenceForm,
  filled: Readonly<Record<string, string | undefined>>,
): BuiltSentence {
  const values = new Map<string, string>();
  const problems: SlotProblem[] = [];
  for (const slot of form.slots) {
    const written = (Object.hasOwn(filled, slot.name) ? (filled[slot.name] ?? '') : '').trim();
    if (written === '') {
      if (!slot.optional) problems.push({ slot: slot.name, message: missing(slot) });
      continue;
    }
    const problem = wrong(slot, written);
    if (problem !== null) problems.push({ slot: slot.name, message: problem });
    else values.set(slot.name, spell(slot, written));
  }
  problems.push(...clashes(form, values));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, text: fill(form.template, values) };
}

function missing({ label, kind }: Slot): string {
  return kind === 'choice' ? `Choose: ${label}.` : `Fill in: ${label}.`;
}

const NAME = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}_]*$/u;
const WHOLE = /^[0-9]{1,15}$/;
const LENGTH = /^([0-9]{1,6}) (days?|weeks?)$/;

const CHECKS: Readonly<Record<Slot['kind'], (written: string, slot: Slot) => string | null>> = {
  actor: (written) => (written === 'anyone' ? null : nameProblem(written)),
  place: nameProblem,
  route: nameProblem,
  period: nameProblem,
  claim: nameProblem,
  act: (written) =>
    /^`?\p{Ll}[\p{L}\p{M}\p{N}_]*`?$/u.test(written) ? null : 'An act is one word in small letters.',
  date: (written) =>
    readWrittenDate(written) ? null : 'Write year-month-day: `2019-12-29`, `2019-12` or `2019`.',
  count: (written) => (WHOLE.test(written) ? null : 'Write a whole number.'),
  percent: (written) =>
    /^[0-9]{1,3}(\.[0-9]{1,6})?$/.test(written) && Number(written) <= 100
      ? null
      : 'Write a number of percent, at most 100.',
  window: windowProblem,
  length: (written) => lengthProblem(written),
  choice: (written, { choices }) =>
    choices.some(({ word }) => word === written)
      ? null
      : `Choose one of ${choices.map(({ word }) => `\`${word}\``).join(', ')}.`,
  text: (written) => (/[\n\r]/.test(written) ? 'Keep the text on one line.' : null),
};

function wrong(slot: Slot, written: string): string | null {
  return CHECKS[slot.kind](written, slot);
}

function nameProblem(written: string): string | null {
  return NAME.test(written) ? null : 'A name is one word and begins with a capital letter.';
}

function lengthProblem(written: string): string | null {
  const count = LENGTH.exec(written)?.[1];
  return count !== undefined && Number(count) > 0 ? null : 'Write a number of days or weeks: `14 days`.';
}

function windowProblem(written: string): string | null {
  if (written === 'that day') return null;
  const within = /^within (.*)$/.exec(written)?.[1];
  if (within !== undefined) return lengthProblem(within);
  const [, from, to] = /^after ([0-9]{1,6}) to ([0-9]{1,6}) (?:days?|weeks?)$/.exec(written) ?? [];
  const inOrder = from !== undefined && to !== undefined && Number(from) >= 1 && Number(from) <= Number(to);
  return inOrder ? null : 'Write `within 14 days`, `after 3 to 10 days` or `that day`.';
}

/** Mistakes of slots that are each right by themselves. */
function clashes(form: SentenceForm, values: ReadonlyMap<string, string>): readonly SlotProblem[] {
  const problems: SlotProblem[] = [];
  const start = values.get('from') ?? values.get('since');
  for (const name of ['to', 'in'].filter((end) => values.has(end))) {
    const [first, last] = [readWrittenDate(start ?? ''), readWrittenDate(values.get(name) ?? '')];
    if (first && last && first.first > last.last) {
      problems.push({ slot: name, message: 'This day is before the first one.' });
    }
  }
  const [expected, from] = ['expected', 'from'].map((name) => readWrittenDate(values.get(name) ?? ''));
  if (expected && from && expected.first > from.first) {
    problems.push({ slot: 'expected', message: 'A truce is expected before it begins.' });
  }
  const [one, other] = [values.get('one') ?? values.get('claim'), values.get('other')];
  if (one !== undefined && one === other && one !== 'anyone') {
    problems.push({ slot: 'other', message: 'Name another one: both are the same.' });
  }
  if (form.makes === 'change' && values.get('trend') === 'unchanged' && values.has('percent')) {
    problems.push({
      slot: 'percent',
      message: 'What stays as it was changes by no percent: leave this empty.',
    });
  }
  if (values.has('bound') && !values.has('percent') && !values.has('count')) {
    problems.push({ slot: 'bound', message: 'This needs a number beside it.' });
  }
  return problems;
}

function spell(slot: Slot, written: string): string {
  if (slot.kind === 'text') return quoted(written);
  if (slot.kind !== 'act') return written;
  // The third person reads best behind one name and as a noun alike: `US strikes Axis`, `US strikes in East`.
  const bare = written.replaceAll('`', '');
  return printAct(bare.endsWith('s') ? bare : pluralOf(bare));
}

/** Puts the values into a template; a part between brackets goes when a slot right inside it is empty. */
function fill(template: string, values: ReadonlyMap<string, string>): string {
  let position = 0;
  const part = (closing: boolean): { text: string; whole: boolean } => {
    let text = '';
    let whole = true;
    while (position < template.length) {
      const character = template[position] ?? '';
      position += 1;
      if (character === '[') {
        const inner = part(true);
        if (inner.whole) text += inner.text;
      } else if (character === ']' && closing) return { text, whole };
      else if (character === '{') {
        const end = template.indexOf('}', position);
        const value = values.get(template.slice(position, end));
        position = end + 1;
        if (value === undefined) whole = false;
        else text += value;
      } else text += character;
    }
    return { text, whole };
  };
  return part(false).text.replace(/ {2,}/g, ' ').trim();
}
