import type { Examination } from '../../evidence/index.ts';

/**
 * An examination before its end, in which a claim that waits has the verdict it had in the one before, so far as it says
 * the same; the page tells such verdicts from those of the text. Pictures of the whole theatre are those of before.
 */
export function fillEarly(
  early: Examination,
  waiting: readonly string[],
  before: Examination | null,
): Examination {
  if (before === null) return early;
  const known = new Map(before.claims.map((claim) => [claim.name, claim]));
  const claims = early.claims.map((claim) => {
    const old = waiting.includes(claim.name) ? known.get(claim.name) : undefined;
    return old?.text === claim.text && old.source === claim.source ? { ...old, line: claim.line } : claim;
  });
  return {
    ...early,
    claims,
    ...(before.rivals ? { rivals: before.rivals } : {}),
    ...(before.pictures ? { pictures: before.pictures } : {}),
  };
}
