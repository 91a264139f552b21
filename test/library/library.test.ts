/** The doors of the library as a user of plain Node has them, and every example of docs/library.md with its output. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/library.md', 'utf8');
const examples = [
  ...text.matchAll(/## ([^\n]+)\n(?:(?!\n## )[\s\S])*?```js\n([\s\S]*?)```\n\n```output\n([\s\S]*?)```/g),
].map(([, title = '', code = '', output = '']) => ({ title, code, output }));

/** Runs a module from the project's folder, in which `tacit` names the package itself. */
const run = (...parameters: string[]) => execFileSync(process.execPath, parameters, { encoding: 'utf8' });

describe('the library', () => {
  it('has doors that are up to date', () => {
    expect(run('scripts/writeLibrary.mjs', '--check')).toBe('');
  });

  it('shows an example of every door', () => {
    expect(examples.map(({ title }) => title)).toEqual(['Examine a theatre', 'Fit one stream', 'Numbers']);
  });

  it.each(examples)('$title', ({ code, output }) => {
    expect(run('--input-type=module', '--eval', code)).toBe(output);
  });
});
