import { describe, expect, it } from 'vitest';
import { findImpureUses } from './purityRules.ts';
import { readTree } from './sourceTree.ts';

describe('pure folders stay pure', () => {
  it('holds in src', () => {
    expect(findImpureUses(readTree(['src'], ['.ts', '.tsx']))).toEqual([]);
  });

  it.each([
    'const x = Math.random();',
    'const now = Date.now();',
    'const now = new Date();',
    'export function f(day: Date): void {}',
    'const home = process.env.HOME;',
    "console.log('x');",
    "await fetch('http://example.org');",
    'setTimeout(() => 1, 5);',
    'const time = performance.now();',
  ])('names %s', (text) => {
    expect(findImpureUses([{ path: 'src/stats/a.ts', text }])).toHaveLength(1);
  });

  it('lets the shell, own names and properties pass', () => {
    expect(findImpureUses([{ path: 'src/cli/a.ts', text: 'console.log(new Date());' }])).toEqual([]);
    const own =
      'function f(process: (x: number) => number) { return process(1); } const y = { Date: 1 }.Date;';
    expect(findImpureUses([{ path: 'src/stats/a.ts', text: own }])).toEqual([]);
  });
});
