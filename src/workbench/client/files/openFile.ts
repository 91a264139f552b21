import { signal, type Signal } from '@preact/signals';
import type { Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import type { SaveConflict, Saved, WorkspaceFile } from '../../protocol/index.ts';
import { askServer } from '../connection/askServer.ts';
import { createEditor, saveUndo } from '../editor/createEditor.ts';
import { keptText, type Shelf } from './keptText.ts';
import { replaceText } from './replaceText.ts';

/** Where a text stands between the editor and the disk. Times are milliseconds since 1970. */
export type Standing =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved'; readonly since: number }
  | { readonly kind: 'away'; readonly since: number }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string | null }
  | { readonly kind: 'conflict'; readonly disk: WorkspaceFile | null }
  /** The file was changed elsewhere while nothing here was unsaved: its text is shown. */
  | { readonly kind: 'taken' };

export interface OpenFile {
  readonly path: string;
  readonly view: EditorView;
  readonly standing: Signal<Standing>;
  readonly counts: Signal<{ readonly errors: number; readonly warnings: number }>;
  /** Grows with every change of the text. */
  readonly edits: Signal<number>;
  /** Hash of the text the server holds; null before the file exists. */
  readonly hash: Signal<string | null>;
  readonly text: () => string;
  /** The file was changed elsewhere (null: removed), as of a revision of the server. */
  readonly noticeDisk: (disk: WorkspaceFile | null, revision: number) => void;
  readonly keepMine: () => void;
  readonly takeDisk: () => void;
  /** The server is back. */
  readonly tryAgain: () => void;
  /** Writes everything that is held back into the browser's storage at once. */
  readonly keepNow: () => void;
}

interface OpenOptions extends Shelf {
  /** Null: a new file, written by its first save. */
  readonly disk: WorkspaceFile | null;
  /** As of which revision of the server. */
  readonly revision: number;
  /** What a new file starts with. */
  readonly start?: string;
  readonly language: Extension;
  /** The text became another one. */
  readonly typed: () => void;
  readonly saved: (file: OpenFile) => void;
  /** A text is saved or given up: copies that the server kept of it are no longer wanted. */
  readonly settled: (text: string, copies: readonly string[]) => void;
}

/** Verdicts wait for the save: this is most of what a person could wait without need. */
const SAVE_AFTER_PAUSE = 120;
const SAVE_AT_LATEST = 900;
const KEEP_WITHIN = 150;
const UNDO_WITHIN = 800;
const SERVER_PATIENCE = 8000;
const RETRY_MILLISECONDS = 1500;

