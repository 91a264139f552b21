import { spawn } from 'node:child_process';
import type { Context } from 'hono';
import { scriptArguments } from '../../process/index.ts';
import { giveJson, refuse } from './createApp.ts';
import type { DraftOrder, DraftAnswer } from './draftProcess.ts';
import { readBody } from './readBody.ts';
import type { OpenWorkspace } from './workspace.ts';

const LARGEST_ARTICLE = 32 * 1024 * 1024;
const MEGABYTES = 1024;
const LONGEST_MILLISECONDS = 60_000;

/** Drafts claims from an article that was dropped on the page. It is read by a process of its own and is stored nowhere. */
export async function draftDropped(context: Context, workspace: OpenWorkspace): Promise<Response> {
  const fileName = context.req.query('name') ?? '';
  const published = context.req.query('published') ?? null;
  if (fileName === '') return refuse(context, 400, { message: 'The article has no name.' });
  if (published !== null && !/^\d{4}-\d{2}-\d{2}$/.test(published))
    return refuse(context, 400, { message: 'A day of publication is written as 2024-05-14.' });
  const pieces: Uint8Array[] = [];
  for await (const piece of readBody(context, LARGEST_ARTICLE)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) return refuse(context, 422, { message: `${fileName} is empty.` });
  const { files, main } = await workspace.read();
  const theatre = files.find(({ path }) => path === main)?.text ?? null;
  const answer = await runDraft({ bytes, fileName, published, theatre });
  return answer.ok ? giveJson(context, answer.draft) : refuse(context, 422, { message: answer.message });
}

function runDraft(order: DraftOrder): Promise<DraftAnswer> {
  const script = scriptArguments(new URL('./draftProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, ...script], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  return new Promise((resolve) => {
    let answer: DraftAnswer = {
      ok: false,
      message: `${order.fileName} could not be read: the reading process ended before it was done.`,
    };
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MILLISECONDS);
    child.on('message', (message: DraftAnswer) => {
      answer = message;
      child.kill('SIGKILL');
    });
    child.on('error', () => resolve(answer));
    child.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.send(order, () => undefined);
  });
}
