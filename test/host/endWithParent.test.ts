import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../house/sourceTree.ts';

/** Starts a child that hears of nothing for half a second, tells its number, and is killed before that. */
const PARENT = `
import { fork } from 'node:child_process';
const child = fork(process.argv[1], { stdio: 'ignore', execArgv: ['--import', 'tsx'] });
process.stdout.write(String(child.pid), () => process.kill(process.pid, 'SIGKILL'));
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it('a child ends although its parent was killed before it could hear of it', async () => {
  const desk = join(projectRoot, 'src/workbench/server/draftProcess.ts');
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT, desk], { cwd: projectRoot });
  let told = '';
  parent.stdout.on('data', (chunk) => (told += chunk));
  await new Promise((resolve) => parent.on('close', resolve));
  const pid = Number(told);
  expect(pid).toBeGreaterThan(0);
  for (let waited = 0; isAlive(pid) && waited < 200; waited++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isAlive(pid)).toBe(false);
}, 30_000);
