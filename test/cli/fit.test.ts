import { describe, expect, it } from 'vitest';
import { makeFolder, runTacit } from './runTacit.ts';

const lines = Array.from({ length: 60 }, (_, t) => `${t},${(t * 7) % 5},${(t * 3) % 4}`);
const table = ['t,north,south', ...lines].join('\n');
const plan = {
  table: { series: ['north', 'south'], order: 't' },
  family: 'NegBin1',
  own: { terms: [{ value: { of: 'one' } }] },
  endemic: { terms: [{ value: { of: 'one' }, perUnit: true }] },
};
const json = (value: object) => JSON.stringify(value);
const path = makeFolder({
  'counts.csv': table,
  'plan.json': json(plan),
  'scores.json': json({ ...plan, scores: { first: 55 } }),
  'colour.json': json({ ...plan, colour: 'red' }),
  'lost.json': json({ ...plan, endemic: { terms: [{ value: { of: 'covariate', covariate: 'people' } }] } }),
  'unit.json': json({ ...plan, rules: [{ name: 'r', from: 'north', to: 'east' }] }),
  'matrix.json': json({ ...plan, neighbours: { terms: [{ value: { of: 'one' } }], weights: 'road' } }),
  'outside.json': json({ ...plan, matrices: { road: { file: '../road.csv' } } }),
  'twice.json': json({ ...plan, endemic: { terms: [{ value: { of: 'one' } }, { value: { of: 'one' } }] } }),
  'collinear.json': json({
    ...plan,
    endemic: {
      terms: [{ value: { of: 'one' } }, { name: 'again', value: { of: 'rows', first: 0, last: 99 } }],
    },
  }),
  'delay.json': json({
    ...plan,
    own: { ...plan.own, delay: { family: 'geometric', parameters: [2], from: 1, to: 5 } },
  }),
  'text.json': '{"family": ',
  'half.csv': table.replace('\n7,', '\n7.5,'),
  'negative.csv': table.replace('\n9,3,', '\n9,-3,'),
  'twice.csv': `${table}\n59,1,1`,
  'short.csv': `${table}\n60,1`,
  'gap.csv': table.replace(`\n${lines[20]!}`, ''),
  'nul.csv': `${table}\n60,1,\0`,
  'zero.csv': ['t,north,south', ...lines.map((_, t) => `${t},0,0`)].join('\n'),
  'at.json': json({ 'own.1': -1, 'endemic.1.north': 0, 'endemic.1.south': 0, psi: 0.5 }),
  'partly.json': json({ 'own.1': -1 }),
});
const fit = (file: string, stated: string, ...more: string[]) =>
  runTacit('fit', path(file), '--plan', path(stated), ...more);

describe('tacit fit', () => {
  it('prints a table for people, and JSON for programs', async () => {
    const { code, out } = await fit('counts.csv', 'plan.json');
    expect(code).toBe(0);
    expect(out).toMatch(/own\.1 +-?\d/);
    expect(out).toContain('log-likelihood');
    const printed = JSON.parse((await fit('counts.csv', 'plan.json', '--json')).out) as Record<
      string,
      unknown
    >;
    expect(Object.keys(printed['parameters'] as object)).toEqual([
      'own.1',
      'endemic.1.north',
      'endemic.1.south',
    ]);
    expect(printed['cells']).toBe(118);
  });

  it('scores forecasts that a later row never changes', async () => {
    interface Scored {
      scores: { forecasts: { row: number; mean: number }[] };
    }
    const early = ({ scores }: Scored) =>
      scores.forecasts.filter(({ row }) => row <= 57).map(({ mean }) => mean);
    const whole = JSON.parse((await fit('counts.csv', 'scores.json', '--scores', '--json')).out) as Scored;
    const changed = path('changed.csv');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(changed, table.replace(/\n59,.*/, '\n59,40,40').replace(/\n58,.*/, '\n58,30,30'));
    const { out } = await runTacit('fit', changed, '--plan', path('scores.json'), '--scores', '--json');
    expect(early(JSON.parse(out) as Scored)).toEqual(early(whole));
    expect(early(whole)).toHaveLength(6);
    expect((await fit('counts.csv', 'scores.json', '--scores')).out).toContain('PIT histogram');
    expect((await fit('counts.csv', 'plan.json', '--scores')).error).toContain('--scores needs `scores`');
  });

  it('evaluates at stated parameters', async () => {
    const { out } = await fit('counts.csv', 'plan.json', '--at', path('at.json'), '--json');
    const point = JSON.parse(out) as { names: string[]; information: number[][]; gradient: object };
    expect(point.names.at(-1)).toBe('-log(psi)');
    expect(point.information).toHaveLength(4);
    expect((await fit('counts.csv', 'plan.json', '--at', path('partly.json'))).error).toContain(
      'No value is given for',
    );
  });

  it.each([
    ['counts.csv', 'colour.json', 1, 'colour'],
    ['counts.csv', 'lost.json', 1, 'a column "people"'],
    ['counts.csv', 'unit.json', 1, 'no unit "east"'],
    ['counts.csv', 'matrix.json', 1, 'a matrix "road"'],
    ['counts.csv', 'outside.json', 2, 'leads out'],
    ['counts.csv', 'twice.json', 1, 'Two terms are called "endemic.1"'],
    ['counts.csv', 'delay.json', 1, '0 < p < 1'],
    ['counts.csv', 'text.json', 1, 'no JSON'],
    ['half.csv', 'plan.json', 1, 'found "7.5"'],
    ['negative.csv', 'plan.json', 1, 'found "-3"'],
    ['twice.csv', 'plan.json', 1, 'repeats 59'],
    ['short.csv', 'plan.json', 2, '2 fields'],
    ['nul.csv', 'plan.json', 2, 'NUL'],
    ['nowhere.csv', 'plan.json', 2, 'no file'],
  ])('refuses %s with %s', async (file, stated, code, sentence) => {
    const ran = await fit(file, stated);
    expect(ran.error).toContain(sentence);
    expect(ran.code).toBe(code);
    expect(ran.out).toBe('');
  });

  it('takes a row that is skipped as not recorded', async () => {
    const printed = JSON.parse((await fit('gap.csv', 'plan.json', '--json')).out) as {
      cells: number;
      leftOut: number;
    };
    expect([printed.cells, printed.leftOut]).toEqual([114, 4]);
  });

  it('tells why there is no fit, and what to try', async () => {
    expect((await fit('zero.csv', 'plan.json')).out).toContain('No fit: no events');
    const { out, code } = await fit('counts.csv', 'collinear.json');
    expect(out).toContain('cannot be told apart');
    expect(code).toBe(1);
  });
});
