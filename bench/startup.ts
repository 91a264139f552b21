/** How long a command takes to come up: the price of running the source as it lies. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './run.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const theatre = join(root, 'examples', 'eastern-syria', 'theatre.tacit');

function medianMs(args: readonly string[], repeats = 7): number {
  const times = Array.from({ length: repeats }, () => {
    const from = performance.now();
    const command = [join(root, 'bin', 'tacit.js'), ...args];
    // An examination as JSON is larger than what a child may print by default.
    const ran = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (ran.status !== 0) throw new Error(`tacit ${args.join(' ')}: ${ran.stderr}`);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return times[Math.floor(repeats / 2)] ?? NaN;
}

const row = (name: string, args: readonly string[]): BenchRow => ({
  name: `${name} (whole process, median of 7)`,
  run: () => Promise.resolve({ tacitMs: medianMs(args) }),
});

export const rows: readonly BenchRow[] = [
  row('tacit --version', ['--version']),
  row('tacit check, eastern Syria', ['check', theatre]),
  row('tacit examine, eastern Syria, record in the store', ['examine', theatre, '--json']),
];
