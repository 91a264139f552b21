import { analyse, namedFiles, type Analysis, type FilesInView } from '../language/index.ts';
import { addressIn, sameAddress, splitAddress } from './addresses.ts';

/** Reads a file that a theatre names and that is not open; null where there is none, or none may be read. */
export type ReadFile = (folder: string, path: string) => Promise<string | null>;

export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A theatre and all files it uses: what `check` needs. */
export interface TheatreFiles {
  readonly uri: string;
  readonly name: string;
  /** Texts of used files and tables by their paths in the theatre's folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Addresses of these files by their paths; of all that are named, read or not. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** The open documents, and the files on disk that they use. */
export interface Workspace {
  readonly open: ReadonlyMap<string, OpenDocument>;
  put(document: OpenDocument): void;
  remove(uri: string): void;
  /** The analysis of a document; null where it is neither open nor was read. */
  analysisOf(uri: string): Analysis | null;
  filesOf(uri: string): Promise<TheatreFiles>;
  /** Every file that is tied to a document by `use`, from either side, by its address. */
  viewOf(uri: string): Promise<FilesInView>;
  /** How the editor spells an address. */
  spellingOf(address: string): string;
}

export function makeWorkspace(readFile: ReadFile): Workspace {
  const open = new Map<string, OpenDocument>();
  const read = new Map<string, string>();
  const analyses = new Map<string, Analysis>();

  const textOf = (uri: string) => open.get(sameAddress(uri))?.text ?? read.get(sameAddress(uri)) ?? null;

  const analysisOf = (uri: string): Analysis | null => {
    const text = textOf(uri);
    if (text === null) return null;
    const key = sameAddress(uri);
    const known = analyses.get(key);
    if (known?.text === text) return known;
    const analysis = analyse(text, splitAddress(uri).name, known);
    analyses.set(key, analysis);
    return analysis;
  };

  /** Reads a named file unless it is open; what was read before is read again, for it may have changed. */
  const load = async (folder: string, path: string): Promise<string | null> => {
    const uri = sameAddress(addressIn(folder, path));
    const opened = open.get(uri);
    if (opened) return opened.text;
    const text = await readFile(folder, path);
    if (text === null) read.delete(uri);
    else read.set(uri, text);
    return text;
  };

  const filesOf = async (uri: string): Promise<TheatreFiles> => {
    const { folder, name } = splitAddress(uri);
    const texts = new Map<string, string>();
    const addresses = new Map<string, string>();
    const waiting = [uri];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const analysis = analysisOf(next);
      for (const { kind, path } of analysis ? namedFiles(analysis.parsed.document) : []) {
        if (addresses.has(path)) continue;
        const address = addressIn(folder, path);
        addresses.set(path, address);
        const text = await load(folder, path);
        if (text === null) continue;
        texts.set(path, text);
        if (kind === 'use') waiting.push(address);
      }
    }
    return { uri, name, texts, addresses };
  };

  const viewOf = async (uri: string): Promise<FilesInView> => {
    const groups: ReadonlySet<string>[] = [];
    for (const document of theatresAmong(open)) {
      const { addresses } = await filesOf(document.uri);
      groups.push(new Set([document.uri, ...addresses.values()].map(sameAddress)));
    }
    const wanted = joined(groups, sameAddress(uri));
    const files = [...wanted].filter(isTheatre).flatMap((address) => {
      const analysis = analysisOf(address);
      return analysis ? [[address, analysis] as const] : [];
    });
    return new Map(files);
  };

  return {
    open,
    put: (document) => void open.set(sameAddress(document.uri), document),
    remove: (uri) => {
      open.delete(sameAddress(uri));
      analyses.delete(sameAddress(uri));
    },
    analysisOf,
    filesOf,
    viewOf,
    spellingOf: (address) => open.get(address)?.uri ?? encodeURI(address),
  };
}

function theatresAmong(open: ReadonlyMap<string, OpenDocument>): readonly OpenDocument[] {
  return [...open.values()].filter(({ uri }) => isTheatre(uri));
}

/** Tables of periods are open documents too, but no theatres. */
export function isTheatre(uri: string): boolean {
  return !/\.(csv|tsv|txt)$/i.test(uri);
}

/** All addresses that are in one group with `start`, or in one with those, and so on; `start` first. */
function joined(groups: readonly ReadonlySet<string>[], start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const group of groups) {
      if ([...group].some((address) => found.has(address))) group.forEach((address) => found.add(address));
    }
  }
  return found;
}
