/** What the page knows, as signals, and what it does with the server. One page is one workbench. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { EditorView } from '@codemirror/view';
import type { LSPClient } from '@codemirror/lsp-client';
import type {
  ExaminationState,
  KeptText,
  Refusal,
  ServerNews,
  ShownExamination,
  Workspace,
} from '../protocol/index.ts';
import { askServer } from './connection/askServer.ts';
import { calmStates } from './connection/calmStates.ts';
import { followExamination } from './connection/followExamination.ts';
import { listenToServer } from './connection/listenToServer.ts';
import { connectLanguage, uriOf } from './editor/connectLanguage.ts';
import { claimPage } from './files/claimPage.ts';
import { adoptTexts } from './files/keptText.ts';
import { openFile, type OpenFile } from './files/openFile.ts';

export type Connection = 'starting' | 'open' | 'lost' | 'locked out';

export const connection = signal<Connection>('starting');
export const workspace = signal<Workspace | null>(null);
export const files = signal<readonly OpenFile[]>([]);
export const activePath = signal<string | null>(null);
export const keptTexts = signal<readonly KeptText[]>([]);
/** Where the examination stands, as it is shown: a moment later than the server tells where somebody types. */
export const examinationState = signal<ExaminationState>({ kind: 'none' });
export const shown = signal<ShownExamination | null>(null);
/** Verdicts follow the text by themselves; off for large records. */
export const isLive = signal(true);
/** Rows read so far of records that are being imported, by file. */
export const imports = signal<ReadonlyMap<string, { readonly rows: number; readonly done: boolean }>>(
  new Map(),
);
/** One sentence about what just happened, also for those who hear the page. */
export const said = signal('');
export const refusal = signal<Refusal | null>(null);
/** Grows whenever records may have changed. */
export const recordNews = signal(0);

export const activeFile = computed(() => files.value.find(({ path }) => path === activePath.value) ?? null);
export const mainFile = computed(
  () => files.value.find(({ path }) => path === workspace.value?.main) ?? null,
);

let typedLast = 0;
const states = calmStates(
  (state) => (examinationState.value = state),
  () => performance.now() - typedLast,
);

const followed = followExamination((examination) =>
  batch(() => {
    shown.value = examination;
    if (examination.waiting.length === 0) recordNews.value += 1;
  }),
);

let language: LSPClient | null = null;
let page = '';

/** Opens the workbench: files into editors, then verdicts, then whatever the server says. */
export async function startWorkbench(): Promise<void> {
  const answer = await askServer<Workspace>('/workspace');
  if (answer.kind !== 'ok') {
    connection.value = answer.kind === 'refused' ? 'locked out' : 'lost';
    setTimeout(() => void startWorkbench(), 2000);
    return;
  }
  language ??= connectLanguage({
    display: (uri) => show(files.value.find(({ path }) => uriOf(path) === uri) ?? null),
    counted: (uri, counts) => {
      const file = files.value.find(({ path }) => uriOf(path) === uri);
      if (file) file.counts.value = counts;
    },
  });
  page = await claimPage();
  await adoptTexts(answer.value.id, page);
  takeWorkspace(answer.value);
  listenToServer({
    heard: hear,
    opened: () => void comeBack(),
    lost: () => void noticeLoss(),
  });
  addEventListener('pagehide', () => files.value.forEach(({ keepNow }) => keepNow()));
  addEventListener('visibilitychange', () => files.value.forEach(({ keepNow }) => keepNow()));
}

function takeWorkspace(found: Workspace): void {
  batch(() => {
    workspace.value = found;
    connection.value = 'open';
    takeKept(found);
    states.tell(found.examination);
    files.value = found.files.map((file) => openOne(file.path, file, found.revision));
    activePath.value = mainFile.value?.path ?? files.value[0]?.path ?? null;
  });
  if (found.examination.kind !== 'none') void followed.load();
  else if (mainFile.value) examineSoon();
}

function openOne(
  path: string,
  disk: Workspace['files'][number] | null,
  revision: number,
  start?: string,
): OpenFile {
  return openFile({
    folder: workspace.value?.id ?? '',
    page,
    path,
    disk,
    revision,
    ...(start === undefined ? {} : { start }),
    language: language?.plugin(uriOf(path), 'tacit') ?? [],
    typed: () => (typedLast = performance.now()),
    settled: (text, copies) => {
      const same = keptTexts.value.filter((kept) => kept.path === path && kept.text === text);
      void forgetKept([...new Set([...copies, ...same.map(({ id }) => id)])]);
    },
    saved: () => {
      if (isLive.value) examineSoon();
    },
  });
}

/** A new file, shown at once and written by its first save. */
export function createFile(path: string, start: string): OpenFile {
  const known = files.value.find((file) => file.path === path);
  if (known) {
    show(known);
    return known;
  }
  const file = openOne(path, null, 0, start);
  files.value = [...files.value, file];
  activePath.value = path;
  return file;
}

function show(file: OpenFile | null): EditorView | null {
  if (file === null) return null;
  activePath.value = file.path;
  return file.view;
}

/** A line that closes does not say why: the server may be gone, or be a new one that does not know this page. */
async function noticeLoss(): Promise<void> {
  if (connection.value !== 'locked out') connection.value = 'lost';
  const answer = await askServer<Workspace>('/workspace');
  if (answer.kind === 'refused') connection.value = 'locked out';
}

