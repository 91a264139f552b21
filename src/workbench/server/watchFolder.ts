import { watch, type FSWatcher } from 'node:fs';

/** Not every disk tells of changes (shared folders, some containers): then this is how long one stays unseen. */
const LOOK_EVERY_MILLISECONDS = 1000;
/** Editors write in several steps; one look sees them all. */
const SETTLE_MILLISECONDS = 60;

/** Calls `look` soon after something in the folder changed, and from time to time in case nobody tells. */
export function watchFolder(folder: string, look: () => Promise<void>): { readonly close: () => void } {
  let watcher: FSWatcher | null = null;
  let settling: NodeJS.Timeout | null = null;
  let looking = false;
  const run = async () => {
    if (looking) return;
    looking = true;
    try {
      await look();
    } finally {
      looking = false;
    }
  };
  try {
    watcher = watch(folder, () => {
      settling ??= setTimeout(() => {
        settling = null;
        void run();
      }, SETTLE_MILLISECONDS);
    });
    watcher.on('error', () => watcher?.close());
  } catch {
    // Looking from time to time does the same, only later.
  }
  const timer = setInterval(() => void run(), LOOK_EVERY_MILLISECONDS);
  return {
    close: () => {
      watcher?.close();
      clearInterval(timer);
      if (settling !== null) clearTimeout(settling);
    },
  };
}
