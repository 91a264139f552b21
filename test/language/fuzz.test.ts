import { describe, expect, it } from 'vitest';
import { readsAnything, refusesDamagedTwins, survivesDamage, theatres } from './fuzzProperties.ts';

const all = theatres();

describe('damaged theatres', () => {
  it('are at hand', () => {
    expect(all.length).toBeGreaterThanOrEqual(5);
  });

  it.each(all)('$file: no exception, a message near the damage, the rest kept', ({ text }) => {
    survivesDamage(text, 20240204, text.length > 10_000 ? 15 : 60);
  });
});

describe('anything', () => {
  it('is read without an exception', () => {
    readsAnything(20240204, 300);
  });

  it('may stand in a twin without an exception', () => {
    refusesDamagedTwins(all.find(({ file }) => file.endsWith('korea.tacit'))?.text ?? '', 20240204, 60);
  });
});
