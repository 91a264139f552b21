/** Who types sees what is settled, and nothing that comes and goes between two keystrokes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calmStates } from '../../../src/workbench/client/connection/calmStates.ts';
import type { ExaminationState } from '../../../src/workbench/protocol/index.ts';

const running = (hash: string, shown = 0): ExaminationState => ({
  kind: 'running',
  hash,
  done: 0,
  total: null,
  shown,
});
const refused = (hash: string): ExaminationState => ({ kind: 'refused', hash, diagnostics: [], shown: 0 });
const done = (hash: string): ExaminationState => ({ kind: 'done', hash, judged: [] });

function open() {
  const seen: string[] = [];
  let typed = -10_000;
  const states = calmStates(
    (state) => seen.push(`${state.kind}${'hash' in state ? ` ${state.hash}` : ''}`),
    () => performance.now() - typed,
  );
  /** A keystroke, and what the server says of the text a moment later. */
  const type = async (...news: ExaminationState[]) => {
    typed = performance.now();
    for (const one of news) {
      await vi.advanceTimersByTimeAsync(60);
      states.tell(one);
    }
  };
  return { seen, type, ...states };
}

describe('states of the examination', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('do not flash while a sentence is being typed', async () => {
    const { seen, type, tell, told } = open();
    tell(done('a'));
    for (const text of ['b', 'c', 'd', 'e', 'f', 'g']) await type(running(text), refused(text));
    expect(told()).toEqual(refused('g'));
    await type(running('h'), done('h'));
    expect(seen).toEqual(['done a', 'done h']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(seen).toHaveLength(2);
  });

  it('tell errors when the typing rests', async () => {
    const { seen, type } = open();
    await type(running('a'), refused('a'));
    await vi.advanceTimersByTimeAsync(479);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(seen).toEqual(['refused a']);
    // What is shown already is kept up to date at once.
    await type(running('b'), refused('b'));
    expect(seen).toEqual(['refused a', 'refused b']);
    await type(running('c'), done('c'));
    expect(seen.at(-1)).toBe('done c');
  });

  it('tell errors at once where nobody types', () => {
    const { seen, tell } = open();
    tell(running('a'));
    tell(refused('a'));
    expect(seen).toEqual(['refused a']);
  });

  it('tell of an examination that takes a while, or that somebody asked for, or that hands verdicts over', async () => {
    const { seen, type, tell } = open();
    await type(running('a'));
    await vi.advanceTimersByTimeAsync(240);
    tell(running('a'));
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    expect(seen).toEqual(['running a']);
    tell(done('a'));
    tell(running('b', 1));
    expect(seen.slice(1)).toEqual(['done a', 'running b']);
    tell(done('b'));
    tell(running('c'), true);
    expect(seen.at(-1)).toBe('running c');
  });
});
