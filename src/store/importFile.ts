import type { ImportOptions, ImportOutcome } from './importResult.ts';

/** Reads a file into the record store of a folder, whole or not at all. */
export function importFile(
  folder: string,
  file: string,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  throw new Error(`importFile is being written: ${folder} ${file} ${options.format ?? ''}`);
}
