import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildSentence,
  check,
  parse,
  SENTENCE_FORMS,
  STANDARD_ACTS,
  type SentenceForm,
  type Slot,
} from '../../src/language/index.ts';

const HEAD = `tacit 1
theatre "Builder"
record "events.csv"
  covers 2017-01-01 to 2024-06-30
actor US
actor Israel
actor Kataib
actor Nujaba
alliance Militias of Kataib, Nujaba
place AlQaim at 34.37 N 41.09 E within 25 km
place AlTanf at 33.51 N 38.62 E within 55 km
area East of AlQaim, AlTanf
route Road through AlQaim, AlTanf
source Cradle published 2024-05-14
period Consent until 2020-02-04
period Summer each 06-01 to 09-30
claim One by Cradle
  when US strikes Militias then Militias attack US within 14 days
claim Two by Cradle
  US strikes on Militias fall from 2020
`;

/** Dates grow with the order of these slots, so that no span runs backwards. */
const YEARS: Readonly<Record<string, number>> = {
  since: 2017,
  expected: 2018,
  from: 2019,
  on: 2020,
  in: 2021,
  to: 2022,
  before: 2025,
};

function valueOf(slot: Slot): fc.Arbitrary<string> {
  const year = YEARS[slot.name] ?? 2020;
  const number = fc.integer({ min: 1, max: 90 });
  const unit = fc.constantFrom('days', 'weeks');
  const length = fc
    .tuple(number, unit)
    .map(([count, word]) => `${count} ${count === 1 ? word.slice(0, -1) : word}`);
  switch (slot.kind) {
    case 'actor':
      // Two sides of a truce differ: one side is always from one half of the names.
      return slot.name === 'other'
        ? fc.constantFrom('Israel', 'Kataib')
        : fc.constantFrom('US', 'Militias', 'Nujaba');
    case 'act':
      return fc.constantFrom(...Object.keys(STANDARD_ACTS), 'strikes', 'attack', 'state', '`state`');
    case 'place':
      return fc.constantFrom('East', 'AlQaim', 'AlTanf');
    case 'route':
      return fc.constant('Road');
    case 'period':
      return fc.constantFrom('Consent', 'Summer');
    case 'claim':
      return fc.constant(slot.name === 'other' ? 'Two' : 'One');
    case 'date':
      return fc.constantFrom(`${year}`, `${year}-03`, `${year}-03-14`);
    case 'count':
      return number.map(String);
    case 'percent':
      return fc.constantFrom('1', '12.5', '50', '99');
    case 'window':
      return fc.oneof(
        length.map((text) => `within ${text}`),
        fc.constantFrom('that day', 'after 1 to 3 days', 'after 2 to 10 weeks'),
      );
    case 'length':
      return length;
    case 'choice':
      return fc.constantFrom(...slot.choices.map(({ word }) => word));
    case 'text':
      return fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((text) => text.trim() !== '' && !/[\r\n]/.test(text));
  }
}

function valuesFor(form: SentenceForm): fc.Arbitrary<Record<string, string>> {
  const entries = form.slots.map((slot) => {
    const value = valueOf(slot);
    return (slot.optional ? fc.oneof(fc.constant(''), value) : value).map(
      (text) => [slot.name, text] as const,
    );
  });
  return fc.tuple(...entries).map((pairs) => {
    const values: Record<string, string> = Object.fromEntries(pairs);
    // These belong together, which the form tells when they do not.
    if (values['percent'] === '' && !('count' in values)) values['bound'] = '';
    if (values['trend'] === 'unchanged') values['percent'] = '';
    return values;
  });
}

