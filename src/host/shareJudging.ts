import type { ContextKey } from './keyOfContext.ts';
import type { NarrowContext } from './narrowContext.ts';
import type { Judges, Judging } from './openJudges.ts';
import type { NotedVerdict } from './rememberVerdicts.ts';

/** Judging that outlives the examination that asked for it, so that the next one need not wait for its end. */
export interface SharedJudging {
  /** The verdict of a context; where the same one is being judged already, that verdict. Fails once the signal is given. */
  readonly judge: (context: NarrowContext, key: ContextKey, signal: AbortSignal) => Promise<NotedVerdict>;
}

interface Flight {
  readonly name: string;
  readonly judging: Judging;
  /** Of the examination that wanted it last. */
  signal: AbortSignal;
}

/**
 * Judges on these threads. An examination that is stopped is left at once: what is not begun then is dropped, what is
 * begun is finished and kept, for the next examination often wants it, but for no longer than `patience` milliseconds.
 */
export function shareJudging(
  judges: Judges,
  keep: (key: ContextKey, verdict: NotedVerdict) => void,
  patience: number,
): SharedJudging {
  const flights = new Map<string, Flight>();

  const start = (context: NarrowContext, key: ContextKey, signal: AbortSignal, name: string): Flight => {
    const flight: Flight = { name, judging: judges.judge(context), signal };
    flights.set(name, flight);
    flight.judging.verdict.then(
      (verdict) => {
        land(flight);
        keep(key, verdict);
      },
      () => land(flight),
    );
    return flight;
  };

  const land = (flight: Flight) => {
    if (flights.get(flight.name) === flight) flights.delete(flight.name);
  };

  const drop = (flight: Flight) => {
    // At once: whoever asks from here on must not be given a verdict that never comes.
    land(flight);
    flight.judging.drop();
  };

  const leave = (flight: Flight) => {
    if (!flight.signal.aborted) return;
    if (!flight.judging.isBegun()) drop(flight);
    else
      setTimeout(() => {
        if (flight.signal.aborted && flights.get(flight.name) === flight) drop(flight);
      }, patience).unref();
  };

  return {
    judge: async (context, key, signal) => {
      signal.throwIfAborted();
      const name = JSON.stringify([key.own, [...key.theatre]]);
      const flight = flights.get(name) ?? start(context, key, signal, name);
      flight.signal = signal;
      let onAbort: () => void = () => undefined;
      const stopped = new Promise<never>((_, reject) => {
        onAbort = () => {
          reject(new Error('the examination was stopped'));
          leave(flight);
        };
        signal.addEventListener('abort', onAbort, { once: true });
      });
      try {
        return await Promise.race([flight.judging.verdict, stopped]);
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
