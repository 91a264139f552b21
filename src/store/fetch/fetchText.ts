import { describeNetworkError } from './describeNetworkError.ts';
import { fetchFault, type FetchFault } from './fetchFault.ts';
import { DEFAULT_PERSISTENCE, persist, type Persistence } from './persist.ts';
import { request, type Request } from './request.ts';

export interface FetchedText {
  readonly kind: 'text';
  readonly text: string;
}

/** Fetches a text of limited length, whole. */
export async function fetchText(
  asked: Request,
  mostBytes: number,
  persistence: Persistence = DEFAULT_PERSISTENCE,
): Promise<FetchedText | FetchFault> {
  const signal = asked.signal ?? null;
  return persist(
    async (): Promise<FetchedText | FetchFault> => {
      const reply = await request(asked);
      if (reply.kind === 'fault') return reply;
      const parts: Uint8Array[] = [];
      let bytes = 0;
      try {
        for await (const part of reply.body as unknown as AsyncIterable<Uint8Array>) {
          bytes += part.length;
          if (bytes > mostBytes) {
            return fetchFault(
              `${reply.host} sent more than ${mostBytes} bytes where a short text was expected.`,
              null,
            );
          }
          parts.push(part);
        }
        return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
      } catch (error) {
        if (error instanceof TypeError && parts.length > 0 && /encoded data/.test(error.message)) {
          return fetchFault(`${reply.host} sent something that is not text in UTF-8.`, null);
        }
        return describeNetworkError(error, reply.host, signal);
      }
    },
    persistence,
    signal,
  );
}
