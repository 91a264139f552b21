import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { families, findHanded, findSurplusVerbs, findUndocumented } from './doorRules.ts';
import { projectRoot, readTree } from './sourceTree.ts';

const source = readTree(['src'], ['.ts', '.tsx']);

const made = [
  {
    path: 'src/model/index.ts',
    text: "export { fit, LIMIT, type Fit } from './fit.ts'; export * from './two.ts'; export type * from './only.ts';",
  },
  {
    path: 'src/model/fit.ts',
    text: '/** Meaning. */\nexport function fit() {}\nexport const LIMIT = 1;\nexport interface Fit {}\nexport function inner() {}',
  },
  {
    path: 'src/model/two.ts',
    text: '/** A. */\nexport const first = () => 1;\n// no docstring\nexport function second() {}',
  },
  { path: 'src/model/only.ts', text: 'export function third() {}' },
];

describe('what a door hands out has a docstring', () => {
  it('holds in src', () => {
    expect(findHanded(source).length).toBeGreaterThan(0);
    expect(findUndocumented(source)).toEqual([]);
  });

  it('names functions and constants without one', () => {
    expect(findUndocumented(made)).toEqual([
      'src/model/fit.ts: LIMIT has no docstring',
      'src/model/two.ts: second has no docstring',
    ]);
  });
});

describe('a file gives the world one verb and bears its name', () => {
  it('holds in src', () => {
    expect(findSurplusVerbs(source)).toEqual([]);
  });

  it('names files with two verbs and files named after something else', () => {
    const renamed = [
      { path: 'src/model/index.ts', text: "export { fit } from './thing.ts';" },
      { path: 'src/model/thing.ts', text: 'export async function fit() {}' },
    ];
    expect(findSurplusVerbs(made)).toEqual(['src/model/two.ts: hands out 2 verbs (first, second)']);
    expect(findSurplusVerbs(renamed)).toEqual([
      'src/model/thing.ts: hands out fit, so it should be named fit',
    ]);
  });

  it.each(Object.keys(families))('the exception %s is still there', (path) => {
    expect(existsSync(join(projectRoot, path))).toBe(true);
  });
});
