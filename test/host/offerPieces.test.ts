/** Pieces of a claim between two threads; here both ends are held by one. */
import { Worker, type MessagePort } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { judgeClaim, performPiece } from '../../src/evidence/index.ts';
import { theatreKey } from '../../src/evidence/theatreKey.ts';
import { offerPieces } from '../../src/host/offerPieces.ts';
import { PIECE, type PieceOffer } from '../../src/host/pieceOffer.ts';
import { takePiece } from '../../src/host/takePiece.ts';
import { makeContext } from '../evidence/makeContext.ts';
import { makePair } from '../evidence/makePair.ts';

const { a, b } = makePair(1, { days: 500, rhoAB: 0.6, rate: 0.2, psi: 0.1, self: 0 });
const delay = { family: 'geometric', from: 1, to: 14 } as const;
const answer = { kind: 'answer', trigger: 's1', response: 's2', delay, share: null, nested: null } as const;
const pair = theatreKey('s1', 's2');
const theatre = new Map([[pair, { counts: makePair(9, { days: 500 }).a, texts: ['West strikes East'] }]]);
const context = makeContext(a, b, answer, { theatre });
const whole = performPiece('claim', { context });

/** The offers of one thread, as another would be sent them, and the pairs it noted. */
function open() {
  const offers: PieceOffer[] = [];
  const lookedUp = new Set<string>();
  const post = (offer: PieceOffer, transfer: readonly MessagePort[]) => {
    const { port, ...rest } = offer;
    expect(transfer).toEqual([port]);
    offers.push({ ...structuredClone(rest), state: offer.state, port });
  };
  return { offers, lookedUp, ...offerPieces(post, theatre, (key) => lookedUp.add(key)) };
}
const never = () => {
  throw new Error('done twice');
};

it('gives what another thread did, and notes what that looked up', () => {
  const thread = open();
  const take = thread.ahead('claim', { context });
  expect(thread.offers[0]?.given.context).not.toHaveProperty('theatre');
  const there = open();
  takePiece(thread.offers[0]!, (offer) => there.offers.push(offer));
  // It offered pieces of the piece in turn, did them itself, and nobody is to begin them any more.
  const tests = ['late', 'shape'];
  expect(there.offers.map(({ kind }) => kind)).toEqual(['wave', 'theatre', ...tests, ...tests]);
  expect(new Set(there.offers.map(({ state }) => state[0]))).toEqual(new Set([PIECE.closed]));
  expect(take(never)).toEqual(whole);
  expect([...thread.lookedUp]).toEqual([pair]);
});

it('does itself what nobody has begun; whoever comes later leaves it', () => {
  const thread = open();
  expect(thread.ahead('claim', { context })(() => 'here')).toBe('here');
  takePiece(thread.offers[0]!, never);
  expect(thread.offers[0]?.state[0]).toBe(PIECE.closed);
  expect(thread.lookedUp.size).toBe(0);
});

it('gives up what nobody wanted', () => {
  const thread = open();
  thread.ahead('claim', { context });
  thread.end();
  expect(thread.offers[0]?.state[0]).toBe(PIECE.closed);
});

it('does itself what failed elsewhere, so that the fault is met in its place', () => {
  const thread = open();
  const take = thread.ahead('claim', { context: {} as typeof context });
  takePiece(thread.offers[0]!, never);
  expect(thread.offers[0]?.state[0]).toBe(PIECE.failed);
  expect(take(() => 'here')).toBe('here');
});

it('waits for a piece that is begun, and does it itself when that thread is gone', async () => {
  const thread = open();
  const take = thread.ahead('claim', { context });
  const { state } = thread.offers[0]!;
  Atomics.store(state, 0, PIECE.begun);
  const script = `const { state, failed } = require('node:worker_threads').workerData;
    Atomics.store(state, 0, failed); Atomics.notify(state, 0);`;
  const worker = new Worker(script, {
    eval: true,
    execArgv: [],
    workerData: { state, failed: PIECE.failed },
  });
  expect(take(() => 'here')).toBe('here');
  await worker.terminate();
});

it('leaves the verdict as it is', () => {
  const thread = open();
  expect(judgeClaim({ ...context, ahead: thread.ahead })).toEqual(judgeClaim(context));
});
