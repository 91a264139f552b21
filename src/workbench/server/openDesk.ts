import { spawn, type ChildProcess } from 'node:child_process';
import { scriptArguments } from '../../process/index.ts';
import type { ExaminationState } from '../protocol/index.ts';
import type { DeskAnswer, DeskNews, DeskOrder, DeskQuestion } from './deskMessages.ts';
import { describeEnd } from './describeEnd.ts';
import { holdPieces, type HeldPieces } from './holdPieces.ts';

/** The desk as the server knows it: its process is started when it is needed, and anew where it ended. */
export interface Desk {
  readonly state: () => ExaminationState;
  /** The last examination that came to an end, or as far as the running one is. */
  readonly examination: () => HeldExamination | null;
  readonly examine: (path: string, hash: string, seed: number) => ExaminationState;
  readonly cancel: () => ExaminationState;
  readonly ask: (question: DeskQuestion) => Promise<DeskAnswer>;
  readonly close: () => void;
}

/** An examination with the hash of its text, and the claims that have no verdict of that text yet. */
export interface HeldExamination {
  readonly hash: string;
  readonly waiting: readonly string[];
  readonly pieces: HeldPieces;
}

export interface DeskWatch {
  readonly onState: (state: ExaminationState) => void;
  readonly onLoaded: (texts: readonly string[], records: readonly string[]) => void;
  readonly onImport: (file: string, rows: number) => void;
}

const MEGABYTES = 2048;
/** What is being judged when somebody cancels is finished, for it is remembered; longer nobody waits. */
const CANCEL_WITHIN_MILLISECONDS = 2000;

/** The running examination, or one that came to its end. */
interface Run {
  readonly number: number;
  readonly key: string;
}

/** Opens the desk of a folder; its first process starts at once, since loading takes longer than a page. */
export function openDesk(folder: string, main: string, { onState, onLoaded, onImport }: DeskWatch): Desk {
  let state: ExaminationState = { kind: 'none' };
  let examination: HeldExamination | null = null;
  let run: Run = { number: 0, key: '' };
  let questions = 0;
  let closed = false;
  const pieces = holdPieces();
  const asked = new Map<number, (answer: DeskAnswer) => void>();

  const become = (next: ExaminationState) => {
    state = next;
    onState(next);
    return next;
  };
  const hear = (news: DeskNews) => {
    if (news.kind === 'answer') {
      asked.get(news.id)?.(news.answer);
      asked.delete(news.id);
    } else if (news.kind === 'import') onImport(news.file, news.rows);
    else if (news.kind === 'early' || news.kind === 'end') takeVerdicts(news);
    else if (news.run !== run.number) return;
    else if (news.kind === 'loaded') onLoaded(news.texts, news.records);
    else if (state.kind === 'running') become({ ...state, done: news.done, total: news.total });
  };
  const takeVerdicts = (news: Extract<DeskNews, { kind: 'early' | 'end' }>) => {
    // Pieces are told once, so those of an examination that a later one overtook are taken too: with its hash.
    if (news.pieces !== null) {
      pieces.take(news.pieces);
      examination = { ...versionOf(news), pieces };
    }
    const handedOver = () => {
      if (state.kind === 'running' || state.kind === 'refused') become({ ...state, shown: state.shown + 1 });
    };
    if (news.run !== run.number) {
      if (news.pieces !== null) handedOver();
      return;
    }
    if (state.kind !== 'running') return;
    if (news.kind === 'early') handedOver();
    else if (news.state.kind === 'none') become(news.state);
    // Verdicts on an earlier text may have come meanwhile.
    else if (news.state.kind === 'refused') become({ ...news.state, shown: state.shown });
    // Where the text could not be read its hash is the one that was asked about.
    else become({ ...news.state, hash: news.state.hash === '' ? state.hash : news.state.hash });
  };
  const start = (): ChildProcess => {
    const child = startProcess(folder, main);
    child.on('message', hear);
    let complaint = '';
    child.stderr?.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-4000)));
    child.on('error', () => undefined);
    child.on('close', (code, signal) => {
      if (closed || running !== child) return;
      running = null;
      const message = describeEnd(code, signal, complaint);
      for (const answer of asked.values()) answer({ kind: 'refused', refusal: { message } });
      asked.clear();
      if (state.kind === 'running') become({ kind: 'failed', hash: state.hash, message });
    });
    return child;
  };
  let running: ChildProcess | null = start();
  const send = (order: DeskOrder) => {
    running ??= start();
    running.send(order, () => undefined);
  };

  return {
    state: () => state,
    examination: () => examination,
    examine: (path, hash, seed) => {
      const key = JSON.stringify([path, hash, seed]);
      if (run.key === key && state.kind === 'running') return state;
      run = { number: run.number + 1, key };
      const next = become({ kind: 'running', hash, done: 0, total: null, shown: 0 });
      send({ kind: 'examine', run: run.number, path, seed });
      return next;
    },
    cancel: () => {
      if (state.kind !== 'running') return state;
      const { number } = run;
      send({ kind: 'cancel' });
      setTimeout(() => {
        if (run.number !== number || state.kind !== 'running') return;
        const child = running;
        running = null;
        child?.kill('SIGKILL');
        become({ kind: 'cancelled', hash: state.hash });
      }, CANCEL_WITHIN_MILLISECONDS).unref();
      return state;
    },
    ask: (question) =>
      new Promise((resolve) => {
        const id = questions++;
        asked.set(id, resolve);
        send({ kind: 'ask', id, question });
      }),
    close: () => {
      closed = true;
      running?.kill('SIGKILL');
    },
  };
}

/** Which text the pieces are of, and which claims have no verdict of that text yet. */
function versionOf(
  news: Extract<DeskNews, { kind: 'early' | 'end' }>,
): Pick<HeldExamination, 'hash' | 'waiting'> {
  if (news.kind === 'early') return { hash: news.hash, waiting: news.waiting };
  return { hash: news.state.kind === 'none' ? '' : news.state.hash, waiting: [] };
}

function startProcess(folder: string, main: string): ChildProcess {
  const script = scriptArguments(new URL('./deskProcess.ts', import.meta.url));
  return spawn(
    process.execPath,
    [`--max-old-space-size=${MEGABYTES}`, ...script, folder, main],
    // Structured messages: an examination is one long text, which JSON would write twice.
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' },
  );
}
