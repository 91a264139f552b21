import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCheckCases, runCheckCase } from './checkCase.ts';

const folder = join(import.meta.dirname, 'cases', 'check');

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = readCheckCases(readFileSync(join(folder, file), 'utf8'));

  it('holds cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    expect(runCheckCase(one)).toBe(one.expected);
  });
});
