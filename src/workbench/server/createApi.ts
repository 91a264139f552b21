import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { ExaminationNews, ShownExamination, Workspace } from '../protocol/index.ts';
import { draftDropped } from './draftDropped.ts';
import { copyExample } from './copyExample.ts';
import { createForwardApi } from './createForwardApi.ts';
import { createRecordsApi } from './createRecordsApi.ts';
import type { DeskAnswer, DocumentName } from './deskMessages.ts';
import { giveJson, refuse, setHeaders } from './createApp.ts';
import type { Desk, HeldExamination } from './openDesk.ts';
import type { Forward } from './openForward.ts';
import { readBodyText } from './readBody.ts';
import { readJson } from './readJson.ts';
import type { NewsDesk } from './tellNews.ts';
import type { AnswerKind } from './securityHeaders.ts';
import type { OpenWorkspace } from './workspace.ts';

export interface ApiParts {
  /** Version of the program. */
  readonly version: string;
  readonly workspace: OpenWorkspace;
  readonly desk: Desk;
  readonly news: NewsDesk;
  readonly forward: Forward;
}

/** Bytes of a request that holds a text: the largest theatre, written as JSON. */
const LARGEST_TEXT_REQUEST = 20 * 1024 * 1024;
const LARGEST_SEED = 2 ** 32 - 1;
/** Proxies and browsers close what is silent. */
const BEAT_EVERY_MILLISECONDS = 15_000;

const DOCUMENTS: readonly (readonly [DocumentName, string])[] = [
  ['report.html', 'text/html'],
  ['report.json', 'application/json'],
  ['report.csv', 'text/csv'],
  ['ground', 'application/json'],
];

const saveForm = z.strictObject({ path: z.string(), text: z.string(), basedOn: z.string().nullable() });
const forgetForm = z.strictObject({ id: z.string() });
const examineForm = z.strictObject({
  path: z.string().optional(),
  seed: z.number().int().min(0).max(LARGEST_SEED).optional(),
});

