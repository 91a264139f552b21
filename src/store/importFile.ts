import { basename } from 'node:path';
import { importCounts } from './importCounts.ts';
import { importInputs } from './importInputs.ts';
import type { ImportOptions, ImportOutcome } from './importResult.ts';
import { listInputs } from './listInputs.ts';
import { DEFAULT_LIMITS } from './recordInput.ts';

/**
 * Reads one file into the record store of a folder, whole or not at all. A record of the same name is replaced, exactly
 * its own rows; a file that has not changed is not read again. A table of counts is only checked: it is read from its
 * file whenever it is needed. What is wrong with the file is a value, never thrown. For a folder, or an archive with
 * several tables: `listInputs`, then `importInputs`.
 */
export async function importFile(
  folder: string,
  file: string,
  { name = basename(file), onProgress, ...options }: ImportOptions = {},
): Promise<ImportOutcome> {
  if (options.format === 'counts') return importCounts(file, name);
  const { inputs, faults } = await listInputs(file, name, { ...DEFAULT_LIMITS, ...options });
  const [fault] = faults;
  if (fault) return { kind: 'fault', fault };
  const [input] = inputs;
  if (!input || input.found) {
    const message =
      inputs.length === 1
        ? 'This is a folder.'
        : `This is a folder or an archive with ${inputs.length} files.`;
    return { kind: 'fault', fault: { file: name, line: null, message, hint: 'Name one file.' } };
  }
  const [outcome] = await importInputs(folder, [input], options, {
    ...(onProgress ? { onProgress: (_, progress) => onProgress(progress) } : {}),
  });
  if (!outcome || outcome.kind === 'skipped') throw new Error(`${name} was named and skipped`);
  return outcome;
}
