/** An examination cut into pieces, held by the server and put together by the page is the examination, however often. */
import { describe, expect, it } from 'vitest';
import type { Examination } from '../../../src/evidence/index.ts';
import { showControls } from '../../../src/report/index.ts';
import {
  mergeExamination,
  NOTHING_HELD,
  type HeldExamination,
} from '../../../src/workbench/client/verdicts/mergeExamination.ts';
import type { ExaminationNews } from '../../../src/workbench/protocol/index.ts';
import { cutExaminations } from '../../../src/workbench/server/cutExaminations.ts';
import { holdPieces } from '../../../src/workbench/server/holdPieces.ts';

interface Claim {
  readonly name: string;
  readonly finding: string;
}
const claim = (name: string, finding: string): Claim => ({ name, finding });
const examination = (claims: readonly Claim[], more: object = {}): Examination =>
  ({ seed: 1, theatre: { text: 'a' }, ...more, claims }) as unknown as Examination;

const [a, b, c] = [claim('A', 'supported'), claim('B \u202e', 'disputed'), claim('__proto__', 'x "]}')];
const EXAMINATIONS: readonly (readonly [string, Examination])[] = [
  ['the first', examination([a, b])],
  ['the same', examination([a, b])],
  ['one claim judged otherwise', examination([claim('A', 'contradicted'), b])],
  ['a claim between the others', examination([a, c, b], { pictures: { map: null } })],
  ['another order, and a field that is gone', examination([b, c, a])],
  ['a field that nobody filled', examination([b, c, a], { open: undefined })],
  ['no claim', examination([], { theatre: { text: 'b' } })],
  ['all claims back', examination([a, b, c])],
];

/** A server and a page that asks it now and then. */
function openBoth() {
  const cut = cutExaminations();
  const pieces = holdPieces();
  let held: HeldExamination = NOTHING_HELD;
  return {
    tell: (one: Examination) => pieces.take(cut(one)),
    whole: () => JSON.parse(pieces.printWhole()) as unknown,
    news: () =>
      JSON.parse(`{"hash":"h","waiting":["A"],${pieces.printSince(held.version)}}`) as ExaminationNews,
    merge: (news: ExaminationNews) => {
      const merged = mergeExamination(held, news);
      if (merged) ({ held } = merged);
      return merged?.shown ?? null;
    },
  };
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe.each([1, 2, 3])('a page that asks after every %i examinations', (every) => {
  it('has what was examined', () => {
    const { tell, whole, news, merge } = openBoth();
    EXAMINATIONS.forEach(([what, one], index) => {
      tell(one);
      expect(whole(), what).toEqual(asJson(one));
      if (index % every !== every - 1) return;
      const shown = merge(news());
      expect(shown, what).toEqual({ hash: 'h', waiting: ['A'], examination: showControls(asJson(one)) });
    });
  });
});

describe('what did not change', () => {
  it('does not travel, and stays the object it was', () => {
    const { tell, news, merge } = openBoth();
    tell(examination([a, b, c]));
    const before = merge(news())?.examination;
    tell(examination([a, claim(b.name, 'supported'), c]));
    const told = news();
    expect(told.changed).toEqual({ fields: {}, claims: [claim(b.name, 'supported')] });
    const after = merge(told)?.examination;
    expect(after?.claims.map((one, index) => one === before?.claims[index])).toEqual([true, false, true]);
    expect(after?.theatre).toBe(before?.theatre);
  });

  it('is asked for anew where the page does not have it', () => {
    const { tell, news } = openBoth();
    tell(examination([a]));
    const first = news();
    const missing = { ...first, changed: { fields: first.changed.fields, claims: [] } };
    expect(mergeExamination(NOTHING_HELD, missing)).toBeNull();
    expect(mergeExamination(NOTHING_HELD, { ...first, fields: [...first.fields, 'pictures'] })).toBeNull();
  });
});

it('pieces of a new process are whole, whatever was told before', () => {
  const pieces = holdPieces();
  pieces.take(cutExaminations()(examination([a, b])));
  pieces.take(cutExaminations()(examination([a, c])));
  expect(JSON.parse(pieces.printWhole())).toEqual(asJson(examination([a, c])));
});
