import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { PIECE, type PieceOffer } from '../../src/host/pieceOffer.ts';
import { queuePieces } from '../../src/host/queuePieces.ts';

function offer(state: number): PieceOffer & { readonly closed: Promise<void> } {
  const { port1, port2: port } = new MessageChannel();
  const closed = new Promise<void>((resolve) => port1.on('close', resolve));
  const given = {} as PieceOffer['given'];
  return { kind: 'form', given, theatre: null, state: new Int32Array([state]), port, closed };
}

it('gives pieces in the order of their offer, without those that are done or of a claim that is gone', async () => {
  const queue = queuePieces<string>();
  const [first, done, gone, last] = [PIECE.open, PIECE.closed, PIECE.open, PIECE.open].map(offer);
  queue.add(first!, 'one');
  queue.add(done!, 'one');
  queue.add(gone!, 'two');
  queue.add(last!, 'three');
  queue.drop('two');
  expect(queue.take()).toEqual({ offer: first, claim: 'one' });
  expect(queue.take()).toEqual({ offer: last, claim: 'three' });
  expect(queue.take()).toBeNull();
  // What is not handed on keeps nothing open.
  await Promise.all([done!.closed, gone!.closed]);
  first!.port.close();
  last!.port.close();
});
