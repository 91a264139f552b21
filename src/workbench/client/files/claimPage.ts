/**
 * The name of this page among the pages of this browser, the same after a reload. What a page keeps lies under its name,
 * so that two pages on the same file never take each other's texts. A page that lives holds the lock of its name.
 */
export async function claimPage(): Promise<string> {
  const before = readName();
  // A reloaded page may let go of its lock a moment late; a copied tab carries the name of one that lives on.
  if (before !== null && (await holdLock(before, PATIENCE_MILLISECONDS))) return before;
  const name = crypto.randomUUID();
  await holdLock(name, PATIENCE_MILLISECONDS);
  try {
    sessionStorage.setItem(KEY, name);
  } catch {
    // A name that is forgotten is found by the next page as that of one that is gone.
  }
  return name;
}

/** Runs the work if the page of this name is gone, and meanwhile lets no other page do the same. */
export async function ifGone(name: string, work: () => void): Promise<void> {
  await request(name, PATIENCE_MILLISECONDS, () => {
    work();
    return Promise.resolve();
  });
}

const KEY = 'tacit/page';
const PATIENCE_MILLISECONDS = 300;

function readName(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Takes the lock of a name until this page ends; false where another page has it. */
function holdLock(name: string, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    void request(name, patience, () => {
      resolve(true);
      return new Promise<void>(() => undefined);
    }).then(() => resolve(false));
  });
}

async function request(name: string, patience: number, held: () => Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(`tacit/page/${name}`, { signal: AbortSignal.timeout(patience) }, held);
  } catch {
    // It was not let go in time.
  }
}
