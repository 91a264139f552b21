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
    Array.from({ length: rows }, (_, index) => ({ initiator, killed_min: '1', place: `P${index % 5000}` })),
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
 * When an import is killed: after a share of the time the last whole import took, or so many milliseconds after the
 * database's log appeared, that is while it commits and tidies up.
 */
export type Moment = { readonly share: number } | { readonly afterLog: number };

/**
 * Imports one record again and again with other rows each time, kills every import (SIGKILL) at its moment, and looks
 * what the store then holds. The first import is left whole, so that there is something to lose; so is every tenth,
 * which measures the time anew.
 */
export async function killImport(
  folder: string,
  moments: readonly Moment[],
  rows: number,
): Promise<KillTally> {
  const file = join(folder, 'record.csv');
  const tally: KillTally = { kills: 0, finished: 0, old: 0, renewed: 0, torn: 0 };
  let held = 'none';
  let turn = 0;
  const importOnce = async (signal?: AbortSignal) => {
    const [initiator, length] = [`Side${turn}`, rows + turn];
    turn++;
    writeFileSync(file, rowsOf(initiator, length));
    const outcome = await importFile(folder, file, signal ? { signal } : {});
    const renewed = JSON.stringify([
      ...[length, length, length],
      [{ name: initiator, events: length }],
      ...[Math.min(5000, length), length],
    ]);
    const found = await describeStore(folder);
    if (found === renewed) tally.renewed++;
    else if (found === held && outcome.kind === 'fault') tally.old++;
    else tally.torn++;
    held = found;
    return outcome.kind;
  };
  let duration = 0;
  for (const [index, moment] of moments.entries()) {
    if (index % 10 === 0) {
      const start = performance.now();
      if ((await importOnce()) === 'imported') tally.finished++;
      duration = performance.now() - start;
    }
    const killed = new AbortController();
    const cancel = waitFor(moment, duration, `${storePath(folder)}.wal`, () => killed.abort());
    if ((await importOnce(killed.signal)) === 'imported') tally.finished++;
    else tally.kills++;
    cancel();
  }
  return tally;
}

/** Calls back at the moment; the answer calls it off. */
function waitFor(moment: Moment, duration: number, log: string, kill: () => void): () => void {
  if ('share' in moment) {
    const timer = setTimeout(kill, moment.share * duration);
    return () => clearTimeout(timer);
  }
  let timer: NodeJS.Timeout | undefined;
  const watch = setInterval(() => {
    if (!existsSync(log)) return;
    clearInterval(watch);
    timer = setTimeout(kill, moment.afterLog);
  }, 1);
  return () => {
    clearInterval(watch);
    clearTimeout(timer);
  };
}
