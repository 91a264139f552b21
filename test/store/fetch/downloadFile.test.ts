import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeNetworkError } from '../../../src/store/fetch/describeNetworkError.ts';
import { downloadFile } from '../../../src/store/index.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { closedServer, localServer, serveBytes } from './localServer.ts';

const BYTES = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300_000, 'tacit')]);
const MD5 = { algorithm: 'md5', hex: createHash('md5').update(BYTES).digest('hex') } as const;
const WRONG = { algorithm: 'md5', hex: '0'.repeat(32) } as const;

interface Wish {
  readonly checksum?: typeof MD5 | typeof WRONG | null;
  readonly attempts?: number;
  readonly kind?: 'zip' | 'text';
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly bytes: number }) => void;
}

async function start(answer: RequestListener, folder = temporaryFolder()) {
  const server = await localServer(answer);
  const target = join(folder, 'file.zip');
  const get = ({ checksum = MD5, attempts = 3, kind = 'zip', ...more }: Wish = {}) =>
    downloadFile({
      address: new URL('/a/file.zip', server.base),
      ...{ target, kind, checksum, persistence: { attempts, pauseMs: 1 }, ...more },
    });
  return { ...server, target, folder, get };
}

/** Sends the beginning of the file, then breaks the connection, for so many requests. */
function breakOff(times: number, after = 100_000): RequestListener {
  const whole = serveBytes(BYTES);
  let left = times;
  return (request, response) => {
    if (left-- <= 0) return whole(request, response);
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, {
      etag: '"v1"',
      'content-length': BYTES.length - from,
      ...(from > 0 ? { 'content-range': `bytes ${from}-${BYTES.length - 1}/${BYTES.length}` } : {}),
    });
    response.write(BYTES.subarray(from, from + after), () => setTimeout(() => request.socket.destroy(), 30));
  };
}

describe('a file', () => {
  it('is fetched whole, checked, and nothing else is left', async () => {
    const progress: number[] = [];
    const { get, target, folder } = await start(serveBytes(BYTES));
    const result = await get({ onProgress: ({ bytes }) => progress.push(bytes) });
    expect(result).toEqual({ kind: 'fetched', path: target, bytes: BYTES.length, resumed: false });
    expect(readFileSync(target).equals(BYTES)).toBe(true);
    expect(readdirSync(folder)).toEqual(['file.zip']);
    expect(progress.at(-1)).toBe(BYTES.length);
  });

  it('that lies there with its checksum is not asked for again, and is fetched anew where it differs', async () => {
    const { get, seen, target } = await start(serveBytes(BYTES));
    writeFileSync(target, BYTES);
    expect(await get()).toMatchObject({ kind: 'present' });
    expect(seen).toHaveLength(0);
    writeFileSync(target, 'older');
    expect(await get()).toMatchObject({ kind: 'fetched' });
    expect(readFileSync(target).equals(BYTES)).toBe(true);
  });

  it('whose connection breaks twice is taken up where it stopped', async () => {
    const { get, seen, target } = await start(breakOff(2));
    expect(await get()).toMatchObject({ kind: 'fetched', resumed: true, bytes: BYTES.length });
    expect(readFileSync(target).equals(BYTES)).toBe(true);
    expect(seen.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=100000-', 'bytes=200000-']);
    expect(seen[1]?.headers['if-range']).toBe('"v1"');
  });

  it('whose connection always breaks is a fault; its half is kept and gone on from next time', async () => {
    const folder = temporaryFolder();
    const broken = await start(breakOff(9, 50_000), folder);
    const result = await broken.get({ attempts: 2 });
    expect(result).toMatchObject({ kind: 'fault', message: expect.stringMatching(/broke off/) as string });
    expect(existsSync(broken.target)).toBe(false);
    expect(readFileSync(`${broken.target}.part`)).toHaveLength(100_000);
  });

  it('of which another version lies on the server begins anew', async () => {
    let version = 0;
    const other = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200_000, 'other')]);
    const first = breakOff(1);
    const { get, target } = await start((request, response) =>
      version++ === 0 ? first(request, response) : serveBytes(other, '"v2"')(request, response),
    );
    expect(await get({ checksum: null })).toMatchObject({ kind: 'fetched', resumed: false });
    expect(readFileSync(target).equals(other)).toBe(true);
  });

  it('without an ETag begins anew', async () => {
    let first = true;
    const { get, seen, target } = await start((request, response) => {
      if (!first) return serveBytes(BYTES, null)(request, response);
      first = false;
      response.writeHead(200, { 'content-length': BYTES.length });
      response.write(BYTES.subarray(0, 1000), () => setTimeout(() => request.socket.destroy(), 30));
    });
    expect(await get()).toMatchObject({ kind: 'fetched', resumed: false });
    expect(seen[1]?.headers.range).toBeUndefined();
    expect(readFileSync(target).equals(BYTES)).toBe(true);
  });

  it('whose half is longer than the file begins anew', async () => {
    const { get, target, base } = await start(serveBytes(BYTES));
    writeFileSync(`${target}.part`, Buffer.concat([BYTES, BYTES]));
    writeFileSync(
      `${target}.part.json`,
      JSON.stringify({ address: `${base}/a/file.zip`, validator: '"v1"' }),
    );
    expect(await get()).toMatchObject({ kind: 'fetched', resumed: false });
    expect(readFileSync(target).equals(BYTES)).toBe(true);
  });

  it('whose half is of other bytes is found out by its checksum and fetched anew', async () => {
    const { get, target, base, seen } = await start(serveBytes(BYTES));
    writeFileSync(`${target}.part`, Buffer.alloc(1000, 'x'));
    writeFileSync(
      `${target}.part.json`,
      JSON.stringify({ address: `${base}/a/file.zip`, validator: '"v1"' }),
    );
    // The half begins with no mark of a zip, so it is thrown away before the sum is looked at.
    expect(await get()).toMatchObject({
      kind: 'fault',
      message: expect.stringMatching(/no zip archive/) as string,
    });
    expect(existsSync(`${target}.part`)).toBe(false);
    writeFileSync(`${target}.part`, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1000, 'x')]));
    writeFileSync(
      `${target}.part.json`,
      JSON.stringify({ address: `${base}/a/file.zip`, validator: '"v1"' }),
    );
    expect(await get()).toMatchObject({ kind: 'fetched', resumed: false });
    expect(readFileSync(target).equals(BYTES)).toBe(true);
    expect(seen.map(({ headers }) => headers.range)).toEqual(['bytes=1000-', 'bytes=1004-', undefined]);
  });
});

