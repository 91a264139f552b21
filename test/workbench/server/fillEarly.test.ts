/** What a page sees of a claim that waits: the verdict of before where the claim says the same, else none. */
import { describe, expect, it } from 'vitest';
import type { ClaimExamination, Examination } from '../../../src/evidence/index.ts';
import { fillEarly } from '../../../src/workbench/server/fillEarly.ts';

const claim = (name: string, text: string, line: number, finding: string | null): ClaimExamination =>
  ({
    name,
    text,
    line,
    source: 'S',
    parts: finding === null ? [] : [{ finding }],
  }) as unknown as ClaimExamination;
const examination = (claims: readonly ClaimExamination[], more: object = {}): Examination =>
  ({ seed: 1, claims, ...more }) as unknown as Examination;

const before = examination(
  [
    claim('Same', 'a', 3, 'supported'),
    claim('Changed', 'b', 5, 'supported'),
    claim('Judged', 'c', 7, 'disputed'),
  ],
  { rivals: ['of before'], pictures: { of: 'before' } },
);
const early = examination([
  claim('Same', 'a', 4, null),
  claim('Changed', 'b within 3 days', 6, null),
  claim('Judged', 'c', 8, 'contradicted'),
  claim('New', 'd', 9, null),
]);
const filled = fillEarly(early, ['Same', 'Changed', 'New'], before);

describe('an examination before its end', () => {
  it('has the verdict of before only of a claim that waits and says the same, where it stands now', () => {
    expect(filled.claims).toEqual([
      claim('Same', 'a', 4, 'supported'),
      claim('Changed', 'b within 3 days', 6, null),
      claim('Judged', 'c', 8, 'contradicted'),
      claim('New', 'd', 9, null),
    ]);
  });

  it('has the pictures of before, and none before the first', () => {
    expect(filled).toMatchObject({ rivals: ['of before'], pictures: { of: 'before' } });
    expect(fillEarly(early, ['Same'], null)).toBe(early);
  });
});
