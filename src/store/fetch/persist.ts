import { setTimeout as pause } from 'node:timers/promises';
import type { FetchFault } from './fetchFault.ts';

export interface Persistence {
  /** How often at most a request is made. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled before each further one. */
  readonly pauseMs: number;
}

export const DEFAULT_PERSISTENCE: Persistence = { attempts: 5, pauseMs: 1000 };

/** Tries again after faults that pass, each time after twice the pause, or after as long as the server asks. */
export async function persist<Result>(
  attempt: () => Promise<Result | FetchFault>,
  { attempts, pauseMs }: Persistence,
  signal: AbortSignal | null,
): Promise<Result | FetchFault> {
  for (let made = 1; ; made++) {
    const result = await attempt();
    if (!isFault(result) || !result.passing || made >= attempts) return result;
    const asked = result.waitSeconds === null ? 0 : result.waitSeconds * 1000;
    try {
      await pause(Math.max(asked, pauseMs * 2 ** (made - 1)), null, signal ? { signal } : {});
    } catch {
      return result;
    }
  }
}

function isFault(result: unknown): result is FetchFault {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'fault';
}
