import { fetchFault, type FetchFault } from './fetchFault.ts';

/** What went wrong below HTTP, by the code of the system. */
export function describeNetworkError(error: unknown, host: string, signal: AbortSignal | null): FetchFault {
  if (signal?.aborted)
    return fetchFault('Stopped.', 'What was fetched so far is kept; run the same command to go on.');
  const code = findCode(error);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return fetchFault(`The name ${host} was not found.`, 'Is this computer online?', { passing: true });
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
      return fetchFault(`${host} could not be reached (${code}).`, 'Is this computer online?', {
        passing: true,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return fetchFault(
        'The disk is full.',
        'What was fetched so far is kept; make room and run the same command to go on.',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fetchFault(`The folder may not be written (${code}).`, null);
    default:
      if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
        return fetchFault(
          `${host} did not show a valid certificate (${code}).`,
          'Nothing was fetched; a program between this computer and the server may be reading along.',
        );
      }
      return fetchFault(
        `The connection to ${host} broke off${code === '' ? '' : ` (${code})`}.`,
        'Run the same command to go on.',
        {
          passing: true,
        },
      );
  }
}

/** Errors of the network stand inside each other; the innermost has the code. */
function findCode(error: unknown): string {
  let code = '';
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    const own = (current as NodeJS.ErrnoException).code;
    if (typeof own === 'string') code = own;
    const [first] = current instanceof AggregateError ? (current.errors as unknown[]) : [];
    current = current.cause ?? first;
  }
  return code;
}
