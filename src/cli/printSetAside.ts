import type { ImportResult } from '../store/index.ts';
import type { Shell } from '../host/index.ts';

const ROWS_PRINTED = 10;

/** Tells on standard error what of a record could not be read, and what else its reader should know. */
export function printSetAside(
  { file, setAside, setAsideCount, duplicatesProposed, duplicatesAcross = 0, unusedColumns }: ImportResult,
  { report, named }: { readonly report: string | null; readonly named: boolean },
  shell: Shell,
): void {
  if (named && setAsideCount + duplicatesProposed + unusedColumns.length > 0) shell.writeError(`${file}:\n`);
  for (const { line, column, reason } of setAside.slice(0, ROWS_PRINTED)) {
    shell.writeError(`  line ${line}${column === null ? '' : `, ${column}`}: ${reason}\n`);
  }
  const more = setAsideCount - Math.min(ROWS_PRINTED, setAside.length);
  const where = report === null ? '--report FILE lists them all' : `${report} lists them all`;
  if (more > 0) shell.writeError(`  and ${more} more; ${where}\n`);
  if (duplicatesProposed > 0)
    shell.writeError(
      `  ${duplicatesProposed} ${duplicatesProposed === 1 ? 'pair' : 'pairs'} of events may be one incident coded twice` +
        `${duplicatesAcross > 0 ? `, ${duplicatesAcross} of them with an event of another record here` : ''}\n`,
    );
  if (unusedColumns.length > 0) shell.writeError(`  columns not used: ${unusedColumns.join(', ')}\n`);
}
