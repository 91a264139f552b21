import type { Refusal } from '../../protocol/index.ts';

/** What came of a request: its value, a refusal in words with the body as it came, or nobody there. */
export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown; readonly refusal: Refusal }
  | { readonly kind: 'gone' };

interface Request {
  readonly method?: 'GET' | 'PUT' | 'POST';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as they are. */
  readonly bytes?: Blob;
  /** After so many milliseconds without an answer the server counts as gone; default: never. */
  readonly patience?: number;
}

/** Asks the server of this page, below `/api`. Never throws: a server that is gone is an answer too. */
export async function askServer<Value>(path: string, request: Request = {}): Promise<Answer<Value>> {
  const { method = 'GET', json, bytes, patience } = request;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      cache: 'no-store',
      credentials: 'same-origin',
      ...(json === undefined ? {} : { body: JSON.stringify(json), headers: JSON_HEADERS }),
      ...(bytes === undefined ? {} : { body: bytes, headers: BYTES_HEADERS }),
      ...(patience === undefined ? {} : { signal: AbortSignal.timeout(patience) }),
    });
    const body = readBody(await response.text());
    if (response.ok) return { kind: 'ok', value: body as Value };
    return { kind: 'refused', status: response.status, body, refusal: readRefusal(body, response.status) };
  } catch {
    return { kind: 'gone' };
  }
}

const JSON_HEADERS = { 'content-type': 'application/json' };
const BYTES_HEADERS = { 'content-type': 'application/octet-stream' };

function readBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readRefusal(body: unknown, status: number): Refusal {
  if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string') {
    const hint = 'hint' in body && typeof body.hint === 'string' ? body.hint : null;
    return hint === null ? { message: body.message } : { message: body.message, hint };
  }
  return { message: `The server answered ${status} and gave no reason.` };
}
