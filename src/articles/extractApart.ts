import { spawn, type ChildProcess } from 'node:child_process';
import { scriptArguments } from '../process/index.ts';
import { damaged, LIMITS, neededTooMuch, tookTooLong } from './articleMessages.ts';
import type { Extraction, ExtractionAnswer, ExtractionOrder } from './extraction.ts';

let child: ChildProcess | null = null;
let before: Promise<unknown> = Promise.resolve();
let count = 0;

/**
 * Takes a file apart in a process of its own, with limits on time and memory. The process is kept for the next file and
 * never keeps this one from ending; files are read one after the other.
 */
export function extractApart(order: Omit<ExtractionOrder, 'number'>): Promise<Extraction> {
  const next = before.then(() => extractNow({ ...order, number: (count += 1) }));
  before = next;
  return next;
}

function extractNow(order: ExtractionOrder): Promise<Extraction> {
  const worker = (child ??= startChild());
  hold(worker, true);
  return new Promise((resolve) => {
    let complaint = '';
    const listen = (text: Buffer) => {
      complaint = (complaint + text.toString()).slice(-4000);
    };
    const finish = (extraction: Extraction, gone: boolean) => {
      clearTimeout(timer);
      worker.off('message', read);
      worker.off('exit', exit);
      worker.off('error', fail);
      worker.stderr?.off('data', listen);
      if (gone && child === worker) child = null;
      else hold(worker, false);
      resolve(extraction);
    };
    const timer = setTimeout(() => {
      worker.kill('SIGKILL');
      finish({ ok: false, message: tookTooLong(order.file) }, true);
    }, LIMITS.seconds * 1000);
    const read = ({ number, extraction }: ExtractionAnswer) => {
      if (number === order.number) finish(extraction, false);
    };
    const fail = ({ message }: Error) =>
      finish({ ok: false, message: damaged(order.file, 'an article', message) }, true);
    const exit = (code: number | null, signal: string | null) => {
      const memory = /heap out of memory|Out of Memory|Array buffer allocation failed/i.test(complaint);
      const how = signal ? `ended by ${signal}` : `ended with code ${code}`;
      finish(
        {
          ok: false,
          message: memory
            ? neededTooMuch(order.file)
            : damaged(order.file, 'an article', `the reading process ${how}`),
        },
        true,
      );
    };
    worker.on('message', read);
    worker.on('exit', exit);
    worker.on('error', fail);
    worker.stderr?.on('data', listen);
    worker.send(order, (error) => error && fail(error));
  });
}

function startChild(): ChildProcess {
  const script = scriptArguments(new URL('./extractionChild.ts', import.meta.url));
  return spawn(process.execPath, [`--max-old-space-size=${LIMITS.memoryMegabytes}`, ...script], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    // Nothing of this process's secrets is the child's business.
    env: { PATH: process.env['PATH'] ?? '' },
  });
}

function hold(worker: ChildProcess, held: boolean): void {
  const pipe = worker.stderr as { ref?: () => void; unref?: () => void } | null;
  const { channel } = worker as { channel?: { ref?: () => void; unref?: () => void } | null };
  for (const part of [worker, channel, pipe]) {
    if (held) part?.ref?.();
    else part?.unref?.();
  }
}
