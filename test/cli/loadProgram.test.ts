/** The program's scripts: made of the source as it lies, also when it has changed, and done without where need be. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../house/sourceTree.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tacit-program-')));
const modules = join(folder, 'node_modules');
const cache = join(modules, '.cache', 'tacit');
const commands = join(folder, 'src', 'cli', 'commands.ts');
const THEATRE = join(projectRoot, 'examples', 'tutorial', 'theatre.tacit');

beforeAll(() => {
  for (const part of ['bin', 'src', 'package.json']) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  mkdirSync(modules);
  for (const name of readdirSync(join(projectRoot, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(projectRoot, 'node_modules', name), join(modules, name));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const command = [join(folder, 'bin', 'tacit.js'), ...words];
  const { stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, TACIT_SOURCE: '', ...env },
  });
  return `${stdout}${stderr}`;
};
const listScripts = () => (existsSync(cache) ? readdirSync(cache) : []);

it('makes the scripts once, and anew when the source has changed', () => {
  expect(run(['check', THEATRE])).toContain('no mistakes found');
  expect(listScripts()).toHaveLength(1);
  run(['check', THEATRE]);
  expect(listScripts()).toHaveLength(1);
  writeFileSync(commands, readFileSync(commands, 'utf8').replace('look for mistakes', 'search for mistakes'));
  expect(run(['--help'])).toContain('search for mistakes');
  expect(listScripts()).toHaveLength(2);
});

it('says the same from the source file by file', () => {
  for (const words of [['--help'], ['acts'], ['check', THEATRE, '--json']]) {
    expect(run(words)).toBe(run(words, { TACIT_SOURCE: '1' }));
  }
});

it('reports from the scripts, with all that is loaded for it', { timeout: 60_000 }, () => {
  const page = join(folder, 'page.html');
  run(['report', THEATRE, '--out', page]);
  expect(readFileSync(page, 'utf8')).toContain('</html>');
});

/** The scripts of the source as it lies: those that were started last. */
const currentScripts = () => {
  run(['check', THEATRE]);
  const [last] = listScripts()
    .map((name) => join(cache, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  return last!;
};

it('makes damaged scripts anew, and removes what an ended process left', { timeout: 60_000 }, () => {
  const scripts = currentScripts();
  const left = `${scripts}-999999999`;
  mkdirSync(left);
  for (const damage of [
    () => writeFileSync(join(scripts, 'main.js'), 'let'),
    () => rmSync(join(scripts, 'judgesWorker.cjs')),
    () => rmSync(scripts, { recursive: true }),
    () => {
      rmSync(scripts, { recursive: true });
      writeFileSync(scripts, '');
    },
  ]) {
    damage();
    expect(run(['check', THEATRE])).toContain('no mistakes found');
    expect(readFileSync(join(scripts, 'main.js')).byteLength).toBeGreaterThan(1000);
  }
  expect(existsSync(left)).toBe(false);
});

it('keeps no scripts of a source that changed while they were made', { timeout: 60_000 }, async () => {
  const text = readFileSync(commands, 'utf8');
  rmSync(cache, { recursive: true });
  const child = spawn(process.execPath, [join(folder, 'bin', 'tacit.js'), 'check', THEATRE]);
  const ended = new Promise((resolve) => child.on('close', resolve));
  await new Promise((resolve) => setTimeout(resolve, 250));
  writeFileSync(commands, text.replace('for mistakes', 'for what never was'));
  await ended;
  writeFileSync(commands, text);
  expect(run(['--help'])).toContain('for mistakes');
});

it('runs without scripts where they cannot be kept', () => {
  rmSync(join(modules, '.cache'), { recursive: true, force: true });
  writeFileSync(join(modules, '.cache'), '');
  expect(run(['check', THEATRE])).toContain('no mistakes found');
  rmSync(join(modules, '.cache'));
});
