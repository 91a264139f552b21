import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { draftTableMap, recogniseContent, recogniseOtherTable, sampleTable } from '../record/index.ts';
import { DEFAULT_LIMITS, readTableStart } from '../store/index.ts';
import { describeFault, type ExitCode, type Shell } from '../host/index.ts';

/**
 * Looks at the header and the first rows of a table and drafts the file that says how to read it: to `out`, which must
 * not be there yet, or to standard output. Nothing is imported.
 */
export async function draftMap(file: string, out: string | null, shell: Shell): Promise<ExitCode> {
  const fail = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const start = await readTableStart(file, DEFAULT_LIMITS);
  if (start.kind === 'fault') return fail(describeFault(start.fault));
  const fault = (message: string, hint: string) => fail(describeFault({ file, line: 1, message, hint }));
  const known = recogniseContent(start.text) ?? recogniseOtherTable(start.text, basename(file));
  if (known) return fault(known.message, known.hint);
  const sample = sampleTable(start.text, start.whole);
  if (sample === null) {
    return fault(
      'The first line does not name columns: no comma, semicolon, tab or bar divides it.',
      'A table needs a first line that names its columns.',
    );
  }
  const text = draftTableMap(basename(file), sample, start.encoding);
  if (out === null) {
    shell.write(text);
    return 0;
  }
  try {
    writeFileSync(out, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      return fail(`${out} is already there and stays as it is. Name another file: --out FILE.`);
    return fail(`${out} could not be written: ${message}`);
  }
  shell.writeError(
    `${out}: a draft. Look at every line, write confirmed = true, then: tacit import ${file} --map ${out} --into FOLDER\n`,
  );
  return 0;
}
