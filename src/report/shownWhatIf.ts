/** What-ifs as `tacit whatif --json` prints them and the page shows them. */
import type { RecordQuality, Examination, Finding, Part } from '../evidence/index.ts';
import type { WhatIfAnswer } from '../forecast/index.ts';

/** What the record says of a claim that an answer takes for granted. */
export interface RuleVerdict {
  readonly claim: string;
  /** Every part that says what follows from what is `supported`. */
  readonly supported: boolean;
  readonly findings: readonly { readonly part: Part; readonly finding: Finding }[];
}

export interface ShownWhatIf {
  readonly title: string;
  readonly first: string;
  readonly last: string;
  readonly rules: readonly RuleVerdict[];
  /** Why there is no answer, one sentence; null where there is one. */
  readonly refused: string | null;
  /** It is answered although a rule that it rests on is not supported. */
  readonly marked: boolean;
  readonly origin: string | null;
  readonly notes: readonly string[];
  readonly effects: readonly ShownEffect[];
  readonly ranAway: number;
}

/** The effect on one stream. */
export interface ShownEffect {
  readonly stream: string;
  /** Null where it is not told: `rests` then says on what it would rest. */
  readonly effect: Omit<WhatIfAnswer['effects'][number], 'stream' | 'window'> | null;
  /** Claims through which the change reaches this stream; empty where it is changed itself. */
  readonly through: readonly string[];
  readonly sentence: string;
  readonly course: WhatIfAnswer['course'][number];
}

export interface ShownWhatIfs {
  readonly tacit: string;
  readonly theatre: Examination['theatre'];
  readonly records: readonly RecordQuality[];
  readonly seed: number;
  readonly paths: number;
  readonly anyway: boolean;
  readonly whatIfs: readonly ShownWhatIf[];
}
