import { loadCountsTable } from './loadCountsTable.ts';
import type { ImportOutcome } from './importResult.ts';

const SHOWN_ROWS = 100;

/** Checks a table of counts and says what of it can be read; nothing is stored. Its step is the one its rows keep. */
export async function importCounts(file: string, name: string): Promise<ImportOutcome> {
  const daily = await loadCountsTable(file, 'day', name);
  const reading = daily.kind === 'table' ? daily : await loadCountsTable(file, 'week', name);
  if (reading.kind === 'fault') return daily.kind === 'fault' ? daily : reading;
  const { setAside } = reading.table;
  return {
    kind: 'imported',
    result: {
      file: name,
      format: 'counts',
      rows: reading.rows,
      right: reading.rows - setAside.length,
      setAside: setAside.slice(0, SHOWN_ROWS).map(({ line, column, reason }) => ({ line, column, reason })),
      setAsideCount: setAside.length,
      duplicatesProposed: 0,
      unchanged: false,
      unusedColumns: [],
      encoding: 'utf-8',
    },
  };
}
