import { lstat, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '../../host/index.ts';
import type {
  KeptText,
  SaveConflict,
  Saved,
  SaveFile,
  ServerNews,
  Workspace,
  WorkspaceFile,
} from '../protocol/index.ts';
import { forgetKept, keepText, listKept } from './keepText.ts';
import { listWorkspace } from './listWorkspace.ts';
import { hashBytes, LARGEST_TEXT_BYTES, readWorkspaceFile } from './readWorkspaceFile.ts';
import { resolveWritable } from './resolveWritable.ts';
import { sweepSaving, writeDurably } from './writeDurably.ts';

export type Saving =
  /** `written` is false where the disk held this very text already. */
  | { readonly kind: 'saved'; readonly saved: Saved; readonly written: boolean }
  | { readonly kind: 'conflict'; readonly conflict: SaveConflict }
  | { readonly kind: 'refused'; readonly message: string };

/** The theatre's folder as the page sees it. Everything that writes or looks comes one after the other. */
export interface OpenWorkspace {
  readonly folder: string;
  readonly main: string;
  read(): Promise<Omit<Workspace, 'tacit' | 'examination'>>;
  save(wanted: SaveFile): Promise<Saving>;
  forget(id: string): Promise<void>;
  /** Files besides theatres that are part of the page: those the theatre uses. */
  show(paths: readonly string[]): void;
  /** Other files that are watched, such as records. */
  watch(paths: readonly string[]): void;
  /** What other programs changed since the last look. */
  look(): Promise<readonly ServerNews[]>;
}

interface Known {
  readonly mark: string;
  readonly hash: string | null;
}

/** Opens a folder as a workspace; refuses one whose own `.tacit` leads elsewhere. */
export async function openWorkspace(folder: string, main: string): Promise<Outcome<OpenWorkspace>> {
  const root = await realpath(folder);
  for (const name of ['.tacit', '.tacit/saving', '.tacit/kept']) {
    const facts = await lstat(join(root, name)).catch(() => null);
    if (facts && !facts.isDirectory())
      return {
        ok: false,
        message: `${join(root, name)} is no folder of its own, so nothing can be kept there.`,
      };
  }
  await sweepSaving(root);
  const used = new Set<string>();
  const others = new Map<string, string>();
  /** What the page was told of each file; null for one it knows to be gone. */
  const known = new Map<string, Known>();
  let revision = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const list = async () => {
    const listing = await listWorkspace(root);
    return { ...listing, paths: [...new Set([main, ...used, ...listing.paths])] };
  };

  const readOne = async (path: string) => {
    const mark = await markOf(join(root, path));
    const reading = await readWorkspaceFile(join(root, path), path);
    return { reading, now: { mark, hash: reading.kind === 'file' ? reading.file.hash : null } };
  };

  const read = async () => {
    const files: WorkspaceFile[] = [];
    const unreadable: { path: string; reason: string }[] = [];
    const { paths, cut } = await list();
    for (const path of paths) {
      const { reading, now } = await readOne(path);
      // Of what is known the next look finds the change: other pages have to be told too.
      if (!known.has(path)) known.set(path, now);
      if (reading.kind === 'file') files.push(reading.file);
      else if (reading.kind === 'unreadable') unreadable.push({ path, reason: reading.reason });
    }
    if (cut)
      unreadable.push({
        path: '…',
        reason: 'The folder holds more theatres than are shown; the rest is left out.',
      });
    const kept = await listKept(root);
    return { id: hashBytes(root).slice(0, 16), main, files, unreadable, kept, revision };
  };

  const save = async ({ path, text, basedOn }: SaveFile): Promise<Saving> => {
    if (Buffer.byteLength(text) > LARGEST_TEXT_BYTES)
      return { kind: 'refused', message: `${path} would be larger than 8 MB and was not written.` };
    if (text.includes('\0'))
      return { kind: 'refused', message: `${path} would hold NUL characters and was not written.` };
    const place = await resolveWritable(root, path);
    if (!place.ok) return { kind: 'refused', message: place.message };
    const disk = await readWorkspaceFile(place.value, path);
    const held = disk.kind === 'file' ? disk.file : null;
    const hash = hashBytes(text);
    // The answer to an earlier attempt may have been lost on the way: what is there already is saved.
    if (held?.hash === hash) return { kind: 'saved', saved: { hash, revision }, written: false };
    if (disk.kind === 'unreadable' || (held?.hash ?? null) !== basedOn) {
      const kept: KeptText = await keepText(root, { path, text, basedOn });
      return { kind: 'conflict', conflict: { disk: held, kept, revision } };
    }
    await writeDurably(root, place.value, text);
    known.set(path, { mark: await markOf(join(root, path)), hash });
    revision += 1;
    return { kind: 'saved', saved: { hash, revision }, written: true };
  };

  const look = async (): Promise<ServerNews[]> => {
    const news: ServerNews[] = [];
    const { paths } = await list();
    for (const path of new Set([...paths, ...known.keys()])) {
      const before = known.get(path);
      if (before?.mark === (await markOf(join(root, path)))) continue;
      const { reading, now } = await readOne(path);
      known.set(path, now);
      const file = reading.kind === 'file' ? reading.file : null;
      if ((before?.hash ?? null) !== now.hash) {
        revision += 1;
        news.push({ kind: 'file', path, file, revision });
      }
      if (reading.kind === 'absent' && !paths.includes(path)) known.delete(path);
    }
    for (const [path, mark] of others) {
      const now = await markOf(join(root, path));
      if (now === mark) continue;
      others.set(path, now);
      if (!known.has(path)) news.push({ kind: 'other file', path });
    }
    return news;
  };

  return {
    ok: true,
    value: {
      folder: root,
      main,
      read: () => inTurn(read),
      save: (wanted) => inTurn(() => save(wanted)),
      forget: (id) => inTurn(() => forgetKept(root, id)),
      show: (paths) => paths.forEach((path) => used.add(path)),
      watch: (paths) => {
        void inTurn(async () => {
          for (const path of paths) if (!others.has(path)) others.set(path, await markOf(join(root, path)));
        });
      },
      look: () => inTurn(look),
    },
  };
}

/** Tells a file from what it was: time to the nanosecond, size and place on the disk; empty where there is none. */
async function markOf(place: string): Promise<string> {
  const facts = await stat(place, { bigint: true }).catch(() => null);
  return facts === null ? '' : `${facts.mtimeNs} ${facts.size} ${facts.ino}`;
}
