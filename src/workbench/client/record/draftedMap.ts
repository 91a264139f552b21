/** The parts of a drafted map (TOML) that the form shows; what it does not show is handed back as it was. */
export interface DraftedMap {
  /** Lines such as `delimiter = ","`, kept as written. */
  readonly kept: readonly string[];
  readonly dates: string | null;
  readonly datesAreSure: boolean;
  readonly unknown: readonly string[];
  /** Field → column. */
  readonly columns: ReadonlyMap<string, string>;
  /** Code of the file → class of acts. */
  readonly acts: ReadonlyMap<string, string>;
  /** What the draft says about its guesses. */
  readonly remarks: readonly string[];
}

const KEPT = ['delimiter', 'quoted', 'encoding'];

/** Reads the draft that Tacit wrote: one key to a line, what is not sure commented out. */
export function readDraftedMap(toml: string): DraftedMap {
  const kept: string[] = [];
  const columns = new Map<string, string>();
  const acts = new Map<string, string>();
  const remarks: string[] = [];
  let section = '';
  let dates: string | null = null;
  let datesAreSure = false;
  let unknown: readonly string[] = [];
  for (const line of toml.split('\n')) {
    // A section may be commented out as a whole.
    const head = /^(?:# )?\[(\w+)\]$/.exec(line);
    if (head) {
      section = head[1] ?? '';
      continue;
    }
    const entry = /^(# )?("(?:[^"\\]|\\.)*"|[a-z_]+) = (.+?)(?:\s{2}# .*)?$/.exec(line);
    if (!entry) {
      if (line.startsWith('# ')) remarks.push(line.slice(2));
      continue;
    }
    const [, comment, key = '', value = ''] = entry;
    if (section === '' && KEPT.includes(key)) kept.push(`${key} = ${value}`);
    else if (section === '' && key === 'dates') {
      dates = text(value);
      datesAreSure = comment === undefined;
    } else if (section === '' && key === 'unknown' && comment === undefined) unknown = list(value);
    else if (section === 'columns' && !columns.has(key)) columns.set(key, text(value));
    else if (section === 'acts' && text(value) !== '…') acts.set(text(key), text(value));
  }
  return { kept, dates, datesAreSure, unknown, columns, acts, remarks };
}

function text(value: string): string {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'string' ? read : value;
  } catch {
    return value;
  }
}

function list(value: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
