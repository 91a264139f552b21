import { describeNetworkError } from './describeNetworkError.ts';
import { describeStatus } from './describeStatus.ts';
import { fetchFault, type FetchFault } from './fetchFault.ts';

export interface Request {
  readonly address: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form; given, the request is a POST. */
  readonly form?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array>;
  readonly host: string;
}

const MOST_REDIRECTS = 5;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * One request. Only https is spoken, but for this computer itself; redirects are followed with the same rule, and a
 * server other than the one asked never sees the headers that say who asks. Every answer but success is a fault.
 */
export async function request({ address, headers = {}, form, signal }: Request): Promise<Reply | FetchFault> {
  let current = address;
  let sent: Readonly<Record<string, string>> = headers;
  for (let redirects = 0; ; redirects++) {
    const refused = refuseAddress(current);
    if (refused) return refused;
    let response: Response;
    try {
      response = await fetch(current, {
        method: form ? 'POST' : 'GET',
        // Compressed on the way, a file could not be taken up again by its bytes.
        headers: { 'accept-encoding': 'identity', 'user-agent': 'tacit', ...sent },
        body: form ? new URLSearchParams(form) : null,
        redirect: 'manual',
        signal: signal ?? null,
      });
    } catch (error) {
      return describeNetworkError(error, current.host, signal ?? null);
    }
    const { status, body } = response;
    if (REDIRECTS.has(status)) {
      await body?.cancel();
      const next = readRedirect(response.headers.get('location'), current);
      if (form || next === null || redirects === MOST_REDIRECTS) {
        return fetchFault(
          `${current.host} sends the request elsewhere, and not to where it can be followed.`,
          null,
          { status },
        );
      }
      if (next.origin !== current.origin) {
        sent = Object.fromEntries(Object.entries(sent).filter(([name]) => name !== 'authorization'));
      }
      current = next;
      continue;
    }
    if (status === 200 || status === 206) {
      return {
        kind: 'reply',
        status,
        headers: response.headers,
        body: body ?? emptyBody(),
        host: current.host,
      };
    }
    await body?.cancel();
    return describeStatus(status, response.headers, current);
  }
}

function refuseAddress(address: URL): FetchFault | null {
  if (address.protocol === 'https:') return null;
  if (address.protocol === 'http:' && LOOPBACK.has(address.hostname)) return null;
  return fetchFault(
    `${address.origin} is not reached by https.`,
    'Anyone on the way could change the file; only https is spoken.',
  );
}

function readRedirect(location: string | null, from: URL): URL | null {
  return location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
}

function emptyBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}
