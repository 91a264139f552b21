/** A workbench of a folder of its own, and requests to it with every header in the test's hand. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { serveWorkbench, type WorkbenchOptions } from '../../../src/workbench/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Without the cookie of the start. */
  readonly stranger?: boolean;
}

export interface TestWorkbench {
  readonly folder: string;
  readonly address: string;
  readonly port: number;
  readonly cookie: string;
  readonly ask: (path: string, asking?: Asking) => Promise<Answer>;
  readonly json: <Value>(path: string, asking?: Asking) => Promise<Value>;
  readonly close: () => Promise<void>;
}

const client: NonNullable<WorkbenchOptions['client']> = () =>
  Promise.resolve(
    new Map([
      ['client.js', Buffer.from("document.title = 'Tacit runs'; window.tacitRuns = true;")],
      ['client.css', Buffer.from('body { margin: 0 }')],
    ]),
  );

/** Serves a folder with these files; it is closed and taken away after the tests of the file that asks. */
export async function startWorkbench(files: Readonly<Record<string, string>>): Promise<TestWorkbench> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tacit-serve-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const serving = await serveWorkbench({ file: join(folder, 'theatre.tacit'), port: 0, client });
  if (!serving.ok) throw new Error(serving.message);
  const { address, port, close } = serving.value;
  const welcome = await send(port, address.slice(address.indexOf('/?')), {});
  const cookie = (welcome.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  const ask: TestWorkbench['ask'] = (path, asking = {}) =>
    send(port, path, { ...asking, headers: { ...(asking.stranger ? {} : { cookie }), ...asking.headers } });
  let closed = false;
  const closeOnce = async () => {
    if (!closed) await close();
    closed = true;
  };
  afterAll(async () => {
    await closeOnce();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    address,
    port,
    cookie,
    ask,
    json: async <Value>(path: string, asking?: Asking) => JSON.parse((await ask(path, asking)).text) as Value,
    close: closeOnce,
  };
}

function send(port: number, path: string, { method = 'GET', headers = {}, body }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
