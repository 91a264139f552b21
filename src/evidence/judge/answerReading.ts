import type { TriedOtherwise } from '../verdict.ts';

/** An answer estimated on another reading. */
export interface AnswerReading {
  readonly name: string;
  /** True where the choice is about who did it. */
  readonly attribution: boolean;
  /** True where the choice is about which side acted. */
  readonly direction?: boolean;
  readonly about: TriedOtherwise['about'];
  readonly rho: number | null;
  readonly turned: boolean;
  /** What a declared period shows by itself: its triggers, and the upper end of the interval. */
  readonly alone?: { readonly triggers: number; readonly upper: number | null };
}
