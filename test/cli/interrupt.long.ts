import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeRows } from '../record/tacitCsvText.ts';
import { runProgram } from './runProgram.ts';
import { makeFolder } from './runTacit.ts';

const at = makeFolder({});
const ROWS = 1_500_000;

it('an import ends cleanly when it is interrupted, says what is kept, and goes on from there', async () => {
  const long = at('long.csv');
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    note: `a note of the row ${index}, once more`,
  }));
  writeFileSync(long, writeRows(rows));
  const args = ['import', long, '--into', at('.')];
  const { code, error } = await runProgram(args, { interruptAfter: /Reading long\.csv: [1-9]/ });
  expect(code).toBe(2);
  expect(error).toMatch(/Stopped: 0 of 1 table done/);
  expect(error).toMatch(/rows are kept apart: the same command goes on from there/);
  expect(await runProgram(args)).toMatchObject({
    code: 0,
    error: expect.stringContaining('long.csv: 1,500,000 rows, 1,500,000 right, 0 set aside'),
  });
});
