/** docs/security.md names a test for every promise: each must be there, under the words by which it is named. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../house/sourceTree.ts';

const page = readFileSync(join(projectRoot, 'docs', 'security.md'), 'utf8');
const promises = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

/** Files named in a cell, each with the words after it. */
function namedTests(cell: string) {
  return [...cell.matchAll(/`([\w/]+\.(?:test|long)\.ts)`(?: \([^)]*\))?(?:: ([^·`]*))?/g)].map(
    ({ 1: file = '', 2: words = '' }) => ({
      file: file.includes('/') ? file : ownName(file),
      words: words
        .split(/;|›|…|,? (?:150 times|the whole)/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    }),
  );
}

function ownName(file: string): string {
  return (
    ['workbench/server', 'host']
      .map((folder) => `${folder}/${file}`)
      .find((path) => existsSync(join(projectRoot, 'test', path))) ?? file
  );
}

describe('every promise of docs/security.md has its test', () => {
  it('in a table of three columns', () => {
    expect(promises.length).toBeGreaterThan(18);
    for (const cells of promises) expect(cells, cells[0]).toHaveLength(3);
  });

  it.each(promises.map(([promise = '', , tests = '']) => [promise, tests]))('%s', (_, tests) => {
    const named = namedTests(tests);
    expect(named.length).toBeGreaterThan(0);
    for (const { file, words } of named) {
      const path = join(projectRoot, 'test', file);
      expect(existsSync(path), file).toBe(true);
      const text = readFileSync(path, 'utf8');
      for (const one of words) expect(text, `${file}: ${one}`).toContain(one);
    }
  });
});
