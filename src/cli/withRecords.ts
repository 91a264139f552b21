import { lintRecord, type Theatre } from '../language/index.ts';
import { gatherRecordFacts } from './gatherRecordFacts.ts';
import { loadTheatre, type LoadedTheatre } from './loadTheatre.ts';
import { openRecords, type OpenRecords } from './openRecords.ts';
import { hasErrors, printDiagnostics } from './printDiagnostics.ts';
import { printJson } from './printJson.ts';
import type { ExitCode, Shell } from './shell.ts';

export interface TheatreWithRecords {
  readonly loaded: LoadedTheatre;
  readonly theatre: Theatre;
  readonly records: OpenRecords;
}

/**
 * Loads a theatre, opens its records and hands both to `use`; closes the store whatever happens. Every way in which
 * that may end sooner is told on standard error.
 */
export async function withRecords(
  file: string,
  json: boolean,
  shell: Shell,
  use: (found: TheatreWithRecords) => Promise<ExitCode>,
): Promise<ExitCode> {
  const stop = (code: ExitCode, message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return code;
  };
  const loading = await loadTheatre(file);
  if (!loading.ok) return stop(2, loading.message);
  const loaded = loading.value;
  const { theatre, diagnostics } = loaded;
  printDiagnostics(loaded, shell);
  if (theatre === null || hasErrors(loaded)) {
    // Going on without the faulty claims would change the error control of the others.
    if (json) printJson({ diagnostics }, shell);
    return stop(1, `${file} has errors, so nothing was compared with the record.`);
  }
  if (diagnostics.some(({ code }) => code === 'missing-table')) {
    // A period without its table would be read as a period without days.
    return stop(
      2,
      `${file} names a table of a period that is not there, so nothing was compared with the record.`,
    );
  }
  const opening = await openRecords(loaded, theatre, shell);
  if (!opening.ok) return stop(2, opening.message);
  const records = opening.value;
  try {
    const facts = await gatherRecordFacts(theatre, records, false);
    const told = lintRecord(theatre, facts, { file: loaded.file, pedantic: false });
    printDiagnostics({ ...loaded, diagnostics: told }, shell);
    return await use({ loaded: { ...loaded, diagnostics: [...diagnostics, ...told] }, theatre, records });
  } finally {
    await records.store.close();
  }
}
