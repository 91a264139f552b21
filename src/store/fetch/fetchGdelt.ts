import { join } from 'node:path';
import type { Day } from '../../calendar/index.ts';
import { downloadFile, type Downloaded } from './downloadFile.ts';
import type { FetchFault } from './fetchFault.ts';
import { fetchText } from './fetchText.ts';
import { GDELT_BASE, gdeltFiles, gdeltSums } from './gdeltFiles.ts';
import type { Persistence } from './persist.ts';

export interface GdeltFetching {
  readonly base?: string;
  readonly first: Day;
  readonly last: Day;
  readonly folder: string;
  readonly persistence?: Persistence;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: {
    readonly name: string;
    readonly file: number;
    readonly files: number;
    readonly bytes: number;
    readonly totalBytes: number | null;
  }) => void;
}

export interface GdeltFetched {
  readonly kind: 'fetched';
  readonly files: readonly Downloaded[];
  readonly absentDays: readonly Day[];
  /** Files that could not be fetched; the others lie there. */
  readonly faults: readonly { readonly name: string; readonly fault: FetchFault }[];
}

const MOST_SUMS_BYTES = 8 * 1024 ** 2;

/**
 * Fetches the event files of GDELT 1.0 for a span of days, each checked against the MD5 sum of GDELT's own list. A file
 * that cannot be fetched does not keep the others away, unless what went wrong would go wrong for all of them.
 */
export async function fetchGdelt(fetching: GdeltFetching): Promise<GdeltFetched | FetchFault> {
  const { base = GDELT_BASE, first, last, folder, persistence, signal, onProgress } = fetching;
  const shared = { ...(persistence ? { persistence } : {}), ...(signal ? { signal } : {}) };
  const sums = await fetchText(
    { address: gdeltSums(base), ...(signal ? { signal } : {}) },
    MOST_SUMS_BYTES,
    persistence,
  );
  if (sums.kind === 'fault') return sums;
  const listing = gdeltFiles(sums.text, first, last, base);
  if (listing.kind === 'fault') return listing;
  const files: Downloaded[] = [];
  const faults: { name: string; fault: FetchFault }[] = [];
  for (const [index, { address, name, kind, checksum }] of listing.files.entries()) {
    const result = await downloadFile({
      address,
      target: join(folder, name),
      kind,
      checksum,
      ...shared,
      onProgress: (progress) =>
        onProgress?.({ name, file: index + 1, files: listing.files.length, ...progress }),
    });
    if (result.kind !== 'fault') files.push(result);
    else {
      faults.push({ name, fault: result });
      if (!result.ofFile) break;
    }
  }
  return { kind: 'fetched', files, absentDays: listing.absentDays, faults };
}
