import type { Context } from 'hono';

/** The body of a request piece by piece; more than `largest` bytes throw `TooLarge`, before they are all read. */
export async function* readBody(context: Context, largest: number): AsyncGenerator<Uint8Array> {
  const said = Number(context.req.header('content-length') ?? 0);
  if (said > largest) throw new TooLarge(largest);
  const { body } = context.req.raw;
  if (!body) return;
  let size = 0;
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > largest) throw new TooLarge(largest);
    yield piece;
  }
}

/** The whole body as text. */
export async function readBodyText(context: Context, largest: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readBody(context, largest)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Answered with 413 wherever it is thrown. */
export class TooLarge extends Error {
  constructor(largest: number) {
    super(`The request is larger than ${Math.floor(largest / 1024 ** 2)} MB.`);
  }
}
