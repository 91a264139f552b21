import { ifGone } from './claimPage.ts';

/**
 * What the browser itself remembers of a file: the text the server has not confirmed, and the undo steps. It outlives
 * the page, the server and the browser. Full or forbidden storage is no reason to stop: the page then says so.
 */
export interface KeptText {
  readonly text: string;
  /** Hash of the text it started from; null where the file is new. */
  readonly basedOn: string | null;
  /** The text last sent to the server, whose answer may have been lost. */
  readonly sent: string | null;
}

/** Where a page keeps what it holds of a file. */
export interface Shelf {
  /** Keeps theatres apart that were served under the same address. */
  readonly folder: string;
  readonly path: string;
  /** The name of the page. */
  readonly page: string;
}

const UNDO_LIMIT_CHARACTERS = 1_500_000;

/** The shelf of one file and page. */
export function keptText({ folder, path, page }: Shelf) {
  const textKey = `${textsOf(folder)}${page}/${path}`;
  const undoKey = `tacit/${folder}/undo/${path}`;
  return {
    read: (): KeptText | null => readText(localStorage.getItem(textKey)),
    keep: (kept: KeptText): boolean => put(textKey, JSON.stringify(kept)),
    drop: (): void => localStorage.removeItem(textKey),
    readUndo: (): unknown => readJson(localStorage.getItem(undoKey)),
    keepUndo: (state: unknown): void => {
      const json = JSON.stringify(state);
      if (json.length > UNDO_LIMIT_CHARACTERS || !put(undoKey, json)) localStorage.removeItem(undoKey);
    },
  };
}

/**
 * Takes over the texts of pages that are gone. Where two pages left texts of one file, the second waits for the next
 * start: a page asks about one at a time.
 */
export async function adoptTexts(folder: string, page: string): Promise<void> {
  const beginning = textsOf(folder);
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(beginning))) {
    const [owner = '', ...path] = key.slice(beginning.length).split('/');
    const own = `${beginning}${page}/${path.join('/')}`;
    if (owner === page || localStorage.getItem(own) !== null) continue;
    await ifGone(owner, () => {
      const text = localStorage.getItem(key);
      if (text === null) return;
      localStorage.removeItem(key);
      put(own, text);
    });
  }
}

function textsOf(folder: string): string {
  return `tacit/${folder}/text/`;
}

function put(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function readText(json: string | null): KeptText | null {
  const value = readJson(json);
  if (typeof value !== 'object' || value === null || !('text' in value)) return null;
  const { text, basedOn, sent } = value as Record<string, unknown>;
  if (typeof text !== 'string') return null;
  const stringOrNull = (part: unknown) => (typeof part === 'string' ? part : null);
  return { text, basedOn: stringOrNull(basedOn), sent: stringOrNull(sent) };
}

function readJson(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
