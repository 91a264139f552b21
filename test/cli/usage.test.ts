import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { projectRoot } from '../house/sourceTree.ts';
import { runTacit } from './runTacit.ts';

describe('usage', () => {
  it('prints every command with no words at all', async () => {
    const { code, out, error } = await runTacit();
    expect(code).toBe(0);
    expect(error).toBe('');
    for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `);
  });

  it('prints the version', async () => {
    expect(await runTacit('--version')).toEqual({ code: 0, out: '0.1.0\n', error: '' });
  });

  it.each([
    ['an unknown command', ['chek', 'a.tacit'], /^No such command: chek\.\n\(Did you mean check\?\)/],
    ['a command that does not exist', ['target'], /^No such command: target\./],
    ['a name that every object has', ['constructor'], /^No such command: constructor\./],
    ['an unknown option', ['check', 'a.tacit', '--fast'], /^Unknown option '--fast'/],
    ['no file', ['check'], /^Missing required argument 'file'/],
    ['two files', ['check', 'a.tacit', 'b.tacit'], /^Too many arguments/],
    [
      'a seed that is no number',
      ['examine', 'a.tacit', '--seed', '1.5'],
      /whole number from 0 to 4294967295/,
    ],
    ['no thread', ['examine', 'a.tacit', '--threads', '0'], /whole number from 1 to 256/],
    ['no place for the report', ['report', 'a.tacit'], /required option '--out <out>'/i],
    ['no stage', ['show', 'a.tacit'], /required option '--stage <stage>'/i],
    ['no such stage', ['show', '--stage', 'soul', 'a.tacit'], /Allowed choices are document/],
    ['no folder to import into', ['import', 'a.csv'], /required option '--into <dir>'/i],
  ])('%s is wrong usage', async (_, args, words) => {
    const { code, out, error } = await runTacit(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(words);
  });
});

describe('the program itself', () => {
  const tacit = join(projectRoot, 'bin', 'tacit.js');

  it('runs from any folder and hands its exit code on', () => {
    const ran = spawnSync(process.execPath, [tacit, 'check', 'none.tacit'], { cwd: '/', encoding: 'utf8' });
    expect(ran.stderr).toBe('There is no file none.tacit.\n');
    expect(ran.status).toBe(2);
  });

  it('ends quietly when nobody reads on', () => {
    const ran = spawnSync('sh', ['-c', `"$0" "$1" --help | true`, process.execPath, tacit], {
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
  });
});
