import type { MadeClaim } from './madeClaims.ts';
import type { MadeWorld } from './madeWorld.ts';

/** One kind of made records, all of one truth. */
export interface MadeKind {
  readonly name: string;
  /** What is so in its records, in words. */
  readonly about: string;
  readonly group: 'no rule' | 'rule';
  readonly world: MadeWorld;
  /** Records made where the command does not say how many. */
  readonly records: number;
  /** True: the theatre has a pattern of the bystander pair too, so that the rest of the theatre is a third stream. */
  readonly bystanders?: true;
  /** The claims judged; the usual ones where left out. */
  readonly claims?: readonly MadeClaim[];
}