describe.each(SENTENCE_FORMS.map((form) => [form.id, form] as const))('the form %s', (_, form) => {
  it('makes a sentence of its kind from any slots, without a mistake', () => {
    fc.assert(
      fc.property(valuesFor(form), (values) => {
        const built = buildSentence(form, values);
        if (!built.ok) throw new Error(JSON.stringify(built.problems));
        const text = `${HEAD}claim Built by Cradle\n  ${built.text}\n`;
        const { document, diagnostics } = parse(text);
        const checked = check(document, { file: null, files: new Map(), pedantic: false, text });
        const errors = [...diagnostics, ...checked.diagnostics].filter(
          ({ severity }) => severity === 'error',
        );
        expect([built.text, ...errors.map(({ message }) => message)]).toEqual([built.text]);
        const claim = document.items.find((item) => item.kind === 'claim' && item.name === 'Built');
        expect(claim?.kind === 'claim' && claim.form.kind).toBe(form.makes);
        expect(checked.theatre?.claims.map(({ name }) => name)).toContain('Built');
      }),
      { numRuns: 60, seed: 20240514 },
    );
  });

  it('names every slot that is missing', () => {
    const built = buildSentence(form, {});
    const needed = form.slots.filter(({ optional }) => !optional).map(({ name }) => name);
    expect(built.ok ? [] : built.problems.map(({ slot }) => slot)).toEqual(needed);
  });

  it('uses every slot in its sentence and has an example that parses', () => {
    expect(form.slots.filter(({ name }) => !form.template.includes(`{${name}}`))).toEqual([]);
    const { document, diagnostics } = parse(`tacit 1\ntheatre "T"\nclaim A by S\n  ${form.example}\n`);
    expect(diagnostics).toEqual([]);
    expect(document.items[0]?.kind === 'claim' && document.items[0].form.kind).toBe(form.makes);
  });
});

describe('slots', () => {
  const form = (id: string) => SENTENCE_FORMS.find((one) => one.id === id) ?? SENTENCE_FORMS[0]!;
  const answer = {
    firstActor: 'US',
    firstAct: 'strike',
    secondActor: 'Militias',
    secondAct: 'attack',
    window: 'within 14 days',
  };
  const problem = (id: string, values: Record<string, string>) => {
    const built = buildSentence(form(id), values);
    return built.ok ? built.text : built.problems;
  };

  it('leaves out what is not filled in', () => {
    expect(problem('answer', answer)).toBe('when US strikes then Militias attacks within 14 days');
    expect(
      problem('answer', { ...answer, firstTarget: 'Militias', secondPlace: 'East', percent: '80' }),
    ).toBe('when US strikes Militias then Militias attacks in East within 14 days in 80 percent of cases');
    expect(problem('answer', { ...answer, bound: 'at least', percent: '80' })).toBe(
      'when US strikes then Militias attacks within 14 days in at least 80 percent of cases',
    );
  });

  it.each([
    ['answer', { ...answer, firstActor: 'United States' }, 'firstActor'],
    ['answer', { ...answer, firstActor: 'US strikes X\nclaim Y by Z' }, 'firstActor'],
    ['answer', { ...answer, firstAct: 'strikes Militias in East' }, 'firstAct'],
    ['answer', { ...answer, window: 'within 0 days' }, 'window'],
    ['answer', { ...answer, window: 'within 1 month' }, 'window'],
    ['answer', { ...answer, window: 'after 10 to 3 days' }, 'window'],
    ['answer', { ...answer, bound: 'at least' }, 'bound'],
    ['answer', { ...answer, percent: '180' }, 'percent'],
    ['truce', { one: 'US', other: 'US', from: '2024' }, 'other'],
    ['truce', { one: 'US', other: 'Iran', from: '2024-02', to: '2023' }, 'to'],
    ['truce', { one: 'US', other: 'Iran', from: '29/12/2019' }, 'from'],
    ['truce', { one: 'US', other: 'Iran', from: '2019-02-30' }, 'from'],
    ['truce', { one: 'US', other: 'Iran', from: '2019', expected: '2020' }, 'expected'],
    [
      'change',
      { firstActor: 'US', firstAct: 'strike', trend: 'unchanged', from: '2020', percent: '5' },
      'percent',
    ],
    ['change', { firstActor: 'US', firstAct: 'strike', trend: 'sinks', from: '2020' }, 'trend'],
    ['untestable', { of: 'intent', text: 'one\nclaim A by B' }, 'text'],
  ])('refuses in %s what no sentence can hold: %o', (id, values, slot) => {
    const found = problem(id, values);
    expect(typeof found === 'string' ? found : found.map((one) => one.slot)).toEqual([slot]);
  });

  it('doubles quotation marks', () => {
    expect(problem('untestable', { of: 'cause', text: 'the "axis"' })).toBe(
      'untestable cause "the ""axis"""',
    );
  });

  it('is not misled by names that every object has', () => {
    const built = buildSentence(form('starts'), JSON.parse('{"__proto__": "US"}') as Record<string, string>);
    expect(built.ok).toBe(false);
  });
});
