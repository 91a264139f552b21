import { chainModel } from './chainModel.ts';
import type { FirstFound, FurtherTests } from './furtherTests.ts';
import { lateFits } from './lateFits.ts';
import { lateTests } from './lateTests.ts';
import { shapeTest } from './shapeTest.ts';
import { startCurvature } from './startCurvature.ts';

const RUN: { readonly [Kind in keyof FurtherTests]: (found: FirstFound) => FurtherTests[Kind] } = {
  late: (found) =>
    lateTests(found.design, lateFits(modelOf(found), found.fits, found.plain), found.everything),
  shape: (found) => shapeTest(modelOf(found), found.fits, found.plain),
};

/** Runs one of them: the same numbers wherever and in whatever order they are run. */
export function runFurther<Kind extends keyof FurtherTests>(
  kind: Kind,
  found: FirstFound,
): FurtherTests[Kind] {
  return RUN[kind](found);
}

function modelOf({ design, curvatures }: FirstFound): ReturnType<typeof chainModel> {
  return chainModel(design, 0, startCurvature(design, 1, [...curvatures]));
}
