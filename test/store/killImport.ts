import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../src/store/index.ts';
import { storePath } from '../../src/store/openDatabase.ts';
import { writeRows } from '../record/tacitCsvText.ts';
import { countStaged } from './countStaged.ts';
import { readWholeStore } from './readWholeStore.ts';

export interface KillTally {
  kills: number;
  /** The import ended before it could be killed. */
  finished: number;
  /** What the store held afterwards: the old record, or the new one. */
  old: number;
  renewed: number;
  /** Neither the old record nor the new one. */
  torn: number;
  /** Kills after which rows were staged, so that the next import went on. */
  staged: number;
}

const rowsOf = (turn: number, rows: number) =>
  writeRows(
    Array.from({ length: rows }, (_, index) => ({
      ...(index % 997 === 996 ? { id: `E${Math.max(1, index - 900)}` } : {}),
      initiator: `Side${turn}`,
      killed_min: index % 211 === 0 ? 'many' : '1',
      place: `P${index % 500}`,
      note: `note ${index} of turn ${turn}`,
    })),
  );

/**
 * When an import is killed: after a share of the time the last whole import took, or so many milliseconds after the
 * database's log appeared, that is while it commits and tidies up.
 */
export type Moment = { readonly share: number } | { readonly afterLog: number };

export interface KillPlan {
  readonly moments: readonly Moment[];
  readonly rows: number;
  /** Rows after which an import is kept in part; left out, nothing is staged. */
  readonly partRows?: number;
}

/**
 * Imports one record again and again, kills every import (SIGKILL) at its moment, and looks what the store then holds:
 * everything it answers must be what it answered before, or what an import that was left alone gives. An import that was
 * killed is begun again with the same file, and killed again, until every fourth kill has been followed by one that is left
 * alone; then the file changes.
 */
export async function killImport(folder: string, other: string, plan: KillPlan): Promise<KillTally> {
  const file = join(folder, 'record.csv');
  const tally: KillTally = { kills: 0, finished: 0, old: 0, renewed: 0, torn: 0, staged: 0 };
  const options = plan.partRows === undefined ? {} : { partRows: plan.partRows };
  let held = 'none';
  let renewed = '';
  const look = (kind: string, found: string) => {
    if (found === renewed) tally.renewed++;
    else if (found === held && kind === 'fault') tally.old++;
    else tally.torn++;
    held = found;
  };
  let duration = 0;
  for (const [index, moment] of plan.moments.entries()) {
    if (index % 4 === 0) {
      if (index > 0) {
        const { kind } = await importFile(folder, file, options);
        if (kind === 'imported') tally.finished++;
        look(kind, await describeStore(folder));
      }
      writeFileSync(file, rowsOf(index, plan.rows + index));
      const start = performance.now();
      await importFile(other, file, options);
      duration = performance.now() - start;
      renewed = await describeStore(other);
    }
    let pid = 0;
    const cancel = waitFor(moment, duration, `${storePath(folder)}.wal`, () => {
      if (pid !== 0) process.kill(pid, 'SIGKILL');
    });
    const outcome = await importFile(folder, file, { ...options, onProcess: (number) => (pid = number) });
    cancel();
    if (outcome.kind === 'imported') tally.finished++;
    else if (outcome.fault.message.includes('SIGKILL')) tally.kills++;
    else throw new Error(outcome.fault.message);
    look(outcome.kind, await describeStore(folder));
    if (((await countStaged(folder)) ?? 0) > 0) tally.staged++;
  }
  return tally;
}

/** Everything the store answers, as one text; `none` before the first import. */
async function describeStore(folder: string): Promise<string> {
  if (!existsSync(storePath(folder))) return 'none';
  const whole = await readWholeStore(folder);
  return whole.summaries.length === 0 ? 'none' : JSON.stringify(whole);
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
