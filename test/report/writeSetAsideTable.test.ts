import { expect, it } from 'vitest';
import { writeSetAsideTable } from '../../src/report/writeSetAsideTable.ts';

const cellOf = (raw: string): string => {
  const text = writeSetAsideTable([{ record: 'a.csv', line: 2, column: null, reason: 'bad', raw }]);
  return text.slice(text.indexOf('\r\n') + 2, -2).replace('a.csv,2,,bad,', '');
};

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['"=1"', `"'""=1"""`],
  ['\uff1d1', "'\uff1d1"],
  ['\t1', "'\t1"],
  ['E1,x', '"E1,x"'],
  ['E1\nx', '"E1\nx"'],
  ['E1\u202ex', 'E1[U+202E]x'],
  ['E1;=1', 'E1;=1'],
])('a cell %j is written as %s', (raw, written) => {
  expect(cellOf(raw)).toBe(written);
});
