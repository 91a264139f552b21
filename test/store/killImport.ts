import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile, openStore } from '../../src/store/index.ts';
import { storePath } from '../../src/store/openDatabase.ts';
import { writeRows } from '../record/tacitCsvText.ts';

export interface KillTally {
  kills: number;
  /** The import ended before it could be killed. */
  finished: number;
  old: number;
  renewed: number;
  /** Neither the old record nor the new one. */
  torn: number;
}

const rowsOf = (initiator: string, rows: number) =>
  writeRows(
    Array.from({ length: rows }, (_, index) => ({ initiator, killed_min: '1', place: `P${index % 500}` })),
  );

/** What the store holds, in one line; `none` before the first import. */
async function describeStore(folder: string): Promise<string> {
  if (!existsSync(storePath(folder))) return 'none';
  const opening = await openStore(folder);
  if (opening.kind !== 'open') return `fault: ${opening.fault.message}`;
  const { store } = opening;
  const [summary] = await store.summaries();
  const { initiators, places } = await store.vocabulary();
  await store.close();
  if (!summary) return 'none';
  const placed = places.reduce((sum, { events }) => sum + events, 0);
  return JSON.stringify([summary.rows, summary.right, summary.withDeaths, initiators, places.length, placed]);
}

/**
 * Imports two records of one name in turn, each killed (SIGKILL) after a delay in milliseconds, and looks what the
 * store then holds.
 */
export async function killImport(
  folder: string,
  delays: readonly number[],
  rows: number,
): Promise<KillTally> {
  const file = join(folder, 'record.csv');
  const tally: KillTally = { kills: 0, finished: 0, old: 0, renewed: 0, torn: 0 };
  let held = 'none';
  for (const [turn, delay] of delays.entries()) {
    const [initiator, length] = [`Side${turn}`, rows + turn];
    writeFileSync(file, rowsOf(initiator, length));
    const killed = new AbortController();
    const timer = setTimeout(() => killed.abort(), delay);
    const outcome = await importFile(folder, file, { signal: killed.signal });
    clearTimeout(timer);
    if (outcome.kind === 'imported') tally.finished++;
    else tally.kills++;
    const renewed = JSON.stringify([
      length,
      length,
      length,
      [{ name: initiator, events: length }],
      Math.min(500, length),
      length,
    ]);
    const found = await describeStore(folder);
    if (found === renewed) tally.renewed++;
    else if (found === held && outcome.kind === 'fault') tally.old++;
    else tally.torn++;
    held = found;
  }
  return tally;
}
