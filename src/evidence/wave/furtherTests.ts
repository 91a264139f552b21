import type { PlainFits } from './fitPlain.ts';
import type { KnownCurvature } from './startCurvature.ts';
import type { LateAloneTest, LateTest, ShapeTest } from './waveDecision.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { WaveFits } from './waveModel.ts';

/** What T1 leaves: all that further tests on the chain rest on. */
export interface FirstFound {
  readonly design: WaveDesign;
  readonly plain: PlainFits;
  readonly fits: WaveFits;
  readonly curvatures: readonly KnownCurvature[];
  /** Also what cannot change the decision any more is wanted. */
  readonly everything: boolean;
}

/** The tests that need nothing but the first, and what each gives: T3 with T4, and T5. */
export interface FurtherTests {
  readonly late: { readonly late: LateTest; readonly alone: LateAloneTest };
  readonly shape: ShapeTest;
}

/** Begins each test where anybody has time for it, and returns what gives its result; `here` gives the same. */
export type BeginFurther = {
  readonly [Kind in keyof FurtherTests]: (
    found: FirstFound,
    here: () => FurtherTests[Kind],
  ) => () => FurtherTests[Kind];
};
