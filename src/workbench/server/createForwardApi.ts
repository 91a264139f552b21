import { Hono, type Context } from 'hono';
import { giveJson, refuse, setHeaders } from './createApp.ts';
import type { Forward, ForwardKind } from './openForward.ts';
import type { OpenWorkspace } from './workspace.ts';

/** As far as `tacit forecast` goes. */
const LONGEST_DAYS = 3660;

/** Forecasts and what-ifs over HTTP: 202 until they are worked out. */
export function createForwardApi(workspace: OpenWorkspace, forward: Forward): Hono {
  const api = new Hono();
  const answer = async (context: Context, kind: ForwardKind, form: 'html' | 'json') => {
    const days = context.req.query('days');
    if (days !== undefined && !(/^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= LONGEST_DAYS))
      return refuse(context, 400, { message: `Days are a whole number from 1 to ${LONGEST_DAYS}.` });
    const { files, main } = await workspace.read();
    const file = files.find(({ path }) => path === main);
    if (!file) return refuse(context, 404, { message: `There is no theatre ${main} in this folder.` });
    const options = [
      ...(kind === 'forecast' && days !== undefined ? ['--days', days] : []),
      ...(kind === 'whatif' && context.req.query('anyway') === '1' ? ['--anyway'] : []),
    ];
    const found = forward.ask(kind, file.hash, options);
    if (found.kind === 'waiting') return giveJson(context, found, 202);
    if (found.kind === 'refused') return refuse(context, 422, found.refusal);
    setHeaders(context, form === 'html' ? 'document' : 'data');
    return context.body(found[form], 200, {
      'Content-Type': form === 'html' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    });
  };
  for (const kind of ['forecast', 'whatif'] as const)
    for (const form of ['html', 'json'] as const)
      api.get(`/${kind}.${form}`, (context) => answer(context, kind, form));
  return api;
}
