import { createHash } from 'node:crypto';
import packageFile from '../../package.json' with { type: 'json' };
import type { NarrowContext } from './narrowContext.ts';

/** What a narrowed context holds, as hashes. */
export interface ContextKey {
  /** Of all that it holds but the rest of the theatre, with the version and the thresholds of the program. */
  readonly own: string;
  /** Of the rest of the theatre beside each pair, by the name that the pair has in every context of this key. */
  readonly theatre: ReadonlyMap<string, string>;
  /** The name of a pair (`theatreKey`) of this context. */
  readonly namePair: (pair: string) => string;
}

/**
 * Two contexts of one key, and of one rest of the theatre where the judge looked at it, are judged alike. Streams are
 * named by their order in the claim, since their numbers shift with the claims before.
 */
export function keyOfContext(context: NarrowContext, thresholds: unknown, digests: Digests): ContextKey {
  const names = new Map<string, string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (!names.has(value) && context.panel.streams.includes(value))
        names.set(value, `stream ${names.size}`);
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(context.claimPlan);
  walk(context.panel.streams);
  const namePair = (pair: string) =>
    pair
      .split(' ')
      .map((id) => names.get(id) ?? id)
      .sort()
      .join(' ');
  const { theatre, ...own } = context;
  const hash = createHash('sha256').update(JSON.stringify([packageFile.version, thresholds, context.claim]));
  return {
    own: hash.update(print(own, names, digests)).digest('hex'),
    theatre: new Map(
      [...(theatre ?? [])].map(([pair, rest]) => [
        namePair(pair),
        digestOf(rest, digests, ({ texts, told, counts }) =>
          JSON.stringify([texts, told, digestArray(counts, digests)]),
        ),
      ]),
    ),
    namePair,
  };
}

/** Hashes of what is large and shared by many claims, each worked out once. */
export type Digests = WeakMap<object, string>;

/** The whole context as text, in which large arrays stand as their hashes. */
function print(
  context: Omit<NarrowContext, 'theatre'>,
  names: ReadonlyMap<string, string>,
  digests: Digests,
): string {
  const rename = (text: string) => names.get(text) ?? text;
  const renameKey = (key: string) => key.split(' ').map(rename).join(' ');
  return JSON.stringify(context, (key, value: unknown) => {
    if (typeof value === 'string') return rename(value);
    if (typeof value === 'number' && !Number.isFinite(value)) return `number ${value}`;
    if (value === undefined) return 'undefined';
    if (ArrayBuffer.isView(value)) return digestArray(value, digests);
    if (value instanceof Map)
      return [...(value as Map<string, unknown>)].map(([id, held]): unknown => [
        renameKey(id),
        key === 'events' ? digestOf(held as object, digests, (rows) => JSON.stringify(rows)) : held,
      ]);
    return value;
  });
}

function digestArray(array: ArrayBufferView, digests: Digests): string {
  return digestOf(array, digests, (view) => bytesOf(view as Uint8Array));
}

function digestOf<Thing extends object>(
  thing: Thing,
  digests: Digests,
  read: (thing: Thing) => string | Uint8Array,
): string {
  const known = digests.get(thing);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(read(thing)).digest('base64');
  digests.set(thing, digest);
  return digest;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
