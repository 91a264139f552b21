import type { ServerNews } from '../../protocol/index.ts';

interface Listener {
  readonly heard: (news: ServerNews) => void;
  /** The line is open: at the start, and again after the server was away. */
  readonly opened: () => void;
  readonly lost: () => void;
}

const TRY_AGAIN_MILLISECONDS = 1500;

/** Keeps the server's news coming, whatever happens to the server; the returned function stops it. */
export function listenToServer({ heard, opened, lost }: Listener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource('/api/events');
    source.onopen = opened;
    source.onmessage = ({ data }) => {
      const news = readNews(data);
      if (news !== null) heard(news);
    };
    // The browser tries again by itself only after some kinds of failure: this covers all of them.
    source.onerror = () => {
      source?.close();
      lost();
      clearTimeout(timer);
      timer = setTimeout(open, TRY_AGAIN_MILLISECONDS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function readNews(data: unknown): ServerNews | null {
  if (typeof data !== 'string') return null;
  try {
    const news: unknown = JSON.parse(data);
    const isNews = typeof news === 'object' && news !== null && 'kind' in news;
    return isNews ? (news as ServerNews) : null;
  } catch {
    return null;
  }
}
