import { basename } from 'node:path';
import { readPublishedTotals, type PublishedTotalsReading } from '../record/index.ts';
import { readWholeText } from './readWholeText.ts';

/** Reads published running totals (`totals "counters.csv"`) from their file. */
export async function loadPublishedTotals(
  file: string,
  name: string = basename(file),
): Promise<PublishedTotalsReading> {
  const whole = await readWholeText(file, name);
  return whole.kind === 'fault' ? whole : readPublishedTotals(whole.text, name);
}
