import { join } from 'node:path';
import { formatDay, type DayInterval } from '../calendar/index.ts';
import {
  downloadFile,
  fetchAcled,
  fetchGdelt,
  UCDP_VERSION,
  ucdpFile,
  type Downloaded,
  type FetchFault,
  type GdeltFetched,
} from '../store/index.ts';
import { startProgress, type Outcome, type Progress, type Shell } from '../host/index.ts';

export interface FetchWish {
  readonly source: 'ucdp' | 'gdelt' | 'acled';
  readonly folder: string;
  readonly release: string | null;
  readonly span: DayInterval | null;
  readonly countries: readonly string[];
  readonly account: { readonly email: string; readonly password: string } | null;
  readonly base: string | null;
}

export interface FetchReport {
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly state: 'fetched' | 'resumed' | 'present';
  }[];
  /** Days for which the publisher offers nothing, in words; empty where none lacks. */
  readonly absentDays: string;
  readonly faults: readonly { readonly name: string; readonly message: string }[];
}

/** Fetches what was asked for, with progress; Ctrl-C stops it and keeps what can be gone on from. */
export async function fetchSource(wish: FetchWish, shell: Shell): Promise<Outcome<FetchReport>> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const progress = startProgress(`Fetching from ${wish.source}`, shell);
  try {
    const result = await fetchWith(wish, progress, stop.signal);
    if (typeof result === 'string') return { ok: false, message: result };
    if (result.kind === 'fault') return { ok: false, message: wordFault(result) };
    if (!('files' in result)) return { ok: true, value: report([result]) };
    return {
      ok: true,
      value: {
        ...report(result.files),
        absentDays: result.absentDays,
        faults: result.faults.map(({ name, fault }) => ({ name, message: wordFault(fault) })),
      },
    };
  } finally {
    progress.finish(null);
    process.removeListener('SIGINT', onInterrupt);
  }
}

type Fetched = Downloaded | (Omit<GdeltFetched, 'absentDays'> & { readonly absentDays: string });

/** A text is a mistake in what was asked. */
async function fetchWith(
  { source, folder, release, span, countries, account, base }: FetchWish,
  progress: Progress,
  signal: AbortSignal,
): Promise<Fetched | FetchFault | string> {
  const from = base === null ? {} : { base };
  const bytesDone = ({ bytes, totalBytes }: { bytes: number; totalBytes: number | null }) =>
    progress.update({
      rows: Math.floor(bytes / 1e6),
      unit: 'MB',
      share: totalBytes === null || totalBytes === 0 ? null : bytes / totalBytes,
    });
  if (source === 'ucdp') {
    const version = release ?? UCDP_VERSION;
    const file = ucdpFile(version, ...(base === null ? [] : [base]));
    if (file === null) return `${version} is no release of UCDP, as 25.1 or 26.0.3.`;
    const { address, name, kind } = file;
    return downloadFile({
      ...{ address, kind, signal, target: join(folder, name), checksum: null, onProgress: bytesDone },
    });
  }
  if (span === null) return 'Say which days: --from and --to.';
  if (source === 'gdelt') {
    const result = await fetchGdelt({
      ...{ ...from, ...span, folder, signal },
      onProgress: ({ file, files, bytes, totalBytes }) => {
        const part = totalBytes === null || totalBytes === 0 ? 0 : bytes / totalBytes;
        progress.update({ rows: file, unit: `of ${files} files`, share: (file - 1 + part) / files });
      },
    });
    return result.kind === 'fault' ? result : { ...result, absentDays: listDays(result.absentDays) };
  }
  if (account === null) {
    return 'ACLED asks who you are: put the e-mail address and the password of your myACLED account into TACIT_ACLED_EMAIL and TACIT_ACLED_PASSWORD.';
  }
  if (base !== null && !/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/?$/.test(base)) {
    return 'A password of ACLED is sent to ACLED only, so --base is not taken here.';
  }
  const query = { from: formatDay(span.first), to: formatDay(span.last), countries };
  return fetchAcled({
    ...{ ...from, ...account, query, signal },
    target: join(folder, nameExport(query)),
    onProgress: ({ rows }) => progress.update({ rows, share: null }),
  });
}

/** `acled_2024-01-01_2024-01-31_syria.csv`, of letters, digits and hyphens alone. */
function nameExport({
  from,
  to,
  countries,
}: {
  from: string;
  to: string;
  countries: readonly string[];
}): string {
  const names = countries.map((name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')).slice(0, 5);
  return `${['acled', from, to, ...names].join('_')}.csv`;
}

function report(files: readonly Downloaded[]): FetchReport {
  return {
    files: files.map((file) => ({
      path: file.path,
      bytes: file.bytes,
      state: file.kind === 'fetched' && file.resumed ? 'resumed' : file.kind,
    })),
    absentDays: '',
    faults: [],
  };
}

function wordFault({ message, hint }: FetchFault): string {
  return hint === null ? message : `${message} ${hint}`;
}

/** `2014-01-23 to 2014-01-25, 2014-03-19`. */
function listDays(days: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const day of days) {
    const open = spans.at(-1);
    if (open?.[1] === day - 1) open[1] = day;
    else spans.push([day, day]);
  }
  return spans
    .map(([first, last]) => (first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`))
    .join(', ');
}
