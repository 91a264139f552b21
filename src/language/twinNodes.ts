import { z } from 'zod';

/** Numbers of the language: never negative, never infinite. */
export const number = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

export const span = z
  .strictObject({
    start: z.int().min(0),
    end: z.int().min(0),
    line: z.int().min(1),
    column: z.int().min(1),
  })
  .meta({ id: 'span' });

/** A node: what it is, where it stands and whether Tacit filled it in; anything else is refused. */
export function node<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind), at: span, default: z.boolean().optional(), ...shape });
}

export const name = z
  .string()
  .regex(/^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}_]*$/u)
  .meta({ id: 'name' });
export const word = z
  .string()
  .regex(/^\p{Ll}[\p{L}\p{M}\p{N}_]*$/u)
  .meta({ id: 'word' });
export const nameOrWord = z.string().regex(/^\p{L}[\p{L}\p{M}\p{N}_]*$/u);
/** Stands between quotation marks on one line. */
export const text = z
  .string()
  .regex(/^[^\n\r]*$/)
  .meta({ id: 'text' });
export const date = z
  .string()
  .regex(/^[0-9]{4}(-[0-9]{2})?(-[0-9]{2})?$/)
  .meta({ id: 'date' });
export const monthDay = z.string().regex(/^[0-9]{2}-[0-9]{2}$/);
export const unit = z.enum(['day', 'week']).meta({ id: 'unit' });
export const bound = z
  .enum(['at least', 'at most', 'about', 'more than', 'fewer than', 'exactly'])
  .meta({ id: 'bound' });
export const quantity = z
  .strictObject({ bound: bound.nullable(), value: number, none: z.boolean() })
  .meta({ id: 'quantity' });
