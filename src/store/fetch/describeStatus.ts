import { fetchFault, type FetchFault } from './fetchFault.ts';

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const LONGEST_WAIT_SECONDS = 300;

/** What an answer other than success means. The address is shown without its query. */
export function describeStatus(status: number, headers: Headers, address: URL): FetchFault {
  const where = `${address.origin}${address.pathname}`;
  const more = { status, passing: PASSING.has(status), waitSeconds: readWait(headers) };
  switch (status) {
    case 401:
      return fetchFault(
        `${address.host} did not accept who asks (401).`,
        'Look at the e-mail address and the password, and sign in once in a browser with them.',
        more,
      );
    case 403:
      return fetchFault(
        `${address.host} refuses this (403).`,
        'The account may lack the right to it, its terms may not be accepted yet, or the network may be shut out.',
        more,
      );
    case 404:
    case 410:
      return fetchFault(
        `There is nothing at ${where} (${status}).`,
        'Look whether the version or the date exists; publishers also move their files.',
        { ...more, ofFile: true },
      );
    case 429:
      return fetchFault(
        `${address.host} asks for fewer requests (429).`,
        more.waitSeconds === null ? 'Try again later.' : `Try again in ${more.waitSeconds} seconds.`,
        more,
      );
    default:
      return fetchFault(
        `${address.host} answered ${status} for ${address.pathname}.`,
        'Try again later.',
        more,
      );
  }
}

/** `Retry-After` in seconds; a date there is not followed, since it needs both clocks to agree. */
function readWait(headers: Headers): number | null {
  const text = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Math.min(Number(text), LONGEST_WAIT_SECONDS) : null;
}
