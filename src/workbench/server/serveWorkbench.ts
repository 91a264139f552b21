import { createServer, type Server } from 'node:http';
import { basename, dirname } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import packageFile from '../../../package.json' with { type: 'json' };
import type { Outcome } from '../../host/index.ts';
import { bundleClient, type ClientBundle } from './bundleClient.ts';
import { createApi } from './createApi.ts';
import { createApp } from './createApp.ts';
import { openDesk } from './openDesk.ts';
import { openForward } from './openForward.ts';
import { openSession } from './session.ts';
import { openNewsDesk } from './tellNews.ts';
import { watchFolder } from './watchFolder.ts';
import { openWorkspace } from './workspace.ts';

export interface WorkbenchOptions {
  /** The theatre that is examined; it need not be there yet, its folder must. */
  readonly file: string;
  /** Null takes the usual port, or the next free one. */
  readonly port: number | null;
  /** The page's program; left out it is bundled from the source. */
  readonly client?: () => Promise<ClientBundle>;
}

export interface Workbench {
  /** With the key of this start: whoever opens it is let in. */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const USUAL_PORT = 4817;
/** Ports tried after the usual one. */
const PORTS_TRIED = 50;
const LOOPBACK = '127.0.0.1';
/** A request that does not come to its end is given up. */
const HEADERS_WITHIN_MILLISECONDS = 10_000;
const REQUEST_WITHIN_MILLISECONDS = 300_000;

/** Serves the workbench of one theatre to this machine alone, until it is closed. */
export async function serveWorkbench({
  file,
  port,
  client = bundleClient,
}: WorkbenchOptions): Promise<Outcome<Workbench>> {
  const opening = await openWorkspace(dirname(file), basename(file));
  if (!opening.ok) return opening;
  const workspace = opening.value;
  // Nobody is let in before the page's program is there: who comes then waits for nothing.
  const bundle = await client();
  const taking = await takePort(port);
  if (!taking.ok) return taking;
  const { server, taken } = taking.value;
  const news = openNewsDesk();
  const desk = openDesk(workspace.folder, workspace.main, {
    onState: (state) => news.tell({ kind: 'examination', state }),
    onLoaded: (texts, records) => {
      workspace.show(texts);
      workspace.watch(records);
    },
    onImport: (name, rows) => news.tell({ kind: 'import', file: name, rows, done: false }),
  });
  const forward = openForward(workspace.folder, workspace.main);
  const session = openSession(taken);
  const app = createApp({
    port: taken,
    session,
    client: bundle,
    api: createApi({ version: packageFile.version, workspace, desk, news, forward }),
  });
  const answering = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.on('request', (request, response) => answering.emit('request', request, response));
  const watcher = watchFolder(workspace.folder, async () => {
    const changes = await workspace.look();
    if (changes.length > 0) forward.forget();
    for (const one of changes) news.tell(one);
  });
  return {
    ok: true,
    value: {
      address: `http://${LOOPBACK}:${taken}/?token=${session.token}`,
      port: taken,
      close: async () => {
        watcher.close();
        desk.close();
        forward.forget();
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
      },
    },
  };
}

interface TakenPort {
  readonly server: Server;
  readonly taken: number;
}

/** A port that was asked for is taken or refused; else the usual one, or the next that is free. */
async function takePort(asked: number | null): Promise<Outcome<TakenPort>> {
  const first = asked ?? USUAL_PORT;
  const last = asked === null ? first + PORTS_TRIED : first;
  for (let port = first; port <= last; port++) {
    const server = createServer();
    server.headersTimeout = HEADERS_WITHIN_MILLISECONDS;
    server.requestTimeout = REQUEST_WITHIN_MILLISECONDS;
    const fault = await listen(server, port);
    if (fault === null) {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the server has no port');
      return { ok: true, value: { server, taken: address.port } };
    }
    if (fault !== 'EADDRINUSE')
      return { ok: false, message: `Port ${port} of this machine may not be used: ${fault}.` };
  }
  return {
    ok: false,
    message:
      asked === null
        ? `The ports ${first} to ${last} of this machine are all in use. Name another one: --port N.`
        : `Port ${asked} of this machine is in use. Name another one, or leave --port out.`,
  };
}

function listen(server: Server, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message));
    server.listen(port, LOOPBACK, () => resolve(null));
  });
}
