import { USUAL_CLAIMS, type MadeClaim, type MadeKind, type MadeOutcome } from '../evidence/index.ts';

/** How many records of each kind are made, and on how many of them every claim of the kind is judged. */
export interface CalibrationSize {
  /** Null: as many as each kind says. */
  readonly records: number | null;
  /** On the first so many records all claims are judged, on the others only the first. */
  readonly allClaims: number;
  /** Only these claims, each on every record; a kind that has none of them is left out. Absent: all. */
  readonly claims?: readonly MadeClaim[];
}

/** One record to be made, and the claims still to be judged on it. */
export interface CalibrationJob {
  readonly kind: string;
  readonly index: number;
  readonly claims: readonly MadeClaim[];
}

/** What is known already: outcomes by `jobKey`. */
export type KnownOutcomes = ReadonlyMap<string, readonly MadeOutcome[]>;

/** The key of one record among `KnownOutcomes`. */
export function jobKey(kind: string, index: number): string {
  return `${index} ${kind}`;
}

/** All claims that are to be judged on one record. */
export function claimsOf(
  kind: MadeKind,
  index: number,
  { allClaims, claims: named }: CalibrationSize,
): readonly MadeClaim[] {
  const claims = kind.claims ?? USUAL_CLAIMS;
  if (named) return claims.filter((claim) => named.includes(claim));
  return index < allClaims ? claims : claims.slice(0, 1);
}

/** What is left to do, kind after kind in turn, so that all kinds grow alike and the time left can be told early. */
export function planCalibration(
  kinds: readonly MadeKind[],
  size: CalibrationSize,
  known: KnownOutcomes,
): CalibrationJob[] {
  const most = kinds.reduce((max, kind) => Math.max(max, size.records ?? kind.records), 0);
  const jobs: CalibrationJob[] = [];
  for (let index = 0; index < most; index++) {
    for (const kind of kinds) {
      if (index >= (size.records ?? kind.records)) continue;
      const done = known.get(jobKey(kind.name, index)) ?? [];
      const claims = claimsOf(kind, index, size).filter((claim) => !done.some((one) => one.claim === claim));
      if (claims.length > 0) jobs.push({ kind: kind.name, index, claims });
    }
  }
  return jobs;
}
