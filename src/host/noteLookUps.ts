import type { JudgeContext } from '../evidence/index.ts';

/** A context that notes beside which pairs of streams its judge looks at the rest of the theatre. */
export function noteLookUps(context: JudgeContext): {
  readonly context: JudgeContext;
  readonly lookedUp: Set<string>;
} {
  const lookedUp = new Set<string>();
  const get = (pair: string) => {
    lookedUp.add(pair);
    return context.theatre?.get(pair);
  };
  return { context: { ...context, theatre: { get } }, lookedUp };
}