/**
 * States of the examination that the server told of its own accord. An answer on its way meanwhile is older: the end
 * of a short examination overtakes the answer that says it has begun.
 */
let statesHeard = 0;

async function comeBack(): Promise<void> {
  const heardBefore = statesHeard;
  const answer = await askServer<Workspace>('/workspace');
  if (answer.kind !== 'ok') {
    if (answer.kind === 'refused') connection.value = 'locked out';
    return;
  }
  const found = answer.value;
  batch(() => {
    connection.value = 'open';
    if (statesHeard === heardBefore) states.tell(found.examination);
    takeKept(found);
  });
  for (const file of found.files) {
    const known = files.value.find(({ path }) => path === file.path);
    if (known === undefined) files.value = [...files.value, openOne(file.path, file, found.revision)];
    else known.noticeDisk(file, found.revision);
  }
  for (const file of files.value) {
    const isThere = found.files.some(({ path }) => path === file.path);
    if (!isThere && file.hash.value !== null) file.noticeDisk(null, found.revision);
    file.tryAgain();
  }
  const { kind } = found.examination;
  const isShown =
    kind !== 'none' && found.examination.hash === shown.value?.hash && shown.value.waiting.length === 0;
  if ((kind === 'done' && !isShown) || followed.hasNews(found.examination)) await followed.load();
}

function hear(news: ServerNews): void {
  if (news.kind === 'examination') {
    statesHeard += 1;
    states.tell(news.state);
    if (news.state.kind === 'done' || followed.hasNews(news.state)) void followed.load();
    return;
  }
  if (news.kind === 'import') {
    imports.value = new Map(imports.value).set(news.file, { rows: news.rows, done: news.done });
    if (news.done) recordNews.value += 1;
    // Reading a record stops what was being judged. Before the first save there is no theatre to judge.
    if (news.done && isLive.value && (mainFile.value?.hash.value ?? null) !== null) void askForVerdicts();
    return;
  }
  if (news.kind === 'other file') {
    recordNews.value += 1;
    return;
  }
  const known = files.value.find(({ path }) => path === news.path);
  if (known) known.noticeDisk(news.file, news.revision);
  else if (news.file && news.path.endsWith('.tacit'))
    files.value = [...files.value, openOne(news.path, news.file, news.revision)];
}

/** Several files that are changed at once are saved one after the other. */
const WAIT_FOR_OTHERS = 200;
let examining: ReturnType<typeof setTimeout> | undefined;

/** Asks for verdicts on the saved text, unless they are there or the text cannot be read. */
function examineSoon(): void {
  clearTimeout(examining);
  const othersFollow = files.value.filter(({ standing }) => standing.value.kind === 'unsaved').length > 0;
  examining = setTimeout(
    () => {
      const state = states.told();
      const hash = mainFile.value?.hash.value ?? null;
      if (
        hash === null ||
        (state.kind !== 'none' && state.kind !== 'failed' && state.hash === hash && !otherFilesChanged())
      )
        return;
      void askForVerdicts();
    },
    othersFollow ? WAIT_FOR_OTHERS : 0,
  );
}

let examinedHashes = '';

/** Whether a file other than the theatre itself was saved since the last examination: the theatre may use it. */
function otherFilesChanged(): boolean {
  return examinedHashes !== '' && examinedHashes !== printHashes();
}

function printHashes(): string {
  return files.value.map(({ path, hash }) => `${path} ${hash.value ?? ''}`).join('\n');
}

/** Asks for verdicts now: somebody waits to see it begin. */
export function examine(): Promise<void> {
  return askForVerdicts(true);
}

async function askForVerdicts(atOnce = false): Promise<void> {
  examinedHashes = printHashes();
  const heardBefore = statesHeard;
  const answer = await askServer<ExaminationState>('/examine', { method: 'POST', json: {} });
  if (answer.kind === 'ok') {
    states.tell(statesHeard === heardBefore ? answer.value : states.told(), atOnce);
    if (answer.value.kind === 'done') await followed.load();
  } else if (answer.kind === 'refused') refusal.value = answer.refusal;
}

/** Tells the server that kept texts are no longer wanted. */
export async function forgetKept(ids: readonly string[]): Promise<void> {
  for (const id of ids) await askServer('/kept/forget', { method: 'POST', json: { id } });
  keptTexts.value = keptTexts.value.filter(({ id }) => !ids.includes(id));
}

/** A text that the disk holds by now need not be kept beside it. */
function takeKept({ kept, files: found }: Pick<Workspace, 'kept' | 'files'>): void {
  const isThere = ({ path, text }: KeptText) =>
    found.some((file) => file.path === path && file.text === text);
  keptTexts.value = kept.filter((one) => !isThere(one));
  void forgetKept(kept.filter(isThere).map(({ id }) => id));
}

/** Stops the examination in the background; the verdicts of before stay. */
export async function cancelExamination(): Promise<void> {
  const heardBefore = statesHeard;
  const answer = await askServer<ExaminationState>('/examine/cancel', { method: 'POST', json: {} });
  if (answer.kind === 'ok' && statesHeard === heardBefore) states.tell(answer.value);
}

effect(() => {
  if (examinationState.value.kind === 'done') said.value = 'Verdicts are ready.';
});
