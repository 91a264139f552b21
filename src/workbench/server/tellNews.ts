import type { ServerNews } from '../protocol/index.ts';

type Listener = (news: ServerNews) => void;

/** Hands every piece of news to whoever listens. */
export interface NewsDesk {
  readonly tell: (news: ServerNews) => void;
  /** Gives the function that ends the listening, or null where too many listen already. */
  readonly listen: (listener: Listener) => (() => void) | null;
}

/** More pages than a person opens. */
const MOST_LISTENERS = 64;

export function openNewsDesk(): NewsDesk {
  const listeners = new Set<Listener>();
  return {
    tell: (news) => listeners.forEach((listener) => listener(news)),
    listen: (listener) => {
      if (listeners.size >= MOST_LISTENERS) return null;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
