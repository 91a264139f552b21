/** A page of somebody else, in a real browser that is signed in to the workbench, gets nothing and changes nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench, type TestWorkbench } from './startWorkbench.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
if (missing) process.stderr.write(`No browser at ${CHROMIUM}: the tests of hostile pages are skipped.\n`);

const THEATRE = 'tacit 1\ntheatre "Known to me alone"\n';

describe.skipIf(missing)('a hostile page', () => {
  let bench: TestWorkbench;
  let hostile: Server;
  let hostilePort: number;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** Answers of the workbench that the browser showed to anybody, and what was asked of it. */
  const answers: { path: string; status: number }[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    bench = await startWorkbench({ 'theatre.tacit': THEATRE });
    hostile = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>hostile</title><body></body>');
    });
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
    hostilePort = (hostile.address() as AddressInfo).port;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // Every name under these leads to this machine, as a hostile name server would have it.
        '--host-resolver-rules=MAP *.example 127.0.0.1',
        // Newer browsers guard this machine a little themselves; the server must hold without that.
        '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
      ],
    });
    context = await browser.newContext();
    page = await context.newPage();
    // The person is at work: the cookie of the start is in this browser.
    await page.goto(bench.address);
    await page.waitForFunction(() => document.title === 'Tacit runs');
    context.on('request', (request) => {
      if (Number(new URL(request.url()).port) === bench.port) asked.push(request.method());
    });
    context.on('response', (response) => {
      const { port, pathname } = new URL(response.url());
      if (Number(port) === bench.port) answers.push({ path: pathname, status: response.status() });
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    hostile.close();
  });

  const evil = async (host: string) => {
    const stranger = await context.newPage();
    await stranger.goto(`http://${host}:${hostilePort}/`);
    return stranger;
  };
  const untouched = () => {
    expect(readFileSync(join(bench.folder, 'theatre.tacit'), 'utf8')).toBe(THEATRE);
    expect(readdirSync(bench.folder)).toEqual(['theatre.tacit']);
  };

  it('is not met by the person at work: the page itself is answered', async () => {
    const text = await page.evaluate(async () => (await fetch('/api/workspace')).text());
    expect(text).toContain('Known to me alone');
    expect(page.url()).toBe(`http://127.0.0.1:${bench.port}/`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  // Another site, another port of this machine (the same site to a browser), and the other name of this machine.
  it.each(['evil.example', '127.0.0.1', 'localhost'])('at %s reads nothing by fetch', async (host) => {
    const stranger = await evil(host);
    const got = await stranger.evaluate(async (port) => {
      const asked = (['cors', 'no-cors'] as const).flatMap((mode) =>
        ['/', '/api/workspace', '/client.js'].map(async (path) => {
          try {
            const answer = await fetch(`http://127.0.0.1:${port}${path}`, { mode, credentials: 'include' });
            return `${answer.type} ${await answer.text()}`;
          } catch {
            return 'nothing';
          }
        }),
      );
      return Promise.all(asked);
    }, bench.port);
    expect(got.filter((text) => text !== 'nothing' && text !== 'opaque ')).toEqual([]);
    await stranger.close();
  });

  it.each(['evil.example', '127.0.0.1'])('at %s writes nothing by fetch, form or beacon', async (host) => {
    const stranger = await evil(host);
    answers.length = 0;
    asked.length = 0;
    await stranger.evaluate(async (port) => {
      const address = `http://127.0.0.1:${port}/api`;
      const body = JSON.stringify({ path: 'evil.tacit', text: 'evil', basedOn: null });
      const ask = (path: string, init: RequestInit) =>
        fetch(address + path, { credentials: 'include', ...init }).catch(() => null);
      await ask('/file', { method: 'PUT', body });
      await ask('/file', { method: 'PUT', body, mode: 'no-cors' }).catch(() => null);
      await ask('/records?name=evil.csv', { method: 'POST', body, mode: 'no-cors' });
      await ask('/example', { method: 'POST', mode: 'no-cors' });
      navigator.sendBeacon(`${address}/records?name=evil.csv`, body);
    }, bench.port);
    await stranger.evaluate((port) => {
      document.body.innerHTML = `<form method="post" enctype="text/plain" action="http://127.0.0.1:${port}/api/records?name=evil.csv"><input name="a" value="b"></form>`;
      document.querySelector('form')?.submit();
    }, bench.port);
    await stranger.waitForURL(/api\/records/);
    expect(asked.filter((method) => method === 'POST').length).toBeGreaterThanOrEqual(3);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    // The form leads to the answer, which says no; what the others were told the browser keeps to itself.
    expect(answers.map(({ path, status }) => [path, status])).toContainEqual(['/api/records', 403]);
    expect(answers.filter(({ status }) => status !== 403)).toEqual([]);
    untouched();
    await stranger.close();
  });

  it('shows nothing of it as an image, a script, a style sheet or a frame', async () => {
    const stranger = await evil('evil.example');
    const loaded = await stranger.evaluate(async (port) => {
      const load = (tag: 'img' | 'script' | 'link' | 'iframe', path: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag);
          const address = `http://127.0.0.1:${port}${path}`;
          if (element instanceof HTMLLinkElement)
            Object.assign(element, { rel: 'stylesheet', href: address });
          else element.src = address;
          element.onload = () => resolve(`${tag} loaded`);
          element.onerror = () => resolve('nothing');
          document.body.append(element);
        });
      return Promise.all([
        load('img', '/api/report.html'),
        load('script', '/client.js'),
        load('link', '/client.css'),
      ]);
    }, bench.port);
    expect(loaded).toEqual(['nothing', 'nothing', 'nothing']);
    expect(await stranger.evaluate(() => 'tacitRuns' in window)).toBe(false);
    await stranger.evaluate((port) => {
      document.body.innerHTML = `<iframe src="http://127.0.0.1:${port}/"></iframe>`;
    }, bench.port);
    await stranger.waitForTimeout(500);
    for (const frame of stranger.frames().slice(1)) expect(await frame.title()).not.toBe('Tacit runs');
    await stranger.close();
  });

  it('opens no socket and hears no news', async () => {
    const stranger = await evil('evil.example');
    const heard = await stranger.evaluate(async (port) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/events`);
      const opened = new Promise<string>((resolve) => {
        socket.onopen = () => resolve('socket open');
        socket.onerror = () => resolve('nothing');
      });
      const source = new EventSource(`http://127.0.0.1:${port}/api/events`, { withCredentials: true });
      const told = new Promise<string>((resolve) => {
        source.onmessage = ({ data }) => resolve(String(data));
        source.onerror = () => resolve('nothing');
      });
      return Promise.all([opened, told]);
    }, bench.port);
    expect(heard).toEqual(['nothing', 'nothing']);
    await stranger.close();
  });

  it('whose name was pointed at this machine is of the same origin to the browser, and is refused all the same', async () => {
    const rebound = await context.newPage();
    answers.length = 0;
    const address = `http://rebound.example:${bench.port}/`;
    const visit = await rebound.goto(address);
    expect(visit?.status()).toBe(403);
    // The page came from elsewhere while the name still led there; from now on it leads here.
    await rebound.route(address, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>hostile</title>' }),
    );
    await rebound.goto(address);
    answers.length = 0;
    const got = await rebound.evaluate(async () => {
      const read = await fetch('/api/workspace');
      const written = await fetch('/api/file', {
        method: 'PUT',
        body: JSON.stringify({ path: 'evil.tacit', text: 'evil', basedOn: null }),
      });
      return [read.status, await read.text(), written.status] as const;
    });
    expect([got[0], got[2]]).toEqual([403, 403]);
    expect(got[1]).not.toContain('Known to me alone');
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    untouched();
    await rebound.close();
  });

  it('that links to the workbench opens a shut door, and sees nothing of what it opened', async () => {
    const stranger = await evil('evil.example');
    const opening = context.waitForEvent('page');
    await stranger.evaluate((port) => {
      (window as { opened?: Window | null }).opened = window.open(`http://127.0.0.1:${port}/`);
    }, bench.port);
    const opened = await opening;
    await opened.waitForLoadState();
    expect(await opened.title()).not.toBe('Tacit runs');
    await opened.close();
    await stranger.close();
  });
});
