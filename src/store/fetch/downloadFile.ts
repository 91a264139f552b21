import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { hasChecksum, refuseDownload, type Checksum } from './checkDownload.ts';
import { describeNetworkError } from './describeNetworkError.ts';
import { fetchFault, type FetchFault } from './fetchFault.ts';
import { partFile, type PartFile } from './partFile.ts';
import { DEFAULT_PERSISTENCE, persist, type Persistence } from './persist.ts';
import { request, type Reply } from './request.ts';

export interface Download {
  readonly address: URL;
  /** Where the file shall lie. */
  readonly target: string;
  readonly kind: 'zip' | 'text';
  /** What the publisher says the file hashes to; null where it says nothing. */
  readonly checksum: Checksum | null;
  readonly persistence?: Persistence;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly bytes: number; readonly totalBytes: number | null }) => void;
}

export type Downloaded =
  | { readonly kind: 'fetched'; readonly path: string; readonly bytes: number; readonly resumed: boolean }
  /** The file lay there already; where the publisher names a checksum, it has that. */
  | { readonly kind: 'present'; readonly path: string; readonly bytes: number };

/**
 * Fetches a file, whole or not at all: into a `.part` beside it, checked, then renamed in one step. A fetching that broke
 * off goes on where it stopped, if the server still has the very same version; what it sends instead is a new beginning.
 */
export async function downloadFile(download: Download): Promise<Downloaded | FetchFault> {
  const { address, target, checksum, persistence = DEFAULT_PERSISTENCE, signal } = download;
  if (existsSync(target) && (checksum === null || (await hasChecksum(target, checksum)))) {
    return { kind: 'present', path: target, bytes: statSync(target).size };
  }
  const part = partFile(target, address.href);
  try {
    let result = await persist(() => fetchOnce(download, part), persistence, signal ?? null);
    if (result.kind === 'spoilt') {
      // A half of another version may have slipped in; a fresh start tells.
      part.discard();
      result = await persist(() => fetchOnce(download, part), persistence, signal ?? null);
    }
    if (result.kind === 'fault' && signal?.aborted) return describeNetworkError(null, address.host, signal);
    if (result.kind !== 'spoilt') return result;
    part.discard();
    return fetchFault(
      `The file from ${address.host} does not have the checksum that its publisher names, twice.`,
      'Nothing was kept. It may be changing just now, or be changed on the way: try again later.',
      { ofFile: true },
    );
  } catch (error) {
    return describeNetworkError(error, address.host, signal ?? null);
  }
}

async function fetchOnce(
  { address, target, kind, checksum, signal, onProgress }: Download,
  part: PartFile,
): Promise<Downloaded | FetchFault | { readonly kind: 'spoilt' }> {
  const begun = part.begun();
  const reply = await request({
    address,
    headers: begun ? { range: `bytes=${begun.bytes}-`, 'if-range': begun.validator } : {},
    ...(signal ? { signal } : {}),
  });
  if (reply.kind === 'fault') {
    // The server has no bytes beyond ours: the half is of something else.
    if (reply.status !== 416) return reply;
    part.discard();
    return { ...reply, passing: true };
  }
  const from = begun !== null && reply.status === 206 ? begun.bytes : 0;
  const span = readSpan(reply);
  if (reply.status === 206 && span?.from !== from) {
    await reply.body.cancel();
    part.discard();
    return fetchFault(`${reply.host} sent another part of the file than was asked for.`, null, {
      passing: true,
    });
  }
  if (from === 0) {
    // The old half goes before the new note comes: never may one be taken for the other.
    part.discard();
    part.note(readValidator(reply.headers));
  }
  const total = span?.total ?? null;
  const bytes = await writeBody(reply, part.path, from, (written) =>
    onProgress?.({ bytes: written, totalBytes: total }),
  );
  if (typeof bytes !== 'number')
    return signal?.aborted ? describeNetworkError(null, reply.host, signal) : bytes;
  if (total !== null && bytes !== total) {
    if (bytes > total) part.discard();
    return fetchFault(`${reply.host} sent ${bytes} of ${total} bytes.`, 'Run the same command to go on.', {
      passing: true,
    });
  }
  const refused = refuseDownload(part.path, kind, reply.host);
  if (refused) {
    part.discard();
    return refused;
  }
  if (checksum !== null && !(await hasChecksum(part.path, checksum))) return { kind: 'spoilt' };
  renameSync(part.path, target);
  part.discard();
  return { kind: 'fetched', path: target, bytes, resumed: from > 0 };
}

/** Writes what comes behind the bytes that are kept; gives the length of the whole, or why it broke off. */
async function writeBody(
  reply: Reply,
  path: string,
  from: number,
  tell: (bytes: number) => void,
): Promise<number | FetchFault> {
  const handle = openSync(path, from > 0 ? 'r+' : 'w');
  let bytes = from;
  try {
    for await (const chunk of reply.body as unknown as AsyncIterable<Uint8Array>) {
      for (let at = 0; at < chunk.length;) at += writeSync(handle, chunk, at, chunk.length - at, bytes + at);
      bytes += chunk.length;
      tell(bytes);
    }
    fsyncSync(handle);
    return bytes;
  } catch (error) {
    return describeNetworkError(error, reply.host, null);
  } finally {
    closeSync(handle);
  }
}

/** Where the bytes of the answer begin, and how many the whole file has. */
function readSpan({
  status,
  headers,
}: Reply): { readonly from: number; readonly total: number | null } | null {
  if (status === 206) {
    const found = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(headers.get('content-range') ?? '');
    if (!found) return null;
    return { from: Number(found[1]), total: found[2] === '*' ? null : Number(found[2]) };
  }
  if (!['', 'identity'].includes(headers.get('content-encoding') ?? '')) return { from: 0, total: null };
  const length = headers.get('content-length');
  return { from: 0, total: length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null };
}

/** A weak ETag does not say that the bytes are the same, so nothing can go on from it. */
function readValidator(headers: Headers): string | null {
  const etag = headers.get('etag');
  if (etag !== null && !etag.startsWith('W/')) return etag;
  return headers.get('last-modified');
}
