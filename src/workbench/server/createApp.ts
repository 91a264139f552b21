import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal } from '../protocol/index.ts';
import type { ClientBundle } from './bundleClient.ts';
import { checkRequest } from './checkRequest.ts';
import { printPage } from './printPage.ts';
import { TooLarge } from './readBody.ts';
import { securityHeaders, type AnswerKind } from './securityHeaders.ts';
import type { Session } from './session.ts';

export interface AppParts {
  readonly port: number;
  readonly session: Session;
  readonly client: ClientBundle;
  /** What stands below `/api`. */
  readonly api: Hono;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Every request passes the same door; what it lets through reaches the page, its files and the API, and nothing else. */
export function createApp({ port, session, client, api }: AppParts): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const { req } = context;
    const verdict = checkRequest(
      {
        method: req.method,
        path: req.path,
        host: req.header('host'),
        origin: req.header('origin'),
        site: req.header('sec-fetch-site'),
        mode: req.header('sec-fetch-mode'),
        cookie: req.header('cookie'),
        token: req.query('token') ?? null,
      },
      port,
      session,
    );
    if (verdict.kind === 'allowed') {
      await next();
      return;
    }
    setHeaders(context, 'data');
    if (verdict.kind === 'welcome') {
      context.header('Set-Cookie', verdict.cookie);
      return context.redirect('/', 303);
    }
    return refuse(context, verdict.status, { message: verdict.why });
  });
  app.get('/', (context) => {
    const nonce = randomBytes(16).toString('base64');
    setHeaders(context, { page: nonce });
    return context.html(printPage(nonce));
  });
  app.get('/:file{(client|languageWorker)\\.(js|css)}', (context) => {
    const name = context.req.param('file');
    const bytes = client.get(name);
    if (!bytes) return refuse(context, 404, { message: 'There is no such file.' });
    setHeaders(context, name === 'languageWorker.js' ? { page: 'worker' } : 'data');
    return context.body(Uint8Array.from(bytes), 200, {
      'Content-Type': TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    });
  });
  app.route('/api', api);
  app.notFound((context) => refuse(context, 404, { message: 'There is nothing at this address.' }));
  app.onError((error, context) => {
    if (error instanceof TooLarge) return refuse(context, 413, { message: error.message });
    // A slip of the program: its trace is for the terminal, not for the page.
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return refuse(context, 500, {
      message: 'The workbench stopped on a fault of its own; no file was changed by this.',
    });
  });
  return app;
}

export function setHeaders(context: Context, kind: AnswerKind): void {
  for (const [name, value] of Object.entries(securityHeaders(kind))) context.header(name, value);
}

/** Answers with JSON under the headers of data. */
export function giveJson(context: Context, value: unknown, status: ContentfulStatusCode = 200): Response {
  setHeaders(context, 'data');
  return context.json(value, status);
}

export function refuse(context: Context, status: ContentfulStatusCode, refusal: Refusal): Response {
  return giveJson(context, refusal, status);
}
