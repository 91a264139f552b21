import { expect, it } from 'vitest';
import { EVENT_CLASSES } from '../../src/language/index.ts';
import { RECORD_ACT_CLASSES } from '../../src/record/index.ts';

it('records and theatres name the same classes of acts', () => {
  expect([...RECORD_ACT_CLASSES].sort()).toEqual([...EVENT_CLASSES].sort());
});
