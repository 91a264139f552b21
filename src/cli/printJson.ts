import type { Shell } from '../host/index.ts';

/** Writes a value as indented JSON. Unknown numbers are null already; a number that JSON cannot hold is a slip. */
export function printJson(value: unknown, shell: Shell): void {
  const text = JSON.stringify(
    value,
    (key, inner: unknown) => {
      if (typeof inner === 'number' && !Number.isFinite(inner)) throw new Error(`${key} is ${inner}`);
      if (inner instanceof Map) return Object.fromEntries(inner) as unknown;
      if (ArrayBuffer.isView(inner)) return Array.from(inner as unknown as ArrayLike<number>);
      return inner;
    },
    2,
  );
  shell.write(`${text}\n`);
}
