import { printCookie, readCookie, sameSecret, type Session } from './session.ts';

/** What a request says about where it comes from. */
export interface RequestFacts {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`, which scripts cannot forge; browsers leave them out on addresses they do not trust. */
  readonly site: string | undefined;
  readonly mode: string | undefined;
  readonly cookie: string | undefined;
  /** The token of the address, or null. */
  readonly token: string | null;
}

export type RequestVerdict =
  | { readonly kind: 'allowed' }
  /** The token was right: set the cookie and go on without it in the address. */
  | { readonly kind: 'welcome'; readonly cookie: string }
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly why: string };

/**
 * Whether a request may reach the workbench. The Host list is what holds against a page whose name was pointed at this
 * machine: to the browser that page is of the same site, so neither Origin nor Sec-Fetch-Site gives it away.
 */
export function checkRequest(facts: RequestFacts, port: number, session: Session): RequestVerdict {
  const refuse = (status: 401 | 403, why: string): RequestVerdict => ({ kind: 'refused', status, why });
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { method, path, host, origin, site, mode, cookie, token } = facts;
  if (host === undefined || !hosts.includes(host)) return refuse(403, 'This address is not served here.');
  if (origin !== undefined && origin !== `http://${host}`)
    return refuse(403, 'Pages of other addresses are not answered.');
  // `none` is a person who typed or followed the address; only looking at a page can begin so.
  const isVisit = site === 'none' && method === 'GET' && mode === 'navigate';
  if (site !== undefined && site !== 'same-origin' && !isVisit)
    return refuse(403, 'Requests of other sites are not answered.');
  const held = readCookie(cookie, session.cookieName);
  if (held !== null && sameSecret(held, session.cookie) && token === null) return { kind: 'allowed' };
  if (path === '/' && method === 'GET' && token !== null && sameSecret(token, session.token))
    return { kind: 'welcome', cookie: printCookie(session) };
  return refuse(
    401,
    'Open the address that `tacit serve` printed in the terminal: it holds the key of this start.',
  );
}
