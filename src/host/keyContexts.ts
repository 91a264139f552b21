import { THRESHOLDS, type JudgeContext } from '../evidence/index.ts';
import { keyOfContext, type ContextKey, type Digests } from './keyOfContext.ts';
import { narrowContext, type NarrowContext } from './narrowContext.ts';

/** What the judge of a claim needs, and the key of that. */
export interface KeyedContext {
  readonly context: NarrowContext;
  readonly key: ContextKey;
}

/** Narrows contexts and works out their keys, each once. */
export function keyContexts(): (whole: JudgeContext) => KeyedContext {
  const digests: Digests = new WeakMap();
  const known = new WeakMap<JudgeContext, KeyedContext>();
  return (whole) => {
    const found = known.get(whole);
    if (found) return found;
    const context = narrowContext(whole);
    const keyed = { context, key: keyOfContext(context, THRESHOLDS, digests) };
    known.set(whole, keyed);
    return keyed;
  };
}
