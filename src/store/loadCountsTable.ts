import { basename } from 'node:path';
import { readCountsTable, type CountsTableReading } from '../record/index.ts';
import { readWholeText } from './readWholeText.ts';

/** Reads a table of counts (`record "daily.csv" as counts per day`) from its file. */
export async function loadCountsTable(
  file: string,
  step: 'day' | 'week',
  name: string = basename(file),
): Promise<CountsTableReading> {
  const whole = await readWholeText(file, name);
  return whole.kind === 'fault' ? whole : readCountsTable(whole.text, name, whole.hash, step);
}
