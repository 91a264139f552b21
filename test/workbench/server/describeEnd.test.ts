import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { describeEnd } from '../../../src/workbench/server/describeEnd.ts';

function complaintOf(script: string): string {
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stderr;
}

describe('how the page is told that the examining process ended', () => {
  it('names the fault and none of the program’s lines', () => {
    const complaint = complaintOf(
      "const secret = 1; throw new TypeError('the record is a heap of ' + 'holes')",
    );
    expect(complaint).toContain('const secret');
    expect(describeEnd(1, null, complaint)).toBe(
      'The examining process ended with code 1: the record is a heap of holes. The next examination begins anew.',
    );
    expect(describeEnd(1, null, complaintOf("import './not there.mjs'"))).toMatch(/: Cannot find module/);
  });

  it('says how it ended where nothing is known, and what memory it lacked', () => {
    expect(describeEnd(null, 'SIGKILL', "  throw new Error('half a line")).toBe(
      'The examining process ended by SIGKILL. The next examination begins anew.',
    );
    expect(describeEnd(134, null, 'FATAL ERROR: JavaScript heap out of memory')).toContain('more memory');
  });
});
