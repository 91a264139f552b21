/** The peers of the model rows, timed in the same run where Rscript with surveillance is at hand. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PeerTimes = Readonly<Record<string, number>>;

/** Runs `peers.R` on these tables (a name and its series); null, and a sentence, where it cannot be run. */
export function runPeers(
  tables: Readonly<Record<string, Readonly<Record<string, Float64Array>>>>,
): PeerTimes | null {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-peers-'));
  try {
    for (const [name, series] of Object.entries(tables)) {
      const units = Object.keys(series);
      const rows = Array.from(series[units[0]!]!, (_, row) =>
        units.map((unit) => series[unit]![row]).join(','),
      );
      writeFileSync(join(folder, `${name}.csv`), [units.join(','), ...rows].join('\n') + '\n');
    }
    const script = join(import.meta.dirname, 'peers.R');
    const printed = execFileSync('Rscript', [script, folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(printed) as PeerTimes;
  } catch (error) {
    process.stderr.write(
      `peers not run (${(error as Error).message.split('\n')[0]!}): published numbers are shown\n`,
    );
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
