/** Threads that do pieces of each other's claims: what becomes of them when one dies, or when the claim is dropped. */
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NarrowContext } from '../../src/host/narrowContext.ts';
import { openJudges, type Judges } from '../../src/host/openJudges.ts';
import { PIECE } from '../../src/host/pieceOffer.ts';

/** How a thread behaves that is given a piece; with a claim it offers one and answers with the state it comes to. */
let helping = '';
const script = () => `
  const { parentPort, MessageChannel, threadId } = require('node:worker_threads');
  const PIECE = ${JSON.stringify(PIECE)};
  parentPort.on('message', (task) => {
    if (task.piece) {
      const { state } = task.piece;
      Atomics.compareExchange(state, 0, PIECE.open, PIECE.begun);
      Atomics.notify(state, 0);
      ${helping}
      return;
    }
    if (task.context.plain) return parentPort.postMessage({ id: task.id, verdict: 'plain' });
    const { port1, port2: port } = new MessageChannel();
    const state = new Int32Array(new SharedArrayBuffer(4));
    parentPort.postMessage({ offer: { kind: 'form', given: {}, theatre: null, state, port } }, [port]);
    Atomics.wait(state, 0, PIECE.open);
    Atomics.wait(state, 0, PIECE.begun);
    parentPort.postMessage({ id: task.id, verdict: state[0] });
    port1.close();
  });`;
const started = vi.hoisted(() => ({ threads: 0 }));
vi.mock('../../src/host/startThread.ts', () => ({
  startThread: () => {
    started.threads += 1;
    return Promise.resolve(new Worker(script(), { eval: true, execArgv: [] }));
  },
}));

const claim = {} as NarrowContext;
const plain = { plain: true } as unknown as NarrowContext;
let judges: Judges | null = null;
beforeEach(() => void (started.threads = 0));
afterEach(() => judges?.stop());

it('gives a piece to a thread that has no claim', async () => {
  helping = `Atomics.store(state, 0, PIECE.done); Atomics.notify(state, 0); parentPort.postMessage({ free: true });`;
  judges = openJudges(2);
  expect(await judges.judge(claim).verdict).toBe(PIECE.done);
  // Both are free again.
  expect(await Promise.all([judges.judge(plain).verdict, judges.judge(plain).verdict])).toEqual([
    'plain',
    'plain',
  ]);
  expect(started.threads).toBe(2);
});

it('wakes the thread that waits for a piece when the one that does it dies', async () => {
  helping = 'process.exit(1);';
  judges = openJudges(2);
  expect(await judges.judge(claim).verdict).toBe(PIECE.failed);
  expect(await judges.judge(plain).verdict).toBe('plain');
});

it('ends the threads that do pieces of a dropped claim, and replaces them', async () => {
  helping = 'Atomics.wait(state, 0, PIECE.begun);';
  judges = openJudges(2);
  const dropped = judges.judge(claim);
  await vi.waitFor(() => expect(started.threads).toBe(2));
  await new Promise((resolve) => setTimeout(resolve, 300));
  dropped.drop();
  await expect(dropped.verdict).rejects.toThrow('the claim was dropped');
  expect(started.threads).toBe(4);
  expect(await judges.judge(plain).verdict).toBe('plain');
});

it('takes no piece of a claim that stands from a thread that is still at a piece of it', async () => {
  // Who offers is free as soon as the offer is turned down.
  helping = `
    Atomics.store(state, 0, PIECE.done);
    Atomics.notify(state, 0);
    setTimeout(() => {
      const { port1, port2: port } = new MessageChannel();
      port1.on('close', () => parentPort.postMessage({ free: true }));
      const part = new Int32Array(new SharedArrayBuffer(4));
      parentPort.postMessage({ offer: { kind: 'form', given: {}, theatre: null, state: part, port } }, [port]);
    }, 200);`;
  judges = openJudges(2);
  expect(await judges.judge(claim).verdict).toBe(PIECE.done);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = [judges.judge(plain).verdict, judges.judge(plain).verdict];
  expect(await Promise.all(asked)).toEqual(['plain', 'plain']);
});
