import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/record/index.ts';

describe('foldName', () => {
  it.each([
    ['Kata’ib  Ḥizballāh', "kata'ib hizballah"],
    ['Ḥarakat al‑Nujabāʾ', "harakat al-nujaba'"],
    ['Deir\u00a0ez–Zor', 'deir ez-zor'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Straße', 'strasse'],
    ['ＵＳ', 'us'],
    ['الحُوثِيّون', 'الحوثيون'],
    ['Al\u200b-Tanf\u202e', 'al-tanf'],
    ['Łódź', 'lodz'],
    ['__proto__', '__proto__'],
  ])('folds %s', (written, folded) => {
    expect(foldName(written)).toBe(folded);
  });

  it('keeps what makes another name', () => {
    expect(foldName('al-Tanf')).not.toBe(foldName('Tanf'));
    expect(foldName('नेपाल')).not.toBe(foldName('नपल'));
    expect(foldName('ガザ')).not.toBe(foldName('カサ'));
    expect(foldName('عراق')).not.toBe(foldName('غراق'));
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
      { seed: 4, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
