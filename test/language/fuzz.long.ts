import { describe, it } from 'vitest';
import { readsAnything, refusesDamagedTwins, survivesDamage, theatres } from './fuzzProperties.ts';

describe.each([1, 2, 3])('seed %i', (seed) => {
  it.each(theatres())('$file survives damage', ({ text }) => {
    survivesDamage(text, seed, 3000);
    refusesDamagedTwins(text, seed, 300);
  });

  it('reads anything', () => {
    readsAnything(seed, 50_000);
  });
});
