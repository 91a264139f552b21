/** The process that reads files: it has its own limits, and its end, however it comes, harms nothing. */
import type { ImportJob } from './importJob.ts';
import type { ImportOutcome } from './importResult.ts';
import { writeImport } from './writeImport.ts';

/** What the reading process is told: what to read, or that it is to end where it can. */
export type ImportOrder =
  { readonly kind: 'jobs'; readonly jobs: readonly ImportJob[] } | { readonly kind: 'stop' };

/** What it tells; `index` counts the jobs it was given. */
export type ImportMessage =
  | { readonly kind: 'progress'; readonly index: number; readonly rows: number; readonly bytes: number }
  | { readonly kind: 'outcome'; readonly index: number; readonly outcome: ImportOutcome };

const REPORT_EVERY_MILLISECONDS = 100;

// Who asked is gone: nobody waits for the answer.
const leave = () => process.exit(1);
process.on('disconnect', leave);
if (!process.connected) leave();
// A terminal sends the signal to both processes; the other one decides, and asks this one to stop.
process.on('SIGINT', () => undefined);
let stopping = false;
process.on('message', (order: ImportOrder) => {
  if (order.kind === 'stop') stopping = true;
  else void readAll(order.jobs);
});

async function readAll(jobs: readonly ImportJob[]): Promise<void> {
  let reported = 0;
  for (const [index, job] of jobs.entries()) {
    if (stopping) break;
    const progress = (rows: number, bytes: number) => {
      if (Date.now() - reported < REPORT_EVERY_MILLISECONDS) return;
      reported = Date.now();
      send({ kind: 'progress', index, rows, bytes });
    };
    const outcome = await writeImport(job, progress, () => stopping);
    send({ kind: 'outcome', index, outcome });
  }
  process.off('disconnect', leave);
  process.disconnect();
}

function send(message: ImportMessage): void {
  process.send?.(message);
}
