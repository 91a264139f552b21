import type { Span } from '../article.ts';

/** A cue as found in one sentence, before it is known whom a pronoun carries on. */
export interface FoundCue {
  readonly cue: Span;
  readonly source: Span | null;
  readonly scope: Span;
  /** The source is a pronoun: who spoke before goes on. */
  readonly pronoun: boolean;
}
