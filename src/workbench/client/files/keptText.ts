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

const UNDO_LIMIT_CHARACTERS = 1_500_000;

/** The shelf of one file. `folder` keeps theatres apart that were served under the same address. */
export function keptText(folder: string, path: string) {
  const textKey = `tacit/${folder}/text/${path}`;
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
