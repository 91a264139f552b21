import type { RecordFault } from '../record/index.ts';

/** `events.csv, line 1: No column is called date_start. Hint.` */
export function describeFault({ file, line, message, hint }: RecordFault): string {
  const place = line === null ? file : `${file}, line ${line}`;
  return `${place}: ${message}${hint === null ? '' : ` ${hint}`}`;
}
