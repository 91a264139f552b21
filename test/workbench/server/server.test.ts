/** The server as any program of this machine meets it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../../src/workbench/server/session.ts';
import type { Workspace } from '../../../src/workbench/protocol/index.ts';
import { startWorkbench, type Asking, type TestWorkbench } from './startWorkbench.ts';

let bench: TestWorkbench;
beforeAll(async () => {
  bench = await startWorkbench({ 'theatre.tacit': 'tacit 1\ntheatre "A"\n', 'secret.txt': 'secret' });
});
const put = (body: unknown, more: Asking = {}) =>
  bench.ask('/api/file', { method: 'PUT', body: JSON.stringify(body), ...more });

describe('the door', () => {
  it('is known to this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((faces) => faces ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) expect(await connects(address, bench.port)).toBe(false);
    expect(await connects('127.0.0.1', bench.port)).toBe(true);
  });

  it('lets in whoever opens the printed address, once, and takes the key out of the address', async () => {
    const path = bench.address.slice(bench.address.indexOf('/?'));
    const { status, headers, text } = await bench.ask(path, { stranger: true });
    expect([status, headers.location, text]).toEqual([303, '/', '']);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/; Path=\/; HttpOnly; SameSite=Strict$/)]);
    expect((await bench.ask('/')).status).toBe(200);
  });

  it.each(['/', '/client.js', '/api/workspace', '/api/examination', '/api/report.html', '/nothing'])(
    'is shut to strangers at %s, and tells them nothing',
    async (path) => {
      const { status, text } = await bench.ask(path, { stranger: true });
      expect(status).toBe(401);
      expect(text).not.toContain('theatre');
    },
  );

  it.each<[string, Asking]>([
    ['a rebound name', { headers: { host: 'evil.example' } }],
    ['another origin', { headers: { origin: 'http://evil.example' } }],
    ['another site', { headers: { 'sec-fetch-site': 'cross-site' } }],
  ])('is shut to %s though it has the cookie', async (_, asking) => {
    for (const path of ['/', '/api/workspace', '/client.js'])
      expect((await bench.ask(path, asking)).status).toBe(403);
    const written = await bench.ask('/api/file', {
      ...asking,
      method: 'PUT',
      body: JSON.stringify({ path: 'evil.tacit', text: 'x', basedOn: null }),
    });
    expect(written.status).toBe(403);
    expect(readdirSync(bench.folder)).not.toContain('evil.tacit');
  });

  it('answers no question of another origin before a request', async () => {
    const asked = await bench.ask('/api/file', {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'PUT' },
    });
    expect(asked.status).toBe(403);
    for (const path of ['/', '/api/workspace'])
      expect(Object.keys((await bench.ask(path)).headers).join()).not.toContain('access-control');
  });

  it('opens no socket that stays', async () => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    expect((await bench.ask('/api/events', { stranger: true, headers })).status).toBe(401);
  });
});

describe('every answer', () => {
  it.each([
    ['/', 200],
    ['/client.js', 200],
    ['/api/workspace', 200],
    ['/api/report.html', 404],
    ['/nothing', 404],
  ])('%s says what a browser may do with it', async (path, status) => {
    const answer = await bench.ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('is a page whose scripts come as files, with a new nonce for style sheets each time', async () => {
    const [one, other] = [await bench.ask('/'), await bench.ask('/')];
    const nonce = /name="style-nonce" content="([^"]+)"/.exec(one.text)?.[1] ?? '';
    expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one.headers['content-security-policy']).toContain("default-src 'self'");
    expect(one.text).not.toMatch(/<script(?![^>]* src=)/);
    expect(one.text).not.toBe(other.text);
  });

  it('stays data though a path looks like markup', async () => {
    const { headers, text } = await bench.ask('/api/%3Cscript%3Ealert(1)%3C/script%3E');
    expect(headers['content-type']).toContain('application/json');
    expect(text).not.toContain('<script>');
  });
});

describe('files', () => {
  it('are listed, saved and refused in the words of the contract', async () => {
    const { files, examination, tacit } = await bench.json<Workspace>('/api/workspace');
    expect(files.map(({ path }) => path)).toEqual(['theatre.tacit']);
    expect([examination.kind, tacit]).toEqual(['none', expect.stringMatching(/^\d+\./)]);
    const basedOn = files[0]?.hash ?? '';
    const saved = await put({ path: 'theatre.tacit', text: 'tacit 1\n', basedOn });
    expect(saved.status).toBe(200);
    const conflict = await put({ path: 'theatre.tacit', text: 'tacit 2\n', basedOn });
    expect(conflict.status).toBe(409);
    expect(JSON.parse(conflict.text)).toMatchObject({
      disk: { text: 'tacit 1\n' },
      kept: { text: 'tacit 2\n' },
    });
    const { kept } = await bench.json<Workspace>('/api/workspace');
    const forgotten = await bench.json<Workspace>('/api/kept/forget', {
      method: 'POST',
      body: JSON.stringify({ id: kept[0]?.id }),
    });
    expect([kept.length, forgotten.kept]).toEqual([1, []]);
  });

  it.each<[number, unknown]>([
    [400, { path: '../x.tacit', text: 'x', basedOn: null }],
    [400, { path: 'x.sh', text: 'x', basedOn: null }],
    [400, { path: 'x.tacit', text: 'x' }],
    [400, { path: 'x.tacit', text: 'x', basedOn: null, mode: 511 }],
    [400, 'x'],
  ])('%i for %j', async (status, body) => {
    const answer = await put(body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ message: expect.stringMatching(/./) as string });
  });

  it('refuses keys that would change an object', async () => {
    const body = '{"path":"x.tacit","text":"x","basedOn":null,"__proto__":{"admin":1}}';
    expect((await bench.ask('/api/file', { method: 'PUT', body })).status).toBe(400);
    expect(readdirSync(bench.folder)).not.toContain('x.tacit');
  });

  it('reads no body beyond its limit', async () => {
    const body = Buffer.alloc(21 * 1024 * 1024, 0x20);
    expect((await bench.ask('/api/file', { method: 'PUT', body })).status).toBe(413);
    const lying = await bench.ask('/api/file', {
      method: 'PUT',
      body,
      headers: { 'transfer-encoding': 'chunked' },
    });
    expect(lying.status).toBe(413);
  });

  it('serves no file of the folder or of the program by its name', async () => {
    for (const path of [
      '/secret.txt',
      '/theatre.tacit',
      '/client.ts',
      '/../package.json',
      '/%2e%2e/package.json',
      '/api/../../package.json',
    ])
      expect((await bench.ask(path)).status, path).toBe(404);
  });
});

describe('the example', () => {
  it('is copied into a folder without a theatre, and never over one', async () => {
    const empty = await startWorkbench({});
    const refused = await bench.ask('/api/example', { method: 'POST' });
    expect(refused.status).toBe(409);
    const { files } = await empty.json<Workspace>('/api/example', { method: 'POST' });
    expect(files.map(({ path }) => path)).toContain('theatre.tacit');
    expect(readdirSync(empty.folder)).toContain('chronology.csv');
    await empty.close();
  });

  it('is copied whole or not at all', async () => {
    const half = await startWorkbench({ 'counters.csv': 'mine' });
    expect((await half.ask('/api/example', { method: 'POST' })).status).toBe(409);
    expect(readdirSync(half.folder)).toEqual(['counters.csv']);
    expect(readFileSync(join(half.folder, 'counters.csv'), 'utf8')).toBe('mine');
    await half.close();
  });
});

it('tells the page what other programs change', async () => {
  mkdirSync(join(bench.folder, 'below'), { recursive: true });
  const told = new Promise<string>((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: bench.port });
    let text = '';
    socket.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (!text.includes('from outside')) return;
      socket.destroy();
      resolve(text);
    });
    socket.write(
      `GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${bench.port}\r\nCookie: ${bench.cookie}\r\n\r\n`,
    );
    setTimeout(() => writeFileSync(join(bench.folder, 'theatre.tacit'), '// from outside\n'), 200);
  });
  const text = await told;
  expect(text).toContain('content-type: text/event-stream');
  expect(text).toContain('{"kind":"examination","state":{"kind":"none"}}');
  expect(text).toContain('"kind":"file","path":"theatre.tacit"');
});

it('takes the cookie of another start for none', async () => {
  const { cookieName, cookie } = openSession(bench.port);
  const headers = { cookie: `${cookieName}=${cookie}` };
  expect((await bench.ask('/api/workspace', { stranger: true, headers })).status).toBe(401);
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 1000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}
