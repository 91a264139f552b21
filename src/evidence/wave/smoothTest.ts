import type { Optimum } from './climb.ts';
import { contrast } from './contrast.ts';
import type { PlainFits } from './fitPlain.ts';
import { fitWave } from './fitWave.ts';
import { rememberCourses } from './rememberCourses.ts';
import { smoothModel } from './smoothModel.ts';
import { smoothWave, type SmoothLikelihood } from './smoothWave.ts';
import type { SmoothTest } from './waveDecision.ts';
import { waveAt } from './waveAt.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { WaveFits } from './waveModel.ts';

/** Largest difference in log-likelihood between searches that came to the same course of the wave. */
const ONE_COURSE = 1e-3;
/** Time scale in steps from which on a wave is slow: the approximation behind T2 overvalues faster ones. */
const SLOW = 5;

export interface Smoothed {
  readonly test: SmoothTest;
  readonly likelihood: SmoothLikelihood;
  readonly fits: WaveFits;
}

/** T2. The null is searched from more starts than the alternative: the test may only veto, and does so where no null could be fitted. */
export function smoothTest(design: WaveDesign, plain: PlainFits, atOnce: WaveFits): Smoothed {
  const likelihood = rememberCourses(smoothWave(design));
  const fits = fitWave(smoothModel(design, likelihood, atOnce), plain);
  return { likelihood, fits, test: compareCourses(design, likelihood, fits) };
}

/**
 * T6. T2 again with no wave faster than five steps. In T2 the alternative may take a wave of a day or two, which stands for
 * overdispersion and which Laplace's approximation overvalues, and so beat a slow null that is true.
 */
export function slowTest(
  design: WaveDesign,
  plain: PlainFits,
  { likelihood, fits, test }: Smoothed,
): SmoothTest {
  const { logTau } = design.layout;
  const slowest = Math.log(SLOW);
  const isSlow = (fit: Optimum): boolean => fit.point[logTau]! >= slowest;
  if (isSlow(fits.none) && isSlow(fits.answer)) return test;
  const slowed = (fit: Optimum): Optimum => {
    const point = fit.point.slice();
    point[logTau] = Math.max(point[logTau]!, slowest);
    return { ...fit, point };
  };
  const related = { ...fits, none: slowed(fits.none), answer: slowed(fits.answer) };
  const model = {
    ...smoothModel(design, likelihood, related),
    shortestTau: SLOW,
    nullTaus: [2 * SLOW],
    answerTaus: [2 * SLOW],
    fastNull: false,
  };
  // A null of T2 that is slow by itself is the null here too.
  const known = isSlow(fits.none) ? [fits.none] : undefined;
  return compareCourses(design, likelihood, fitWave(model, plain, known));
}

/**
 * Fast waves in sparse records have several most likely courses, and a value then depends on the way the search took. The
 * null is taken at its best course and then not passed, the alternative at its worst.
 */
function compareCourses(design: WaveDesign, likelihood: SmoothLikelihood, fits: WaveFits): SmoothTest {
  const none = coursesOf(likelihood, fits.none, fits);
  const answer = coursesOf(likelihood, fits.answer, fits);
  const unique = spread(none) < ONE_COURSE;
  return {
    ...contrast(
      unique ? fits.none.logLikelihood : Math.max(...none),
      spread(answer) < ONE_COURSE ? fits.answer.logLikelihood : Math.min(...answer),
    ),
    fitted: unique && fits.none.converged,
    rho: fits.answer.point[design.layout.answer]!,
    nullWave: waveAt(design, fits.none),
  };
}

/** The value of a fit, and what it becomes when the search begins with a calm wave or with either fit's course. */
function coursesOf(likelihood: SmoothLikelihood, fit: Optimum, { none, answer }: WaveFits): number[] {
  const again = [null, none.place, answer.place].map((place) => {
    likelihood.beginAt(place);
    return likelihood(fit.point, null);
  });
  return [fit.logLikelihood, ...again.filter(Number.isFinite)];
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
