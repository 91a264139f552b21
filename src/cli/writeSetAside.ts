import packageFile from '../../package.json' with { type: 'json' };
import type { SetAsideRow } from '../record/index.ts';
import { renderSetAside, writeSetAsideTable } from '../report/index.ts';
import { openStore } from '../store/index.ts';
import { describeFault, writeAtomically, type Outcome } from '../host/index.ts';

/** Writes every row of some records that could not be read, for people: a table where the name ends in .csv, else a page. */
export async function writeSetAside(
  folder: string,
  records: readonly string[],
  target: string,
): Promise<Outcome<null>> {
  const rows: SetAsideRow[] = [];
  if (records.length > 0) {
    const opening = await openStore(folder);
    if (opening.kind !== 'open') return { ok: false, message: describeFault(opening.fault) };
    try {
      for (const record of records)
        for (const row of await opening.store.setAsideRows(record)) rows.push(row);
    } finally {
      await opening.store.close();
    }
  }
  const text = /\.csv$/i.test(target) ? writeSetAsideTable(rows) : renderSetAside(rows, packageFile.version);
  return writeAtomically(target, text);
}
