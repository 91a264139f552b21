import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectRoot } from '../house/sourceTree.ts';

/** Starts a child that would live on (something keeps it busy), tells its number, and is killed after so many milliseconds. */
const PARENT = `
import { fork } from 'node:child_process';
const [, child, after] = process.argv;
const { pid } = fork(child, { stdio: 'ignore', execArgv: ['--import', 'tsx'] });
process.stdout.write(String(pid), () => setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(after)));
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

// Before it could hear of it, and when it waits.
it.each([0, 4000])(
  'a child ends although its parent was killed (after %i ms)',
  async (after) => {
    const child = join(mkdtempSync(join(tmpdir(), 'tacit-child-')), 'child.mts');
    const door = pathToFileURL(join(projectRoot, 'src/host/endWithParent.ts')).href;
    writeFileSync(
      child,
      `import { endWithParent } from '${door}';\nendWithParent();\nsetInterval(() => undefined, 1000);\n`,
    );
    const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT, child, String(after)], {
      cwd: projectRoot,
    });
    let told = '';
    parent.stdout.on('data', (chunk) => (told += chunk));
    await new Promise((resolve) => parent.on('close', resolve));
    const pid = Number(told);
    expect(pid).toBeGreaterThan(0);
    for (let waited = 0; isAlive(pid) && waited < 100; waited++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const alive = isAlive(pid);
    if (alive) process.kill(pid, 'SIGKILL');
    expect(alive).toBe(false);
  },
  30_000,
);
