import { lintRecord, type Diagnostic, type Theatre } from '../language/index.ts';
import { gatherRecordFacts } from './gatherRecordFacts.ts';
import type { LoadedTheatre } from './loadTheatre.ts';
import type { Shell } from './shell.ts';

export interface RecordLook {
  readonly diagnostics: readonly Diagnostic[];
  /** Why the records were not looked at, or null. */
  readonly obstacle: string | null;
}

/** What the records say about the claims, where they are in the store already: a check imports nothing. */
export async function lookAtRecords(
  { folder, file }: Pick<LoadedTheatre, 'folder' | 'file'>,
  theatre: Theatre,
  shell: Shell,
): Promise<RecordLook> {
  const { openRecords } = await import('./openRecords.ts');
  const opening = await openRecords({ folder }, theatre, shell, { mayImport: false });
  if (!opening.ok) return { diagnostics: [], obstacle: opening.message };
  try {
    const facts = await gatherRecordFacts(theatre, opening.value, true);
    return { diagnostics: lintRecord(theatre, facts, { file, pedantic: true }), obstacle: null };
  } finally {
    await opening.value.store.close();
  }
}
