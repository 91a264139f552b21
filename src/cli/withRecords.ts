import {
  hasErrors,
  loadTheatre,
  prepareTheatre,
  type ExitCode,
  type LoadedTheatre,
  type Shell,
  type TheatreWithRecords,
} from '../host/index.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { printJson } from './printJson.ts';

/**
 * Loads a theatre, which `onLoaded` is told, opens its records and hands both to `use`; closes the store whatever
 * happens. Every way in which that may end sooner is told on standard error.
 */
export async function withRecords(
  file: string,
  json: boolean,
  shell: Shell,
  use: (found: TheatreWithRecords) => Promise<ExitCode>,
  onLoaded?: (loaded: LoadedTheatre) => void,
): Promise<ExitCode> {
  const stop = (code: ExitCode, message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return code;
  };
  const loading = await loadTheatre(file);
  if (!loading.ok) return stop(2, loading.message);
  const loaded = loading.value;
  if (!hasErrors(loaded)) onLoaded?.(loaded);
  printDiagnostics(loaded, shell);
  const preparation = await prepareTheatre(loaded, shell);
  if (preparation.kind === 'errors') {
    if (json) printJson({ diagnostics: loaded.diagnostics }, shell);
    return stop(1, preparation.message);
  }
  if (preparation.kind === 'fault') return stop(2, preparation.message);
  const { found, told } = preparation;
  try {
    printDiagnostics({ ...loaded, diagnostics: told }, shell);
    return await use(found);
  } finally {
    await found.records.store.close();
  }
}
