import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Outcome } from '../host/index.ts';

const BEGINNING_BYTES = 4096;

/**
 * Whether a report may be written to `path`: nothing is there yet, or an earlier report of Tacit. Any other file is
 * left alone, so that a slip (`--report theatre.tacit`) destroys nothing.
 */
export function checkReportTarget(path: string): Outcome<null> {
  const refuse = (message: string) => ({ ok: false, message }) as const;
  if (!existsSync(dirname(path))) return refuse(`There is no folder ${dirname(path)} for the report.`);
  if (!existsSync(path)) return { ok: true, value: null };
  if (!statSync(path).isFile()) return refuse(`${path} is not a file, so no report can be written there.`);
  return isReport(path)
    ? { ok: true, value: null }
    : refuse(`${path} is there already and is no report of Tacit. Name another file.`);
}

function isReport(path: string): boolean {
  const buffer = Buffer.alloc(BEGINNING_BYTES);
  const file = openSync(path, 'r');
  try {
    const text = buffer.toString('utf8', 0, readSync(file, buffer));
    return (
      text === '' ||
      text.includes('<meta name="generator" content="Tacit ') ||
      // Rows set aside, as a table.
      text.startsWith('record,line,column,reason,row as written\r\n') ||
      // Verdicts as a table, and an examination as JSON.
      text.startsWith('claim,source,published,passage,quote,text,judged from,judged to,part,finding,') ||
      /^\{\n {2}"tacit": "[^"\n]+",\n {2}"seed": \d+,\n/.test(text)
    );
  } finally {
    closeSync(file);
  }
}
