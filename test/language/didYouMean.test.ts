import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/language/index.ts';

const CANDIDATES = [
  { name: 'IS', also: ['Islamic State', 'Daesh'] },
  { name: 'US', also: ['United States'] },
  { name: 'KataibHezbollah', also: ["Kata'ib Hizballah", 'KH'] },
  { name: 'AlbuKamal', also: ['Albu Kamal', 'Boukamal'] },
  { name: 'Zürich', also: [] },
];

describe('didYouMean', () => {
  it.each([
    ['KataibHezbolah', 'KataibHezbollah', null],
    ['AbluKamal', 'AlbuKamal', null],
    ['kataibhezbollah', 'KataibHezbollah', null],
    ['Kataib', 'KataibHezbollah', "Kata'ib Hizballah"],
    ['IslamicState', 'IS', 'Islamic State'],
    ['Deash', 'IS', 'Daesh'],
    ['UnitedStates', 'US', 'United States'],
    ['Hisbollah', 'KataibHezbollah', "Kata'ib Hizballah"],
    ['Zurich', 'Zürich', null],
    ['Su', 'US', null],
  ])('%s means %s', (written, name, via) => {
    expect(didYouMean(written, CANDIDATES)).toEqual({ name, via });
  });

  it.each(['', '...', 'Ruritania', 'X', 'Al'])('%j means nothing known', (written) => {
    expect(didYouMean(written, CANDIDATES)).toBeNull();
  });

  it('takes the nearest, and of equally near ones the first', () => {
    const candidates = ['Baghdad', 'Bagdad', 'Bagda'].map((name) => ({ name, also: [] }));
    expect(didYouMean('Bagdad', candidates)?.name).toBe('Bagdad');
    expect(didYouMean('Bagxad', candidates)?.name).toBe('Bagdad');
    expect(
      didYouMean('cot', [
        { name: 'cat', also: [] },
        { name: 'cut', also: [] },
      ])?.name,
    ).toBe('cat');
  });

  it('finds every name with one letter wrong, missing, added or swapped', () => {
    const letter = fc.constantFrom(...'abcdefghij');
    const word = fc.array(letter, { minLength: 4, maxLength: 12 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(
        word,
        fc.nat(10),
        fc.constantFrom('wrong', 'missing', 'added', 'swapped'),
        (name, place, slip) => {
          const at = place % name.length;
          const [before, here, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
          const written = {
            wrong: `${before}x${after}`,
            missing: before + after,
            added: `${before}x${here}${after}`,
            swapped: before + after.charAt(0) + here + after.slice(1),
          }[slip];
          expect(didYouMean(written, [{ name, also: [] }])?.name).toBe(name);
        },
      ),
      { seed: 13, numRuns: 500 },
    );
  });

  it('is not held up by a very long word', () => {
    const long = 'a'.repeat(1_000_000);
    expect(didYouMean(long, [{ name: long.slice(1), also: [long] }])?.name).toBe(long.slice(1));
  });
});
