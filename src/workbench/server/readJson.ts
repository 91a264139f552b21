import type { z } from 'zod';
import type { Refusal } from '../protocol/index.ts';

export type JsonReading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

/** Keys that change what an object is instead of what it holds. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads the body of a request: JSON of exactly the expected form, anything else is refused with the place. */
export function readJson<Value>(text: string, form: z.ZodType<Value>): JsonReading<Value> {
  let raw: unknown;
  try {
    raw = JSON.parse(text, (key, value: unknown) => {
      if (UNSAFE_KEYS.has(key)) throw new Error(`the key "${key}" is not allowed`);
      return value;
    });
  } catch (error) {
    return {
      ok: false,
      refusal: { message: `The request holds no JSON that may be read: ${(error as Error).message}.` },
    };
  }
  const reading = form.safeParse(raw);
  if (reading.success) return { ok: true, value: reading.data };
  const [issue] = reading.error.issues;
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  return {
    ok: false,
    refusal: {
      message: `The request has another form than expected${place}: ${issue?.message ?? 'unknown'}.`,
    },
  };
}