/** Opens a file in an editor that saves by itself, loses nothing, and overwrites nothing it has not seen. */
export function openFile(options: OpenOptions): OpenFile {
  const { path, disk, start = '', language, typed, saved, settled } = options;
  const shelf = keptText(options);
  const kept = shelf.read();
  const view = createEditor({
    path,
    text: kept?.text ?? disk?.text ?? start,
    undo: shelf.readUndo(),
    language,
    changed,
  });
  const docOf = (text: string): Text => view.state.toText(text);
  const standing = signal<Standing>({ kind: 'saved' });
  const counts = signal({ errors: 0, warnings: 0 });
  const edits = signal(0);
  const hash = signal<string | null>(disk?.hash ?? null);
  let base: { doc: Text; hash: string | null } = { doc: docOf(disk?.text ?? ''), hash: disk?.hash ?? null };
  let sent: string | null = kept?.sent ?? null;
  let saving = false;
  /** What the last save took: a slow disk is not asked more often than it can answer. */
  let saveTook = 0;
  /** Copies that the server keeps of texts it did not write: no longer wanted once the conflict is settled. */
  const serverCopies: string[] = [];
  let newsMeanwhile: { disk: WorkspaceFile | null; revision: number } | null = null;
  /** News of before this are overtaken: a late piece would bring back a text that is gone. */
  let seen = options.revision;
  let firstUnsaved: number | null = null;
  let pause: Timer;
  let keeping: Timer;
  let undoing: Timer;

  const text = (): string => view.state.sliceDoc();
  const isUnsaved = (): boolean => !view.state.doc.eq(base.doc);

  function changed(): void {
    edits.value += 1;
    typed();
    keeping ??= setTimeout(keepNow, KEEP_WITHIN);
    undoing ??= setTimeout(keepUndo, UNDO_WITHIN);
    saveSoon();
  }

  function keepNow(): void {
    clearTimeout(keeping);
    keeping = undefined;
    if (isUnsaved()) shelf.keep({ text: text(), basedOn: base.hash, sent });
    else shelf.drop();
  }

  function keepUndo(): void {
    clearTimeout(undoing);
    undoing = undefined;
    shelf.keepUndo(saveUndo(view));
  }

  function saveSoon(): void {
    if (standing.value.kind === 'conflict') return;
    if (!isUnsaved() && !saving) {
      settle();
      return;
    }
    firstUnsaved ??= Date.now();
    if (standing.value.kind !== 'away') standing.value = { kind: 'unsaved', since: firstUnsaved };
    clearTimeout(pause);
    const left = Math.max(0, firstUnsaved + SAVE_AT_LATEST - Date.now());
    const rest = Math.max(SAVE_AFTER_PAUSE, saveTook);
    pause = setTimeout(() => void save(), standing.value.kind === 'away' ? rest : Math.min(rest, left));
  }

  async function save(): Promise<void> {
    clearTimeout(pause);
    if (saving || standing.value.kind === 'conflict') return;
    if (!isUnsaved()) {
      settle();
      return;
    }
    saving = true;
    const doc = view.state.doc;
    sent = text();
    // Kept before it is on its way: a page that ends now would take its own text on disk for another program's.
    keepNow();
    const from = Date.now();
    const answer = await askServer<Saved>('/file', {
      method: 'PUT',
      json: { path, text: sent, basedOn: base.hash },
      patience: SERVER_PATIENCE,
    });
    saving = false;
    saveTook = Date.now() - from;
    if (answer.kind === 'ok') {
      seen = Math.max(seen, answer.value.revision);
      confirm(doc, answer.value.hash);
    } else if (answer.kind === 'refused' && answer.status === 409) {
      const { disk: found, kept: copy, revision } = answer.body as SaveConflict;
      seen = Math.max(seen, revision);
      serverCopies.push(copy.id);
      meet(found);
    } else if (answer.kind === 'refused' && answer.status !== 401 && answer.status !== 403) {
      const { message, hint = null } = answer.refusal;
      standing.value = { kind: 'refused', message, hint };
    } else stayAway();
    const news = newsMeanwhile;
    newsMeanwhile = null;
    if (news !== null) noticeDisk(news.disk, news.revision);
  }

  function confirm(doc: Text, newHash: string): void {
    base = { doc, hash: newHash };
    hash.value = newHash;
    firstUnsaved = null;
    keepNow();
    settled(doc.sliceString(0, doc.length, view.state.lineBreak), serverCopies.splice(0));
    if (isUnsaved()) {
      standing.value = { kind: 'unsaved', since: Date.now() };
      saveSoon();
    } else standing.value = { kind: 'saved' };
    saved(file);
  }

  function settle(): void {
    firstUnsaved = null;
    keepNow();
    if (standing.value.kind !== 'taken') standing.value = { kind: 'saved' };
  }

  function stayAway(): void {
    keepNow();
    standing.value = { kind: 'away', since: firstUnsaved ?? Date.now() };
    clearTimeout(pause);
    pause = setTimeout(() => void save(), RETRY_MILLISECONDS);
  }

  /** The file on disk is not the one this text started from. */
  function meet(found: WorkspaceFile | null): void {
    if (found !== null && (found.text === sent || view.state.doc.eq(docOf(found.text)))) {
      // It is our own text: only the answer to an earlier save was lost.
      confirm(docOf(found.text), found.hash);
      return;
    }
    keepNow();
    standing.value = { kind: 'conflict', disk: found };
  }

  function noticeDisk(found: WorkspaceFile | null, revision: number): void {
    if (revision < seen) return;
    if (saving) {
      newsMeanwhile = { disk: found, revision };
      return;
    }
    seen = revision;
    if ((found?.hash ?? null) === base.hash) return;
    if (isUnsaved() || found === null || standing.value.kind === 'conflict') meet(found);
    else show(found, 'taken');
  }

  function show(found: WorkspaceFile, kind: 'taken' | 'saved'): void {
    base = { doc: docOf(found.text), hash: found.hash };
    hash.value = found.hash;
    standing.value = { kind };
    replaceText(view, found.text);
    saved(file);
  }

  function keepMine(): void {
    if (standing.value.kind !== 'conflict') return;
    const { disk: other } = standing.value;
    base = { doc: docOf(other?.text ?? ''), hash: other?.hash ?? null };
    standing.value = { kind: 'unsaved', since: Date.now() };
    void save();
  }

  function takeDisk(): void {
    if (standing.value.kind !== 'conflict' || standing.value.disk === null) return;
    const givenUp = text();
    show(standing.value.disk, 'saved');
    keepNow();
    settled(givenUp, serverCopies.splice(0));
  }

  const file: OpenFile = {
    ...{ path, view, standing, counts, edits, hash, text, noticeDisk, keepMine, takeDisk },
    tryAgain: () => {
      if (standing.value.kind === 'away') void save();
    },
    keepNow: () => {
      keepNow();
      keepUndo();
    },
  };
  if (kept !== null && isUnsaved()) {
    if (kept.basedOn === base.hash || kept.sent === disk?.text) saveSoon();
    else standing.value = { kind: 'conflict', disk };
  } else if (disk === null) saveSoon();
  else shelf.drop();
  return file;
}

type Timer = ReturnType<typeof setTimeout> | undefined;
