import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  ANSWER_SCHEMA,
  modelRequest,
  type Article,
  type ModelAnswer,
  type ModelMessage,
} from '../reader/index.ts';

/** An OpenAI-compatible endpoint, as a person named it. */
export interface ModelEndpoint {
  readonly url: string;
  readonly name: string;
  /** Sent only as the header of the request; never written down. */
  readonly key: string | null;
}

export interface AskModelOptions {
  readonly endpoint: ModelEndpoint;
  /** Where answers are kept by the hash of what was asked; null keeps none. */
  readonly cache: string | null;
  readonly fetch?: typeof fetch;
  readonly milliseconds?: number;
}

const PATIENCE = 120_000;
const LONGEST_ANSWER = 2_000_000;

const Reply = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });
const Answer = z.object({ claims: z.array(z.unknown()) });

/**
 * Asks a model for quotations and labels of an article's claims: the only function of Tacit that sends text of an
 * article anywhere, and only to the endpoint it is given. No tools, no redirects; one call for each piece. What comes
 * back is not believed: see `verifyQuotations`.
 */
export async function askModel(article: Article, options: AskModelOptions): Promise<ModelAnswer> {
  const { endpoint } = options;
  const proposals: unknown[] = [];
  for (const messages of modelRequest(article)) {
    const asked = await askOnce(messages, options);
    if (!asked.ok) return { ok: false, model: endpoint.name, message: asked.message };
    proposals.push(...asked.claims);
  }
  return { ok: true, model: endpoint.name, proposals };
}

type Asked =
  | { readonly ok: true; readonly claims: readonly unknown[] }
  | { readonly ok: false; readonly message: string };

async function askOnce(messages: readonly ModelMessage[], options: AskModelOptions): Promise<Asked> {
  const { endpoint, cache } = options;
  const address = addressOf(endpoint.url);
  if (address === null) return { ok: false, message: `${endpoint.url} is no http or https address.` };
  const body = JSON.stringify({
    model: endpoint.name,
    messages,
    temperature: 0,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'claims', strict: true, schema: ANSWER_SCHEMA },
    },
  });
  const hash = createHash('sha256').update(`${address}\n${body}`).digest('hex');
  const file = cache === null ? null : join(cache, `${hash}.json`);
  const kept = file === null ? null : await readFile(file, 'utf8').catch(() => null);
  const before = kept === null ? null : readAnswer(kept);
  if (before !== null) return { ok: true, claims: before };
  const sent = await send(address, body, options);
  if (!sent.ok) return sent;
  const claims = readAnswer(sent.text);
  if (claims === null) return { ok: false, message: 'its answer is not the JSON that was asked for.' };
  if (cache !== null && file !== null) {
    await mkdir(cache, { recursive: true, mode: 0o700 });
    await writeFile(file, sent.text, { mode: 0o600 });
  }
  return { ok: true, claims };
}

/** `http://localhost:11434/v1` → its chat completions. */
function addressOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol)) return null;
  const path = parsed.pathname.replace(/\/+$/, '');
  parsed.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
  return parsed.href;
}

type Sent = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

async function send(
  address: string,
  body: string,
  { endpoint, fetch: ask = fetch, milliseconds = PATIENCE }: AskModelOptions,
): Promise<Sent> {
  try {
    const response = await ask(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(endpoint.key === null ? {} : { authorization: `Bearer ${endpoint.key}` }),
      },
      body,
      // A redirect would send the article elsewhere than the person said.
      redirect: 'error',
      signal: AbortSignal.timeout(milliseconds),
    });
    if (!response.ok) return { ok: false, message: `the endpoint answered ${String(response.status)}.` };
    const text = await response.text();
    if (text.length > LONGEST_ANSWER)
      return { ok: false, message: 'its answer is longer than any list of quotations.' };
    const reply = Reply.safeParse(parseJson(text));
    const content = reply.success ? reply.data.choices[0]?.message.content : undefined;
    return content === undefined
      ? { ok: false, message: 'its answer is no chat completion.' }
      : { ok: true, text: content };
  } catch (error) {
    const why =
      error instanceof Error && error.name === 'TimeoutError'
        ? 'it did not answer in time.'
        : 'it could not be reached.';
    return { ok: false, message: why };
  }
}

function readAnswer(text: string): readonly unknown[] | null {
  const bare = text
    .trim()
    .replace(/^```(?:json)?\s*/, '')
    .replace(/\s*```$/, '');
  const answer = Answer.safeParse(parseJson(bare));
  return answer.success ? answer.data.claims : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
