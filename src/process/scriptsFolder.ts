/** Where the scripts lie from which the program runs; put in when these are made (bin/loadProgram.js). */
declare const SCRIPTS: string | undefined;

/** Where the scripts lie from which the program runs (docs/decisions/0023); null where it runs from the source as it lies. */
export function scriptsFolder(): string | null {
  return typeof SCRIPTS === 'string' ? SCRIPTS : null;
}
