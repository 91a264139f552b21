/** Judging that an examination leaves when it is stopped, and that the next one finds going on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContextKey } from '../../src/host/keyOfContext.ts';
import type { NarrowContext } from '../../src/host/narrowContext.ts';
import type { Judges } from '../../src/host/openJudges.ts';
import type { NotedVerdict } from '../../src/host/rememberVerdicts.ts';
import { shareJudging } from '../../src/host/shareJudging.ts';

interface Asked {
  readonly context: NarrowContext;
  begun: boolean;
  dropped: boolean;
  readonly answer: (verdict: NotedVerdict) => void;
}

const PATIENCE = 2000;
const context = (name: string) => ({ name }) as unknown as NarrowContext;
const key = (own: string, rest = ''): ContextKey => ({
  own,
  theatre: new Map([['stream 0 stream 1', rest]]),
  namePair: (pair) => pair,
});
const verdict = (name: string) => ({ judged: name, lookedUp: [] }) as unknown as NotedVerdict;

function openBoth() {
  const asked: Asked[] = [];
  const kept: string[] = [];
  const judges: Judges = {
    judge: (one) => {
      let answer: (verdict: NotedVerdict) => void = () => undefined;
      let fail: (error: Error) => void = () => undefined;
      const promise = new Promise<NotedVerdict>((resolve, reject) => ([answer, fail] = [resolve, reject]));
      promise.catch(() => undefined);
      const task: Asked = { context: one as NarrowContext, begun: true, dropped: false, answer };
      asked.push(task);
      return {
        verdict: promise,
        isBegun: () => task.begun,
        drop: () => {
          task.dropped = true;
          fail(new Error('dropped'));
        },
      };
    },
    stop: () => Promise.resolve(),
  };
  return { asked, kept, ...shareJudging(judges, ({ own }) => kept.push(own), PATIENCE) };
}

describe('an examination that is stopped', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is left at once; what is begun is kept when it ends', async () => {
    const { judge, asked, kept } = openBoth();
    const stop = new AbortController();
    const judging = judge(context('A'), key('a'), stop.signal);
    stop.abort();
    await expect(judging).rejects.toThrow('stopped');
    expect(asked[0]?.dropped).toBe(false);
    asked[0]?.answer(verdict('A'));
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect([asked[0]?.dropped, kept]).toEqual([false, ['a']]);
  });

  it('lets nothing be judged on for ever that nobody waits for', async () => {
    const { judge, asked, kept } = openBoth();
    const stop = new AbortController();
    const judging = judge(context('A'), key('a'), stop.signal);
    stop.abort();
    await expect(judging).rejects.toThrow('stopped');
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(asked[0]?.dropped).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect([asked[0]?.dropped, kept]).toEqual([true, []]);
    // Whoever asks again is not given what was dropped.
    const again = judge(context('A'), key('a'), new AbortController().signal);
    expect(asked).toHaveLength(2);
    asked[1]?.answer(verdict('A'));
    expect((await again).judged).toBe('A');
  });

  it('drops what is not begun, and the next examination asks for it anew', async () => {
    const { judge, asked } = openBoth();
    const stop = new AbortController();
    const judging = judge(context('A'), key('a'), stop.signal);
    if (asked[0]) asked[0].begun = false;
    stop.abort();
    const again = judge(context('A'), key('a'), new AbortController().signal);
    await expect(judging).rejects.toThrow('stopped');
    expect(asked.map(({ dropped }) => dropped)).toEqual([true, false]);
    asked[1]?.answer(verdict('A'));
    expect((await again).judged).toBe('A');
  });

  it('leaves what is going on to the next one that wants the same', async () => {
    const { judge, asked, kept } = openBoth();
    const stop = new AbortController();
    const judging = judge(context('A'), key('a'), stop.signal);
    stop.abort();
    await expect(judging).rejects.toThrow('stopped');
    const next = new AbortController();
    const same = judge(context('A'), key('a'), next.signal);
    const other = judge(context('B'), key('a', 'another rest of the theatre'), next.signal);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2 * PATIENCE);
    expect(asked.map(({ dropped }) => dropped)).toEqual([false, false]);
    asked[0]?.answer(verdict('A'));
    asked[1]?.answer(verdict('B'));
    expect([(await same).judged, (await other).judged]).toEqual(['A', 'B']);
    expect(kept).toEqual(['a', 'a']);
  });

  it('begins nothing where it was stopped before', async () => {
    const { judge, asked } = openBoth();
    await expect(judge(context('A'), key('a'), AbortSignal.abort())).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});