describe('a fault', () => {
  const status =
    (code: number, headers: Record<string, string> = {}): RequestListener =>
    (_, response) =>
      response.writeHead(code, headers).end('no');

  it.each<[string, RequestListener, RegExp, number]>([
    ['404', status(404), /There is nothing at http:\/\/127\.0\.0\.1:\d+\/a\/file\.zip \(404\)/, 1],
    ['401', status(401), /did not accept who asks \(401\)/, 1],
    ['403', status(403), /refuses this \(403\)/, 1],
    ['500, thrice', status(500), /answered 500/, 3],
    ['429, thrice', status(429, { 'retry-after': '0' }), /fewer requests \(429\)/, 3],
    [
      'a redirect to http elsewhere',
      status(302, { location: 'http://example.org/x' }),
      /not reached by https/,
      1,
    ],
    ['redirects without end', status(302, { location: '/a/file.zip' }), /elsewhere/, 6],
  ])('%s is told', async (_, answer, message, requests) => {
    const { get, seen, folder } = await start(answer);
    const result = await get();
    expect(result).toMatchObject({ kind: 'fault', message: expect.stringMatching(message) as string });
    expect(seen).toHaveLength(requests);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, Buffer, RegExp]>([
    ['a web page', Buffer.from('\n<!DOCTYPE html><html>Sign in</html>'), /a web page instead of the file/],
    ['no zip', Buffer.from('id,date\n1,2\n'), /no zip archive/],
    ['nothing', Buffer.alloc(0), /no zip archive|an empty file/],
  ])('%s instead of the file is told and not kept', async (_, body, message) => {
    const { get, folder } = await start(serveBytes(body));
    const result = await get({ checksum: null });
    expect(result).toMatchObject({ kind: 'fault', message: expect.stringMatching(message) as string });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a wrong checksum is told after a second try, and nothing is kept', async () => {
    const { get, seen, folder } = await start(serveBytes(BYTES));
    const result = await get({ checksum: WRONG });
    expect(result).toMatchObject({ kind: 'fault', message: expect.stringMatching(/checksum/) as string });
    expect(seen).toHaveLength(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('nobody listening is told', async () => {
    const address = new URL(await closedServer());
    const target = join(temporaryFolder(), 'x');
    const result = await downloadFile({
      ...{ address, target, kind: 'zip', checksum: null, persistence: { attempts: 2, pauseMs: 1 } },
    });
    expect(result).toMatchObject({ kind: 'fault', hint: 'Is this computer online?' });
  });

  it('http to another computer is refused before anything is asked', async () => {
    const target = join(temporaryFolder(), 'x');
    const address = new URL('http://192.0.2.1/file.zip');
    const result = await downloadFile({ address, target, kind: 'zip', checksum: null });
    expect(result).toMatchObject({ kind: 'fault', message: 'http://192.0.2.1 is not reached by https.' });
  });

  it.each([
    ['ENOSPC', /^The disk is full/, false],
    ['ENOTFOUND', /^The name a\.org was not found/, true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /^a\.org did not show a valid certificate/, false],
    ['EACCES', /^The folder may not be written/, false],
    ['UND_ERR_SOCKET', /^The connection to a\.org broke off \(UND_ERR_SOCKET\)/, true],
  ])('of the system (%s) is told in words', (code, message, passing) => {
    const inner = Object.assign(new Error('x'), { code });
    const error = new TypeError('fetch failed', { cause: inner });
    const fault = describeNetworkError(error, 'a.org', null);
    expect([fault.message, fault.passing]).toEqual([expect.stringMatching(message), passing]);
  });

  it('stopping keeps the half', async () => {
    const stop = new AbortController();
    const { get, target } = await start((request, response) => {
      response.writeHead(200, { etag: '"v1"', 'content-length': BYTES.length });
      response.write(BYTES.subarray(0, 5000), () => setTimeout(() => stop.abort(), 30));
      request.on('close', () => response.destroy());
    });
    const result = await get({ signal: stop.signal });
    expect(result).toMatchObject({ kind: 'fault', message: 'Stopped.' });
    expect(existsSync(target)).toBe(false);
    expect(readFileSync(`${target}.part`)).toHaveLength(5000);
  });
});
