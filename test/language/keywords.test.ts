import { expect, it } from 'vitest';
import { KEYWORDS } from '../../src/language/keywords.ts';
import { keywords } from '../../src/language/tacitParser.ts';

it('the list of the language’s words is that of the grammar', () => {
  expect([...KEYWORDS].sort()).toEqual([...keywords()].sort());
});
