import { existsSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importFile } from '../../src/store/index.ts';
import { storePath } from '../../src/store/openDatabase.ts';
import { writeImport } from '../../src/store/writeImport.ts';
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
      note: `note ${index} of turn ${turn}, `.repeat(6),
    })),
  );

/**
 * When an import is killed: so many milliseconds after the database's log changed its size so often, that is while the
 * import stages, publishes, commits or tidies up, however fast the machine is.
 */
export interface Moment {
  readonly changes: number;
  readonly delay: number;
}

export interface KillPlan {
  readonly kills: number;
  /** Taken in turn, again and again. */
  readonly moments: readonly Moment[];
  readonly rows: number;
  /** Rows after which an import is kept in part; left out, nothing is staged. */
  readonly partRows?: number;
}

/**
 * Imports one record again and again, kills every import (SIGKILL) at its moment, and looks what the store then holds:
 * everything it answers must be what it answered before, or what an import that was left alone gives. After a kill the
 * same file is imported again, and killed again; every fourth time it is left alone to the end, and then the file changes.
 */
export async function killImport(folder: string, other: string, plan: KillPlan): Promise<KillTally> {
  const file = join(folder, 'record.csv');
  const tally: KillTally = { kills: 0, finished: 0, old: 0, renewed: 0, torn: 0, staged: 0 };
  const options = plan.partRows === undefined ? {} : { partRows: plan.partRows };
  let held = 'none';
  let renewed = '';
  const importOnce = async (moment: Moment | null) => {
    let pid = 0;
    const kill = () => {
      if (pid !== 0) process.kill(pid, 'SIGKILL');
    };
    const cancel = moment ? waitFor(moment, `${storePath(folder)}.wal`, kill) : () => undefined;
    const outcome = await importFile(folder, file, { ...options, onProcess: (number) => (pid = number) });
    cancel();
    if (outcome.kind === 'imported') tally.finished++;
    else if (outcome.fault.message.includes('SIGKILL')) tally.kills++;
    else throw new Error(outcome.fault.message);
    const found = await describeStore(folder);
    if (found === renewed) tally.renewed++;
    else if (found === held && outcome.kind === 'fault') tally.old++;
    else tally.torn++;
    held = found;
    if (((await countStaged(folder)) ?? 0) > 0) tally.staged++;
  };
  for (let turn = 0; tally.kills < plan.kills && turn < 3 * plan.kills; turn++) {
    if (turn % 4 === 0) {
      writeFileSync(file, rowsOf(turn, plan.rows + turn));
      renewed = await readAlone(other, file);
    }
    await importOnce(turn % 4 === 3 ? null : (plan.moments[turn % plan.moments.length] ?? null));
  }
  return tally;
}

/** What a store answers when the file is read whole, in this process and with nothing staged. */
async function readAlone(folder: string, path: string): Promise<string> {
  const outcome = await writeImport(
    {
      store: storePath(folder),
      path,
      name: basename(path),
      format: 'tacit-csv',
      memoryMegabytes: 256,
      options: { dates: null, map: null },
    },
    () => undefined,
  );
  if (outcome.kind === 'fault') throw new Error(outcome.fault.message);
  return describeStore(folder);
}

/** Everything the store answers, as one text; `none` before the first import. */
async function describeStore(folder: string): Promise<string> {
  if (!existsSync(storePath(folder))) return 'none';
  const whole = await readWholeStore(folder);
  return whole.summaries.length === 0 ? 'none' : JSON.stringify(whole);
}

/** Calls back at the moment; the answer calls it off. */
function waitFor({ changes, delay }: Moment, log: string, kill: () => void): () => void {
  const sizeOf = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  let timer: NodeJS.Timeout | undefined;
  let size = sizeOf();
  let seen = 0;
  const watch = setInterval(() => {
    const now = sizeOf();
    if (now === size) return;
    size = now;
    seen += 1;
    if (seen < changes) return;
    clearInterval(watch);
    timer = setTimeout(kill, delay);
  }, 1);
  return () => {
    clearInterval(watch);
    clearTimeout(timer);
  };
}
