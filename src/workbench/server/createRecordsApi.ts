import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { ServerNews } from '../protocol/index.ts';
import { giveJson, refuse } from './createApp.ts';
import type { Desk } from './openDesk.ts';
import type { Forward } from './openForward.ts';
import { readBody, readBodyText } from './readBody.ts';
import { readJson } from './readJson.ts';
import { storeInside } from './storeInside.ts';
import type { OpenWorkspace } from './workspace.ts';

export interface RecordsParts {
  readonly workspace: OpenWorkspace;
  readonly desk: Desk;
  readonly forward: Forward;
  readonly tell: (news: ServerNews) => void;
}

/** Bytes of a file that is dropped on the page; larger records are imported by `tacit import`. */
const LARGEST_DROP = 4 * 1024 ** 3;
const LARGEST_MAP = 1024 ** 2;

const mapForm = z.strictObject({ file: z.string(), map: z.string().max(LARGEST_MAP) });

/** Records over HTTP: what lies in them, and new ones dropped on the page. */
export function createRecordsApi({ workspace, desk, forward, tell }: RecordsParts): Hono {
  const api = new Hono();
  /** Names of files that were dropped since the start: only these are read again with a map. */
  const dropped = new Set<string>();

  const importFile = async (context: Context, file: string, map: string | null, isNew: boolean) => {
    forward.forget();
    const answer = await desk.ask({ kind: 'import', file, map });
    tell({
      kind: 'import',
      file,
      rows: answer.kind === 'dropped' && answer.dropped.kind === 'imported' ? answer.dropped.rows : 0,
      done: true,
    });
    // What is refused is not kept; what lay there before is nobody's to take away.
    if (isNew && answer.kind === 'dropped' && answer.dropped.kind === 'refused')
      await rm(join(workspace.folder, file), { force: true });
    if (answer.kind === 'dropped') return giveJson(context, answer.dropped);
    return refuse(context, 500, answer.kind === 'refused' ? answer.refusal : { message: 'No answer.' });
  };

  api.get('/', async (context) => {
    const answer = await desk.ask({ kind: 'records' });
    if (answer.kind !== 'text')
      return refuse(context, 500, answer.kind === 'refused' ? answer.refusal : { message: 'No answer.' });
    return giveJson(context, JSON.parse(answer.text));
  });
  api.post('/', async (context) => {
    const name = context.req.query('name') ?? '';
    if (name === '') return refuse(context, 400, { message: 'The file has no name.' });
    const stored = await storeInside(workspace.folder, name, readBody(context, LARGEST_DROP));
    dropped.add(stored.name);
    return importFile(context, stored.name, null, stored.isNew);
  });
  api.post('/map', async (context) => {
    const wanted = readJson(await readBodyText(context, 2 * LARGEST_MAP), mapForm);
    if (!wanted.ok) return refuse(context, 400, wanted.refusal);
    const { file, map } = wanted.value;
    if (!dropped.has(file))
      return refuse(context, 404, { message: `No file ${file} was dropped on the page.` });
    return importFile(context, file, map, false);
  });
  return api;
}
