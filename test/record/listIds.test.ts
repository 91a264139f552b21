import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listIds } from '../../src/record/listIds.ts';

it('gives the line of the first use, whatever the ids look like', () => {
  const id = fc.oneof(
    fc.string({ unit: fc.constantFrom('0', '1', '9', 'A', '-', ' ', 'é'), maxLength: 12 }),
    fc.integer({ min: 0, max: 40 }).map((number) => `UKR${number}`),
    fc.integer({ min: 0, max: 3 }).map((number) => String(number * 2 ** 31)),
    fc.constantFrom(
      '1',
      '01',
      '001',
      '-1',
      '+1',
      '1.0',
      '1e3',
      '1000',
      '9007199254740993',
      '9007199254740992',
    ),
    fc.constantFrom('1000000001', '2000000001', '999999999', '1000000000', '', '__proto__', 'a'.repeat(40)),
  );
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (list) => {
      const ids = listIds([['UKR7', 5]]);
      const plain = new Map([['UKR7', 5]]);
      list.forEach((one, index) => {
        const line = index + 10;
        expect(ids.use(one, line)).toBe(plain.get(one) ?? null);
        if (!plain.has(one)) plain.set(one, line);
      });
    }),
    { seed: 1, numRuns: 300 },
  );
});

it('keeps many ids apart, in order, in steps and scattered', () => {
  for (const make of [
    (index: number) => `E${index}`,
    (index: number) => String(index * 4096),
    (index: number) => `${Math.imul(index, 0x9e3779b1) >>> 0}`,
    (index: number) => `${index % 500}-${Math.floor(index / 500)}`,
  ]) {
    const ids = listIds();
    const size = 20_000;
    for (let index = 0; index < size; index++) expect(ids.use(make(index), index + 1)).toBeNull();
    for (let index = 0; index < size; index += 7) expect(ids.use(make(index), size)).toBe(index + 1);
  }
});

it('tells of a line beyond four thousand million', () => {
  const ids = listIds();
  expect(ids.use('E1', 2 ** 32 + 5)).toBeNull();
  expect(ids.use('E1', 2 ** 32 + 6)).toBe(2 ** 32 + 5);
});
