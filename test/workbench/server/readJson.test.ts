import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from '../../../src/workbench/server/readJson.ts';

const form = z.strictObject({ path: z.string(), more: z.record(z.string(), z.number()).optional() });

describe('the body of a request', () => {
  it('is read into the expected form', () => {
    expect(readJson('{"path":"a"}', form)).toEqual({ ok: true, value: { path: 'a' } });
  });

  it.each([
    ['{"path":"a","__proto__":{"admin":true}}'],
    ['{"path":"a","more":{"__proto__":1}}'],
    ['{"path":"a","more":{"constructor":1}}'],
    ['{"\\u005f_proto__":{"x":1},"path":"a"}'],
    ['{"path":"a","other":1}'],
    ['{"path":1}'],
    ['["a"]'],
    ['{"path":'],
    [''],
    ['null'],
  ])('%s is refused', (text) => {
    expect(readJson(text, form)).toMatchObject({ ok: false });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});
