import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export interface LocalServer {
  readonly base: string;
  /** Requests seen so far: method, path with query, and headers. */
  readonly seen: readonly Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server on this computer that is gone after the test. */
export async function localServer(answer: RequestListener): Promise<LocalServer> {
  const seen: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(
    () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, seen };
}

/** An address of this computer at which nobody listens. */
export async function closedServer(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** Answers a file with ranges and an ETag, as servers of files do. */
export function serveBytes(bytes: Buffer, etag: string | null = '"v1"'): RequestListener {
  return (request, response) => {
    const { range, 'if-range': ifRange } = request.headers;
    const wanted = /^bytes=(\d+)-$/.exec(range ?? '');
    const headers = { 'content-type': 'application/zip', ...(etag === null ? {} : { etag }) };
    const from = Number(wanted?.[1] ?? 0);
    if (wanted && (ifRange === undefined || ifRange === etag)) {
      if (from >= bytes.length) {
        response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
        return;
      }
      response
        .writeHead(206, {
          ...headers,
          'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
          'content-length': bytes.length - from,
        })
        .end(bytes.subarray(from));
      return;
    }
    response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes);
  };
}
