import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Outcome } from '../host/index.ts';

export interface Spooled {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Writes standard input to a file beside the store, so that the reading process can read it as any other; whoever asked
 * removes it. What a killed process left behind is removed too.
 */
export async function spoolStandardInput(folder: string, largestBytes: number): Promise<Outcome<Spooled>> {
  const home = join(folder, '.tacit');
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) {
    const maker = /^incoming-(\d+)-/.exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker)))
      rmSync(join(home, name), { recursive: true, force: true });
  }
  const inside = mkdtempSync(join(home, `incoming-${process.pid}-`));
  const path = join(inside, 'input');
  const remove = () => rmSync(inside, { recursive: true, force: true });
  let total = 0;
  async function* limited(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of source) {
      total += bytes.length;
      if (total > largestBytes)
        throw new Error(`more than ${largestBytes} bytes came; allow more with --max-bytes`);
      yield bytes;
    }
  }
  try {
    await pipeline(process.stdin, limited, createWriteStream(path, { mode: 0o600 }));
    return { ok: true, value: { path, remove } };
  } catch (error) {
    remove();
    return { ok: false, message: `Standard input could not be read: ${(error as Error).message}.` };
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