/** The workspace and the examination over HTTP. */
export function createApi({ version, workspace, desk, news, forward }: ApiParts): Hono {
  const api = new Hono();
  const readWorkspace = async (): Promise<Workspace> => ({
    tacit: version,
    ...(await workspace.read()),
    examination: desk.state(),
  });

  api.get('/workspace', async (context) => giveJson(context, await readWorkspace()));
  api.put('/file', async (context) => {
    const wanted = readJson(await readBodyText(context, LARGEST_TEXT_REQUEST), saveForm);
    if (!wanted.ok) return refuse(context, 400, wanted.refusal);
    const saving = await workspace.save(wanted.value).catch((error: NodeJS.ErrnoException) => ({
      kind: 'failed' as const,
      message: `${wanted.value.path} could not be written: ${error.message}`,
    }));
    if (saving.kind === 'saved') forward.forget();
    if (saving.kind === 'saved' && saving.written) {
      const { path, text } = wanted.value;
      news.tell({
        kind: 'file',
        path,
        file: { path, text, hash: saving.saved.hash },
        revision: saving.saved.revision,
      });
    }
    if (saving.kind === 'failed') return refuse(context, 500, saving);
    if (saving.kind === 'refused') return refuse(context, 400, { message: saving.message });
    return saving.kind === 'saved'
      ? giveJson(context, saving.saved)
      : giveJson(context, saving.conflict, 409);
  });
  api.post('/kept/forget', async (context) => {
    const wanted = readJson(await readBodyText(context, LARGEST_TEXT_REQUEST), forgetForm);
    if (!wanted.ok) return refuse(context, 400, wanted.refusal);
    await workspace.forget(wanted.value.id);
    return giveJson(context, await readWorkspace());
  });
  api.post('/examine', async (context) => {
    const body = await readBodyText(context, LARGEST_TEXT_REQUEST);
    const wanted = readJson(body === '' ? '{}' : body, examineForm);
    if (!wanted.ok) return refuse(context, 400, wanted.refusal);
    const path = wanted.value.path ?? workspace.main;
    const { files } = await workspace.read();
    const file = files.find((one) => one.path === path);
    if (!file) return refuse(context, 404, { message: `There is no theatre ${path} in this folder.` });
    return giveJson(context, desk.examine(path, file.hash, wanted.value.seed ?? 1));
  });
  api.post('/examine/cancel', (context) => giveJson(context, desk.cancel()));
  api.get('/examination', (context) => {
    const examination = desk.examination();
    const since = context.req.query('since');
    // Who asks for news is told that there is none: a page opened during the first examination asks before its end.
    if (!examination && since !== undefined) return giveJson(context, null);
    if (!examination) return refuse(context, 404, { message: 'Nothing was examined yet.' });
    if (since !== undefined && !/^\d{1,15}$/.test(since))
      return refuse(context, 400, { message: 'Say which examination you have: ?since=NUMBER, 0 for none.' });
    setHeaders(context, 'data');
    const type = { 'Content-Type': 'application/json; charset=utf-8' };
    return context.body(printExamination(examination, since === undefined ? null : Number(since)), 200, type);
  });
  api.get('/why', async (context) => {
    const claim = context.req.query('claim');
    if (claim === undefined) return refuse(context, 400, { message: 'Name a claim: ?claim=NAME.' });
    return giveText(context, await desk.ask({ kind: 'why', claim }), 'data', 'application/json');
  });
  for (const [name, type] of DOCUMENTS)
    api.get(`/${name}`, async (context) => {
      const answer = await desk.ask({ kind: 'document', name });
      return giveText(context, answer, name === 'report.html' ? 'document' : 'data', type);
    });
  api.post('/example', async (context) => {
    const copying = await copyExample(workspace.folder, workspace.main);
    if (!copying.ok) return refuse(context, 409, { message: copying.message });
    return giveJson(context, await readWorkspace());
  });
  api.post('/draft', (context) => draftDropped(context, workspace));
  api.route('/records', createRecordsApi({ workspace, desk, forward, tell: news.tell }));
  api.route('/', createForwardApi(workspace, forward));
  api.get('/events', (context) => tellEvents(context, news, desk));
  return api;
}

/** The examination as JSON (`ShownExamination`), or what is another since that of a number (`ExaminationNews`). */
function printExamination({ hash, waiting, pieces }: HeldExamination, since: number | null): string {
  const head = { hash, waiting } satisfies Pick<ShownExamination & ExaminationNews, 'hash' | 'waiting'>;
  const rest = since === null ? `"examination":${pieces.printWhole()}` : pieces.printSince(since);
  return `${JSON.stringify(head).slice(0, -1)},${rest}}`;
}

/** An answer of the desk as it is, or its refusal. */
function giveText(context: Context, answer: DeskAnswer, kind: AnswerKind, type: string): Response {
  if (answer.kind !== 'text')
    return refuse(context, 404, answer.kind === 'refused' ? answer.refusal : { message: 'No such answer.' });
  setHeaders(context, kind);
  return context.body(answer.text, 200, { 'Content-Type': `${type}; charset=utf-8` });
}

function tellEvents(context: Context, news: NewsDesk, desk: Desk): Response {
  setHeaders(context, 'data');
  return streamSSE(context, async (stream) => {
    let wake: () => void = () => undefined;
    const waiting: string[] = [JSON.stringify({ kind: 'examination', state: desk.state() })];
    const end = news.listen((one) => {
      waiting.push(JSON.stringify(one));
      wake();
    });
    if (end === null) return;
    let open = true;
    stream.onAbort(() => {
      open = false;
      wake();
    });
    const isOpen = () => open;
    try {
      while (isOpen()) {
        for (const data of waiting.splice(0)) await stream.writeSSE({ data });
        if (waiting.length > 0 || !isOpen()) continue;
        const timer = setTimeout(() => wake(), BEAT_EVERY_MILLISECONDS);
        await new Promise<void>((resolve) => (wake = resolve));
        clearTimeout(timer);
        if (waiting.length === 0 && isOpen()) await stream.write(': still here\n\n');
      }
    } finally {
      end();
    }
  });
}
