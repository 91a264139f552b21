import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';

export interface ParameterInterval {
  readonly estimate: number;
  /** −∞ (0 for rho) where the likelihood never falls low enough. */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** Profile-likelihood interval of one parameter. Null where a refit failed. */
export function profileInterval(
  design: StreamDesign,
  fit: StreamFit,
  parameter: string,
  level = 0.95,
): ParameterInterval | null {
  throw new Error(`profileInterval: being written (${parameter} ${level} ${design.family} ${fit.kind})`);
}
