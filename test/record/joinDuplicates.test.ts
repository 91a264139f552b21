import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinDuplicates, keyOfRow, type DatedRow, type DecidedPair } from '../../src/record/index.ts';

const row = (id: string, day: number, record = 'one.csv'): DatedRow => ({
  id,
  record,
  line: Number(id.slice(1)) + 1,
  first: day,
  last: day,
});
const [a, b, c, d] = [row('A1', 10), row('A2', 11), row('A3', 12), row('A4', 13)];
const duplicate = (one: DatedRow, other: DatedRow): DecidedPair => ({ kind: 'duplicate', row: one, other });
const distinct = (one: DatedRow, other: DatedRow): DecidedPair => ({ kind: 'distinct', row: one, other });
const once = () => true;
const apart = () => false;

function left(
  proposed: readonly (readonly [DatedRow, DatedRow])[],
  decided: readonly DecidedPair[],
  countsOnce: (record: string) => boolean,
): string[] {
  const rows = [...proposed.flat(), ...decided.flatMap(({ row: one, other }) => [one, other])];
  const ids = new Map(rows.map((one) => [keyOfRow(one), one.id]));
  return joinDuplicates(proposed, decided, countsOnce).leftOut.map((key) => ids.get(keyOfRow(key)) ?? '?');
}

describe('counted once', () => {
  it('keeps the earlier row of a pair, by day, then record, then line', () => {
    expect(left([[a, b]], [], once)).toEqual(['A2']);
    const [sameDay, elsewhere] = [row('A9', 10), row('B1', 10, 'another.csv')];
    expect(left([[a, sameDay]], [], once)).toEqual(['A9']);
    expect(left([[elsewhere, a]], [], once)).toEqual(['A1']);
  });

  it('does not make one incident of a chain of days', () => {
    expect(
      left(
        [
          [a, b],
          [b, c],
          [c, d],
        ],
        [],
        once,
      ),
    ).toEqual(['A2', 'A4']);
  });

  it('leaves out nothing where rows count apart, and both records where one of them counts once', () => {
    expect(left([[a, b]], [], apart)).toEqual([]);
    const other = row('B1', 11, 'two.csv');
    expect(left([[a, other]], [], (record) => record === 'two.csv')).toEqual(['B1']);
  });
});

describe('decisions', () => {
  it('leave out the row that is called a duplicate, also the earlier one, also unproposed', () => {
    expect(left([], [duplicate(b, a)], apart)).toEqual(['A2']);
    expect(left([], [duplicate(a, b)], apart)).toEqual(['A1']);
  });

  it('keep one row of several, also where they go round in a ring', () => {
    expect(left([], [duplicate(b, a), duplicate(c, b)], apart)).toEqual(['A2', 'A3']);
    expect(left([], [duplicate(a, b), duplicate(b, c), duplicate(c, a)], apart)).toEqual(['A2', 'A3']);
  });

  it('separate what was proposed, and nothing else', () => {
    const proposed = [
      [a, b],
      [b, c],
    ] as const;
    expect(left(proposed, [distinct(b, a)], once)).toEqual(['A3']);
    expect(left(proposed, [distinct(a, b), distinct(b, c)], once)).toEqual([]);
  });

  it('carry over to all rows of an incident', () => {
    // C is the same as D, and D is another than B: the proposal B ~ C joins nothing.
    expect(left([[b, c]], [duplicate(c, d), distinct(b, d)], once)).toEqual(['A3']);
  });

  it('that contradict each other are told', () => {
    const { contradictions } = joinDuplicates([], [duplicate(b, a), duplicate(c, a), distinct(b, c)], apart);
    expect(contradictions).toEqual([[b, c]]);
  });
});

it('counts each proposed incident at least once, never two rows of one proposal, in any order', () => {
  const rows = Array.from({ length: 12 }, (_, index) => row(`A${index + 1}`, Math.floor(index / 2)));
  const pair = fc
    .tuple(fc.nat(11), fc.nat(11))
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => [rows[one], rows[other]] as [DatedRow, DatedRow]);
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 15 }), (pairs) => {
      const { leftOut } = joinDuplicates(pairs, [], once);
      const gone = new Set(leftOut.map(keyOfRow));
      for (const [one, other] of pairs) {
        expect(gone.has(keyOfRow(one)) || gone.has(keyOfRow(other))).toBe(true);
      }
      for (const key of gone) {
        const partners = pairs.filter((both) => both.some((one) => keyOfRow(one) === key)).flat();
        expect(partners.some((one) => !gone.has(keyOfRow(one)))).toBe(true);
      }
      expect(joinDuplicates([...pairs].reverse(), [], once).leftOut).toEqual(leftOut);
    }),
    { seed: 3, numRuns: 200 },
  );
});
