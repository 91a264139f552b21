import { lintRecord, type Diagnostic, type Theatre } from '../language/index.ts';
import { gatherRecordFacts } from './gatherRecordFacts.ts';
import { hasErrors } from './hasErrors.ts';
import type { LoadedTheatre } from './loadTheatre.ts';
import type { OpenRecords } from './openRecords.ts';
import type { Outcome, Shell } from './shell.ts';

export interface TheatreWithRecords {
  /** With the diagnostics of the text and of the records. */
  readonly loaded: LoadedTheatre;
  readonly theatre: Theatre;
  readonly records: OpenRecords;
}

export type TheatrePreparation =
  | {
      readonly kind: 'ready';
      readonly found: TheatreWithRecords;
      /** What the records say about the claims; part of `found.loaded.diagnostics`. */
      readonly told: readonly Diagnostic[];
    }
  /** The theatre has errors: its diagnostics say which. */
  | { readonly kind: 'errors'; readonly message: string }
  /** A file that it needs is missing or cannot be read. */
  | { readonly kind: 'fault'; readonly message: string };

export type OpenRecordsOf = (loaded: LoadedTheatre, theatre: Theatre) => Promise<Outcome<OpenRecords>>;

/**
 * Opens the records of a theatre that was read and asks them what the checks want to know. The caller closes the store.
 * Somebody who holds the records open already hands them over by `open`.
 */
export async function prepareTheatre(
  loaded: LoadedTheatre,
  shell: Shell,
  open?: OpenRecordsOf,
): Promise<TheatrePreparation> {
  const { path, theatre, diagnostics } = loaded;
  if (theatre === null || hasErrors(loaded)) {
    // Going on without the faulty claims would change the error control of the others.
    return { kind: 'errors', message: `${path} has errors, so nothing was compared with the record.` };
  }
  if (diagnostics.some(({ code }) => code === 'missing-table')) {
    // A period without its table would be read as a period without days.
    return {
      kind: 'fault',
      message: `${path} names a table of a period that is not there, so nothing was compared with the record.`,
    };
  }
  const opening = open
    ? await open(loaded, theatre)
    : await (await import('./openRecords.ts')).openRecords(loaded, theatre, shell);
  if (!opening.ok) return { kind: 'fault', message: opening.message };
  const records = opening.value;
  try {
    const facts = await gatherRecordFacts(theatre, records, false);
    const told = lintRecord(theatre, facts, { file: loaded.file, pedantic: false });
    return {
      kind: 'ready',
      found: { loaded: { ...loaded, diagnostics: [...diagnostics, ...told] }, theatre, records },
      told,
    };
  } catch (error) {
    await records.store.close();
    throw error;
  }
}
