import type { Examination } from '../../evidence/index.ts';

/**
 * An examination as pieces of JSON: its fields one by one, and its claims one by one. An edit changes few of them, and
 * only those travel.
 */
export interface ExaminationPieces {
  /** The fields that it has, but `claims`. */
  readonly fields: readonly string[];
  /** The names of its claims, in the order of the file. */
  readonly claims: readonly string[];
  /** The pieces that are another than in the examination cut before, by `keyOfField` and `keyOfClaim`. */
  readonly changed: readonly (readonly [key: string, json: string])[];
}

export function keyOfField(field: string): string {
  return `field ${field}`;
}

export function keyOfClaim(name: string): string {
  return `claim ${name}`;
}

/** Cuts one examination after the other, and remembers the pieces of the last. */
export function cutExaminations(): (examination: Examination) => ExaminationPieces {
  let before: ReadonlyMap<string, string> = new Map();
  return ({ claims, ...rest }) => {
    // What is undefined is not there, as in all JSON.
    const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
    const pieces = new Map([
      ...fields.map(([field, value]) => [keyOfField(field), JSON.stringify(value)] as const),
      ...claims.map((claim) => [keyOfClaim(claim.name), JSON.stringify(claim)] as const),
    ]);
    const changed = [...pieces].filter(([key, json]) => before.get(key) !== json);
    before = pieces;
    return { fields: fields.map(([field]) => field), claims: claims.map(({ name }) => name), changed };
  };
}
