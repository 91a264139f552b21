/** The desk: the one process that holds the record store. It is killed and started anew without loss. */
import { join } from 'node:path';
import { defaultThreads, endWithParent, openExaminer, type Shell } from '../../host/index.ts';
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

// Who asked is gone: nobody waits for the answer.
endWithParent();
// A terminal sends the signal to every process of a command; the server decides.
process.on('SIGINT', () => undefined);
process.on('message', (order: DeskOrder) => {
  if (order.kind === 'cancel') stop.abort();
  else if (order.kind === 'examine') {
    // The latest text wins: what is judged already is remembered, the rest is left.
    stop.abort();
    const own = new AbortController();
    stop = own;
    inTurn(() => examine(order, own.signal));
  } else {
    const { id, question } = order;
    if (question.kind === 'import') stop.abort();
    inTurn(async () => {
      const answer = await answerQuestion(question, { ...desk, examiner, last, shell, tell });
      tell({ kind: 'answer', id, answer });
    });
  }
});

/** A slip of the program ends the process: what it held may be half done, and the next one begins clean. */
function inTurn(work: () => Promise<void>): void {
  busy = busy.then(work).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(70);
  });
}

async function examine(
  { run, path, seed }: Extract<DeskOrder, { kind: 'examine' }>,
  signal: AbortSignal,
): Promise<void> {
  let hash = '';
  const end = (state: Extract<DeskNews, { kind: 'end' }>['state'], pieces: ExaminationPieces | null = null) =>
    tell({ kind: 'end', run, state, pieces });
  if (signal.aborted) {
    end({ kind: 'cancelled', hash });
    return;
  }
  const answer = await examiner.examine(join(desk.folder, path), seed, {
    signal,
    onLoaded: (read, { texts, records }) => {
      hash = read;
      tell({ kind: 'loaded', run, hash, texts, records });
    },
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
      end({ kind: 'refused', hash, diagnostics: answer.diagnostics });
      return;
    case 'fault':
      end({ kind: 'failed', hash: answer.hash ?? hash, message: answer.message });
      return;
    case 'cancelled':
      end({ kind: 'cancelled', hash });
  }
}

function tell(news: DeskNews): void {
  process.send?.(news);
}
