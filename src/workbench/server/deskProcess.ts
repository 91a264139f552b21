/** The desk: the one process that holds the record store. It is killed and started anew without loss. */
import { join } from 'node:path';
import {
  defaultThreads,
  endWithParent,
  hasErrors,
  loadTheatre,
  openExaminer,
  type LoadedTheatre,
  type Shell,
} from '../../host/index.ts';
import { answerQuestion } from './answerQuestion.ts';
import { cutExaminations, type ExaminationPieces } from './cutExaminations.ts';
import type { LastExamination } from './deskState.ts';
import { fillEarly } from './fillEarly.ts';
import type { DeskNews, DeskOrder } from './deskMessages.ts';

const [, , root, main] = process.argv;
if (root === undefined || main === undefined) throw new Error('the desk was started without a theatre');
const desk = { folder: root, main };

const shell: Shell = {
  write: () => undefined,
  writeError: () => undefined,
  colour: false,
  colourError: false,
  interactive: false,
  width: 100,
};
const examiner = openExaminer(shell, defaultThreads());
const cut = cutExaminations();
let last: LastExamination | null = null;
let stop = new AbortController();
/** Everything that touches the store comes one after the other. */
let busy: Promise<void> = Promise.resolve();
/** Texts are read one after the other too, and need not wait for the store. */
let reading: Promise<void> = Promise.resolve();

// Who asked is gone: nobody waits for the answer.
endWithParent();
// A terminal sends the signal to every process of a command; the server decides.
process.on('SIGINT', () => undefined);
process.on('message', (order: DeskOrder) => {
  if (order.kind === 'cancel') reading = endAtFault(reading.then(() => stop.abort()));
  else if (order.kind === 'examine') reading = endAtFault(reading.then(() => take(order)));
  else {
    const { id, question } = order;
    if (question.kind === 'import') stop.abort();
    inTurn(async () => {
      const answer = await answerQuestion(question, { ...desk, examiner, last, shell, tell });
      tell({ kind: 'answer', id, answer });
    });
  }
});

function inTurn(work: () => Promise<void>): void {
  busy = endAtFault(busy.then(work));
}

/** A slip of the program ends the process: what it held may be half done, and the next one begins clean. */
function endAtFault(work: Promise<void>): Promise<void> {
  return work.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(70);
  });
}

type ExamineOrder = Extract<DeskOrder, { kind: 'examine' }>;

/** Reads the text; one without errors takes the place of the one that is being examined. */
async function take(order: ExamineOrder): Promise<void> {
  const { run, path } = order;
  const loading = await loadTheatre(join(desk.folder, path));
  if (!loading.ok) {
    stop.abort();
    tell({ kind: 'end', run, state: { kind: 'failed', hash: '', message: loading.message }, pieces: null });
    return;
  }
  const { hash, theatre, used, diagnostics } = loading.value;
  const records = (theatre?.records ?? []).map(({ file }) => file);
  tell({ kind: 'loaded', run, hash, texts: [...used.keys()], records });
  if (theatre === null || hasErrors(loading.value)) {
    // Somebody is in the middle of a sentence: the verdicts on what was whole before it come all the same.
    tell({ kind: 'end', run, state: { kind: 'refused', hash, diagnostics, shown: 0 }, pieces: null });
    return;
  }
  // The latest text wins: what is judged already is remembered, the rest is left.
  stop.abort();
  const own = new AbortController();
  stop = own;
  inTurn(() => examine(order, loading.value, own.signal));
}

async function examine(
  { run, path, seed }: ExamineOrder,
  loaded: LoadedTheatre,
  signal: AbortSignal,
): Promise<void> {
  const { hash } = loaded;
  const end = (state: Extract<DeskNews, { kind: 'end' }>['state'], pieces: ExaminationPieces | null = null) =>
    tell({ kind: 'end', run, state, pieces });
  if (signal.aborted) {
    end({ kind: 'cancelled', hash });
    return;
  }
  const answer = await examiner.examine(loaded, seed, {
    signal,
    onLoaded: () => undefined,
    onProgress: (done, total) => tell({ kind: 'progress', run, hash, done, total }),
    onEarly: ({ examination, waiting }) => {
      const before = last?.path === path && last.seed === seed ? last.examination : null;
      tell({ kind: 'early', run, hash, waiting, pieces: cut(fillEarly(examination, waiting, before)) });
    },
  });
  switch (answer.kind) {
    case 'examined':
      last = { path, seed, ...answer };
      end({ kind: 'done', hash, judged: answer.judged }, cut(answer.examination));
      return;
    case 'errors':
      end({ kind: 'refused', hash, diagnostics: answer.diagnostics, shown: 0 });
      return;
    case 'fault':
      end({ kind: 'failed', hash, message: answer.message });
      return;
    case 'cancelled':
      end({ kind: 'cancelled', hash });
  }
}

function tell(news: DeskNews): void {
  process.send?.(news);
}
