import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, parse } from '../../src/language/index.ts';
import { damaged } from './damageText.ts';

const text = readFileSync('test/language/everything.tacit', 'utf8');

describe('a text that was parsed before', () => {
  it('gives the same Document and messages after any change, and after the change back', () => {
    fc.assert(
      fc.property(damaged(text), (damage) => {
        const first = analyse(text, 'a.tacit');
        const second = analyse(damage.text, 'a.tacit', first);
        expect(second.parsed).toEqual(parse(damage.text, 'a.tacit'));
        const third = analyse(text, 'a.tacit', second);
        expect(third.parsed).toEqual(first.parsed);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('is not parsed again but where it changed', () => {
    const memory = new Map();
    const before = parse(text, null, memory).document;
    const after = parse(text.replace('claim Starts', 'claim Begins'), null, memory).document;
    const same = after.items.filter((item) => before.items.includes(item));
    // All before the change are the very same objects, those behind it too: it took as many letters.
    expect(after.items.length - same.length).toBe(1);
  });

  it('takes an act in another number anew when the declared acts change', () => {
    const claim = 'claim A by S\n  US bases IS\n';
    const head = 'tacit 1\ntheatre "T"\n';
    const memory = new Map();
    parse(`${head}act base of code "B"\n${claim}`, null, memory);
    const after = `${head}act bas of code "B"\nact bases of code "C"\n${claim}`;
    expect(parse(after, null, memory)).toEqual(parse(after));
  });

  it('moves lines and keeps columns', () => {
    const before = analyse(text);
    const longer = `// one\n// two\n${text}`;
    expect(analyse(longer, null, before).parsed).toEqual(parse(longer));
    const indented = text.replace('\nclaim Both', '\n    claim Both');
    expect(analyse(indented, null, before).parsed).toEqual(parse(indented));
  });
});
