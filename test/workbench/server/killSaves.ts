import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../../src/workbench/server/workspace.ts';

export interface KillTally {
  readonly kills: number;
  /** Files that were neither an old text nor a new one. */
  readonly torn: number;
  /** Texts that the page was told are saved, and that were not there any more. */
  readonly lost: number;
  readonly saves: number;
  /** Kept texts that were found whole after the restart, and those that were not whole. */
  readonly kept: number;
  readonly keptTorn: number;
  /** What killed processes had left half written, after the restart that sweeps it. */
  readonly litter: number;
}

const SIZE = 200_000;

/** Kills a process that saves, again and again, at another moment each time, and looks at what it left. */
export async function killSaves(folder: string, kills: number): Promise<KillTally> {
  const tally = { kills: 0, torn: 0, lost: 0, saves: 0, kept: 0, keptTorn: 0, litter: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const told = await killOnce(folder, kill * 7);
    tally.kills += 1;
    tally.saves += told;
    const found = wholeText(readFileSync(join(folder, 'theatre.tacit'), 'utf8'));
    if (found === null) tally.torn += 1;
    else if (found < told) tally.lost += 1;
    const opening = await openWorkspace(folder, 'theatre.tacit');
    if (!opening.ok) throw new Error(opening.message);
    const { kept } = await opening.value.read();
    for (const { id, text } of kept) {
      if (text.startsWith('kept ') && wholeText(text.slice(5)) !== null) tally.kept += 1;
      else tally.keptTorn += 1;
      await opening.value.forget(id);
    }
    tally.litter += readdirSync(join(folder, '.tacit', 'saving')).length;
    tally.litter += readdirSync(folder).filter((name) => !['theatre.tacit', '.tacit'].includes(name)).length;
  }
  return tally;
}

/** The number of a text that is whole, else null. */
function wholeText(text: string): number | null {
  const number = /^(\d+) /.exec(text)?.[1];
  return number !== undefined && text === `${number} ${'x'.repeat(SIZE)} ${number}\n` ? Number(number) : null;
}

/** Gives the number of the last text that the process said was saved. */
function killOnce(folder: string, delay: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = 'test/workbench/server/saveUntilKilled.ts';
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(SIZE)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = 0;
    let killing = false;
    child.stdout.on('data', (text: Buffer) => {
      last = Number(text.toString().trim().split('\n').at(-1));
      if (killing || last < 3) return;
      killing = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve(last) : reject(new Error(`it ended with ${String(code)}`)),
    );
  });
}
