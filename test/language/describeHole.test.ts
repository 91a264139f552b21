import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/index.ts';

/** What is told of each `?`, in order: the code is `to-fill` for all, and nothing else is told. */
function toldOf(lines: string): readonly string[] {
  const { diagnostics } = parse(`tacit 1\ntheatre "x"\n${lines}\n`);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['to-fill']));
  return diagnostics.map(({ message }) => message);
}

const claim = (form: string, quote = ' quote "They said so."') => `claim A by B${quote}\n  ${form}`;
const NOT = 'The passage does not clearly say';

describe('a ? that a draft leaves', () => {
  it.each([
    ['? attacks rise from 2024', ['who attacks']],
    ['US attacks ? rise from 2024', ['on whom "attacks" falls']],
    ['US attacks on ? rise from 2024', ['on whom "attacks" falls']],
    ['US attacks on ? in East on ?', ['on whom "attacks" falls', 'on which day']],
    ['US attacks Axis in ? on 2024-01-01', ['where']],
    ['anyone attacks on ? killing at least ?', ['on which day', 'how many were killed']],
    [
      'when ? attacks ? then ? attacks ? within ? days',
      [
        'who attacks',
        'on whom "attacks" falls',
        'who attacks',
        'on whom "attacks" falls',
        'within how many days',
      ],
    ],
    [
      'when US attacks ? then fewer ? attacks on US for ? days',
      ['on whom "attacks" falls', 'who attacks', 'for how many days'],
    ],
    [
      'truce between ? and ? from ? to ?',
      ['between whom the truce was', 'with whom the truce was', 'from which day on', 'until which day'],
    ],
    ['truce by ? toward ? from 2024', ['who keeps the truce', 'toward whom the truce is kept']],
    ['? holds ? from ?', ['who holds the place', 'which place is held', 'from which day on']],
    ['expects ? attacks fall before ?', ['who attacks', 'before which day']],
    ['at least ? US attacks from ? to ?', ['how many', 'from which day on', 'until which day']],
    [
      '? attacks rise as ? strikes fall within ? days',
      ['who attacks', 'who strikes', 'within how many days'],
    ],
    ['US strikes fall from 2024 by at least ? percent', ['by how many percent']],
  ])('%s', (form, wanted) => {
    expect(toldOf(claim(form))).toEqual(wanted.map((words) => `${NOT} ${words}.`));
  });

  it('speaks of a passage only where the claim has one', () => {
    expect(toldOf(claim('? attacks rise from 2024', ''))).toEqual(['Not said yet: who attacks.']);
  });

  it('tells what a declaration lacks', () => {
    expect(toldOf('record ?\n  covers ? to ?')).toEqual([
      'With which record the claims are compared is not said yet: no article says it.',
      'The first day that the record covers is not said yet.',
      'The last day that the record covers is not said yet.',
    ]);
    expect(toldOf('source B published ?\nperiod P from ? to ?')).toEqual([
      'When it was published is not said yet: the article does not say.',
      'Not said yet: from which day on the period runs.',
      'Not said yet: until which day the period runs.',
    ]);
  });

  it('says what to write there', () => {
    const { diagnostics } = parse(`tacit 1\ntheatre "x"\n${claim('? attacks ? in ? fall from ?')}`);
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      expect.stringContaining('the name of an actor, or `anyone`'),
      expect.stringContaining('the name of an actor, or `anyone`'),
      expect.stringContaining('the name of a place'),
      expect.stringContaining('a day such as `2024-02-04`'),
    ]);
  });
});
