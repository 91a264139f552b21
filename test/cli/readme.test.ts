import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../house/sourceTree.ts';
import { runTacit } from './runTacit.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const architecture = readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8');

describe('the README', () => {
  it('names the two commands', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });

  it('shows what its commands print', async () => {
    // Filled first: a new store is told of, and the page shows the second run.
    const theatre = join(projectRoot, 'examples', 'eastern-syria', 'first.tacit');
    expect((await runTacit('match', theatre)).code).toBe(0);
    const script = join(projectRoot, 'scripts', 'fillTutorial.mjs');
    const ran = spawnSync(process.execPath, [script, '--check', 'README.md'], { encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  });

  it('links only to files that are there', () => {
    const missing = [...`${readme}${architecture}`.matchAll(/\]\(([^)#:]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(projectRoot, target)));
    expect(missing).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names only files that are there', () => {
    const named = [...architecture.matchAll(/`((?:src|test)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(15);
    const missing = named.filter((path) => !existsSync(join(projectRoot, path)));
    expect(missing).toEqual([]);
  });
});
