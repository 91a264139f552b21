import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLongFiles, findMarks, findVagueNames, longFiles } from './fileRules.ts';
import { projectRoot, readTree } from './sourceTree.ts';

const everything = readTree(['src', 'test', 'bench', 'scripts', 'bin'], ['.ts', '.tsx', '.js', '.mjs']);
const lines = (count: number) => 'x\n'.repeat(count);

describe('files stay small enough to read', () => {
  it('holds', () => {
    expect(findLongFiles(everything)).toEqual([]);
  });

  it.each([
    ['src/model/a.ts', 300],
    ['test/model/a.test.ts', 400],
    ['src/model/index.ts', 60],
    ['src/examine.ts', 120],
  ])('%s ends at %i lines', (path, wall) => {
    expect(findLongFiles([{ path, text: lines(wall) }])).toEqual([]);
    expect(findLongFiles([{ path, text: lines(wall + 1) }])).toHaveLength(1);
  });
});

describe('names say what is inside', () => {
  it('holds', () => {
    expect(findVagueNames(everything)).toEqual([]);
  });

  it.each([
    'src/utils/a.ts',
    'src/model/helpers.ts',
    'test/common.test.ts',
    'src/misc.ts',
    'src/shared/a.ts',
  ])('names %s', (path) => expect(findVagueNames([{ path, text: '' }])).toHaveLength(1));

  it('lets a word inside a longer name pass', () => {
    expect(findVagueNames([{ path: 'src/evidence/sharedEvents.ts', text: '' }])).toEqual([]);
  });
});

describe('nothing is left for later', () => {
  it('holds', () => {
    expect(findMarks(everything)).toEqual([]);
  });

  it.each(['TO' + 'DO', 'FIX' + 'ME', 'it.on' + 'ly(', 'describe.sk' + 'ip(', 'not implement' + 'ed'])(
    'names %s',
    (mark) => expect(findMarks([{ path: 'a.ts', text: `\n// ${mark}` }])[0]).toContain('a.ts:2'),
  );

  it('lets a condition pass', () => {
    expect(findMarks([{ path: 'a.ts', text: 'describe.skipIf(!found)("x", () => {})' }])).toEqual([]);
  });
});

describe('exceptions', () => {
  it.each([...Object.keys(longFiles)])('%s is still there', (path) => {
    expect(existsSync(join(projectRoot, path))).toBe(true);
  });
});
