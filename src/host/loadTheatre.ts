import { basename, dirname } from 'node:path';
import {
  check,
  parse,
  requestedFiles,
  type Diagnostic,
  type Document,
  type Theatre,
} from '../language/index.ts';
import { readTextFile } from './readTextFile.ts';
import { resolveInside } from './resolveInside.ts';
import type { Outcome } from './shell.ts';

export interface LoadedTheatre {
  /** As typed on the command line. */
  readonly path: string;
  /** The file's folder and its name in it; records and used files count from this folder. */
  readonly folder: string;
  readonly file: string;
  readonly text: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
  readonly document: Document;
  /** Null when its mistakes leave nothing that could be examined. */
  readonly theatre: Theatre | null;
  /** Those of the parser and of the checks, in the order of places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of used files and tables by the path the theatre names. */
  readonly used: ReadonlyMap<string, string>;
  /** Texts of the shipped packs, where the theatre uses other files. */
  readonly packs: ReadonlyMap<string, string>;
}

/** Reads, parses and checks a theatre with all files it uses. Mistakes inside are diagnostics, not failures. */
export async function loadTheatre(path: string, pedantic = false): Promise<Outcome<LoadedTheatre>> {
  const read = await readTextFile(path);
  if (!read.ok) return read;
  const { text, hash } = read.value;
  const [folder, file] = [dirname(path), basename(path)];
  const { document, diagnostics } = parse(text, file);
  const usesFiles = document.items.some((item) => item.kind === 'use');
  const packs = usesFiles ? await readPacks() : new Map<string, string>();
  const used = await readUsedFiles(folder, document, packs);
  if (!used.ok) return used;
  const checked = check(document, { file, files: used.value, packs, pedantic, text });
  return {
    ok: true,
    value: {
      path,
      folder,
      file,
      text,
      hash,
      document,
      theatre: checked.theatre,
      diagnostics: [...diagnostics, ...checked.diagnostics],
      used: used.value,
      packs,
    },
  };
}

/** The reader of articles is slow to load, so it is loaded only where a theatre uses something. */
async function readPacks(): Promise<ReadonlyMap<string, string>> {
  const { loadPackTexts } = await import('../articles/index.ts');
  return loadPackTexts();
}

/** Used files may name further ones: asked again until nothing new is asked for, each file read once. */
async function readUsedFiles(
  folder: string,
  document: Document,
  packs: ReadonlyMap<string, string>,
): Promise<Outcome<Map<string, string>>> {
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  const ask = () =>
    requestedFiles(document, texts, packs).filter(({ kind, path }) => kind !== 'pack' && !seen.has(path));
  for (let asked = ask(); asked.length > 0; asked = ask()) {
    for (const { path } of asked) {
      seen.add(path);
      const place = await resolveInside(folder, path);
      if (!place.ok) return place;
      // What is missing is told by the check, which knows the line that asks for it.
      if (place.value === null) continue;
      const read = await readTextFile(place.value);
      if (!read.ok) return read;
      texts.set(path, read.value.text);
    }
  }
  return { ok: true, value: texts };
}
