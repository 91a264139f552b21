import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { readDelimited, type DelimitedRow } from '../../record/index.ts';
import { describeNetworkError } from './describeNetworkError.ts';
import type { Downloaded } from './downloadFile.ts';
import { fetchFault, type FetchFault } from './fetchFault.ts';
import { fetchText } from './fetchText.ts';
import type { Persistence } from './persist.ts';

const ACLED_BASE = 'https://acleddata.com';

export interface AcledQuery {
  /** Days as `2024-01-31`. */
  readonly from: string;
  readonly to: string;
  /** Empty: every country that the account may see. */
  readonly countries: readonly string[];
}

export interface AcledFetching {
  readonly base?: string;
  readonly query: AcledQuery;
  readonly email: string;
  readonly password: string;
  readonly target: string;
  /** Rows asked for at once. */
  readonly pageRows?: number;
  readonly persistence?: Persistence;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly rows: number; readonly pages: number }) => void;
}

const PAGE_ROWS = 5000;
const MOST_PAGE_BYTES = 256 * 1024 ** 2;
const MOST_PAGES = 10_000;
const ID = 'event_id_cnty';

/**
 * Fetches an export of ACLED page by page through the person's own account, as one CSV file. The password goes to the
 * server of ACLED in the body of one request and nowhere else. A fetching that broke off begins anew: between two
 * sessions the record may change, and a file of two states would lack events. For the same reason an event that stands
 * on two pages ends it.
 */
export async function fetchAcled(fetching: AcledFetching): Promise<Downloaded | FetchFault> {
  const { target, signal } = fetching;
  const part = `${target}.part`;
  const token = await askForToken(fetching);
  if (token.kind === 'fault') return token;
  let handle: number | null = null;
  try {
    handle = openSync(part, 'w');
    const ended = await writePages(fetching, token.text, handle);
    if (ended !== null) {
      rmSync(part, { force: true });
      return ended;
    }
    fsyncSync(handle);
    closeSync(handle);
    handle = null;
    renameSync(part, target);
    return { kind: 'fetched', path: target, bytes: statSync(target).size, resumed: false };
  } catch (error) {
    rmSync(part, { force: true });
    return describeNetworkError(error, 'acleddata.com', signal ?? null);
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

async function writePages(
  { base = ACLED_BASE, query, pageRows = PAGE_ROWS, signal, persistence, onProgress }: AcledFetching,
  token: string,
  handle: number,
): Promise<FetchFault | null> {
  const ids = new Set<string>();
  let header: string | null = null;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const reply = await fetchText(
      {
        address: addressOf(base, query, page, pageRows),
        headers: { authorization: `Bearer ${token}`, accept: 'text/csv' },
        ...(signal ? { signal } : {}),
      },
      MOST_PAGE_BYTES,
      persistence,
    );
    if (reply.kind === 'fault') return reply;
    const read = readPage(reply.text);
    if (read.kind === 'fault') return read;
    // The end is a page without rows, never a short one: a server may send fewer rows at once than were asked for.
    if (read.ids.length === 0) {
      return header === null
        ? fetchFault('ACLED has no event for this.', 'Look at the days and at how ACLED writes the country.')
        : null;
    }
    if (header !== null && read.header !== header) {
      return fetchFault(`Page ${page} of ACLED names other columns than the first.`, 'Try again later.');
    }
    for (const id of read.ids) {
      if (ids.has(id)) {
        return fetchFault(
          `The event ${id} stands on two pages: the record changed while it was fetched, or pages are not counted as expected.`,
          'Run the same command again, or fetch a shorter span.',
        );
      }
      ids.add(id);
    }
    writeSync(handle, header === null ? `${read.header}\n${read.body}` : read.body);
    header = read.header;
    onProgress?.({ rows: ids.size, pages: page });
  }
  return fetchFault(`ACLED sends more than ${MOST_PAGES} pages.`, 'Fetch a shorter span.');
}

function addressOf(base: string, { from, to, countries }: AcledQuery, page: number, rows: number): URL {
  const address = new URL('/api/acled/read', base);
  const set = (name: string, value: string) => address.searchParams.set(name, value);
  set('_format', 'csv');
  set('event_date', `${from}|${to}`);
  set('event_date_where', 'BETWEEN');
  if (countries.length > 0) set('country', countries.join('|'));
  set('limit', String(rows));
  set('page', String(page));
  return address;
}

async function askForToken({ base = ACLED_BASE, email, password, signal, persistence }: AcledFetching) {
  const reply = await fetchText(
    {
      address: new URL('/oauth/token', base),
      form: { username: email, password, grant_type: 'password', client_id: 'acled' },
      ...(signal ? { signal } : {}),
    },
    64 * 1024,
    persistence,
  );
  if (reply.kind === 'fault') {
    if (reply.status !== 400 && reply.status !== 401) return reply;
    return fetchFault(
      `ACLED did not accept the e-mail address and the password (${reply.status}).`,
      'They are those with which you sign in to myACLED, in TACIT_ACLED_EMAIL and TACIT_ACLED_PASSWORD.',
      { status: reply.status },
    );
  }
  const token = readToken(reply.text);
  return token === null
    ? fetchFault('ACLED answered the sign-in with something else than a token.', 'Try again later.')
    : { kind: 'text' as const, text: token };
}

function readToken(text: string): string | null {
  try {
    const { access_token: token } = JSON.parse(text) as { access_token?: unknown };
    // What cannot stand in a header is no token.
    return typeof token === 'string' && /^[\x21-\x7e]{1,8192}$/.test(token) ? token : null;
  } catch {
    return null;
  }
}

interface AcledPage {
  readonly kind: 'page';
  readonly header: string;
  /** The rows as the server wrote them, ending in a line feed. */
  readonly body: string;
  readonly ids: readonly string[];
}

/** The rows of a page as written. What is no table of events (a page of error, JSON) is a fault. */
function readPage(text: string): AcledPage | FetchFault {
  const bare = text.replace(/^\ufeff/, '');
  if (bare.trim() === '') return { kind: 'page', header: '', body: '', ids: [] };
  if (/^\s*[[{<]/.test(bare)) {
    return fetchFault(
      'ACLED sent a message instead of a table.',
      'The account may lack access to the API; see myACLED in a browser.',
    );
  }
  const tokens = readDelimited({ delimiter: ',', quote: '"', longestField: 1_000_000 });
  const [first, ...others] = [...tokens.push(bare), ...tokens.end()];
  const at = first?.kind === 'row' ? first.fields.indexOf(ID) : -1;
  const rows = others.filter((row): row is DelimitedRow => row.kind === 'row');
  if (first?.kind !== 'row' || at < 0 || rows.length < others.length) {
    return fetchFault(
      `ACLED sent something that is no table of events (no column ${ID}, or torn rows).`,
      null,
    );
  }
  const body = bare.slice(first.raw.length).replace(/^\r?\n/, '');
  return {
    kind: 'page',
    header: first.raw,
    body: body === '' || body.endsWith('\n') ? body : `${body}\n`,
    ids: rows.map(({ fields }) => fields[at] ?? ''),
  };
}
