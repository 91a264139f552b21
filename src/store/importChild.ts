/** The process that reads a file: it has its own limits, and its end, however it comes, harms nothing. */
import { writeImport, type ImportJob } from './writeImport.ts';
import type { ImportOutcome } from './importResult.ts';

export type ImportMessage =
  | { readonly kind: 'progress'; readonly rows: number; readonly bytes: number }
  | { readonly kind: 'outcome'; readonly outcome: ImportOutcome };

const REPORT_EVERY_MILLISECONDS = 100;

// Who asked is gone: nobody waits for the answer.
const leave = () => process.exit(1);
process.on('disconnect', leave);

const job = JSON.parse(process.argv[2] ?? '') as ImportJob;
let reported = 0;
const outcome = await writeImport(job, (rows, bytes) => {
  if (Date.now() - reported < REPORT_EVERY_MILLISECONDS) return;
  reported = Date.now();
  send({ kind: 'progress', rows, bytes });
});
process.off('disconnect', leave);
send({ kind: 'outcome', outcome });
process.disconnect();

function send(message: ImportMessage): void {
  process.send?.(message);
}
