import { chiSquareUpperTail, halfChiSquarePValue } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { FailedFit, FitOptions, StreamFit } from './fit.ts';
import { fitPacked } from './fitStream.ts';
import { packOnce } from './packDesign.ts';

export interface LikelihoodRatioTest {
  readonly kind: 'tested';
  readonly fit: StreamFit;
  /** The fit with the parameter held at 0 and the smoothing of the free fit. */
  readonly nullFit: StreamFit;
  readonly likelihoodRatio: number;
  /** rho: half chi-square (the null lies on the boundary). gamma and beta: two-sided chi-square. */
  readonly pValue: number;
}

/** Smallest fall that shows a missed optimum and not rounding. */
const MISSED = 1e-6;
/** From this gain on a test may speak for an effect, and the null is worth a second look. */
const SUSPICIOUS = 1;

/**
 * Tests one mean parameter against 0: twice the difference of the penalised log-likelihoods, with the smoothing of the
 * free fit under both. A failed fit is handed on as it is. Throws on an unknown name, and on an answer whose delay is
 * estimated: its ratio has no chi-square reference. Source: davies1987.
 */
export function likelihoodRatioTest(
  design: StreamDesign,
  parameter: string,
  options: FitOptions = {},
): LikelihoodRatioTest | FailedFit {
  if (design.answers.some(({ name, delay }) => name === parameter && delay))
    throw new Error(
      `the delay of "${parameter}" is estimated: its likelihood ratio has no chi-square reference`,
    );
  const packed = packOnce(design);
  let fit = fitPacked(design, packed, options);
  if (fit.kind === 'failed') return fit;
  const held = { ...options, smoothing: fit.smoothing };
  const fixed = { ...options.fixed, [parameter]: 0 };
  let nullFit = fitPacked(design, packed, { ...held, fixed, start: fit });
  if (nullFit.kind === 'failed') return nullFit;
  if (fit.penalisedLogLikelihood - nullFit.penalisedLogLikelihood > SUSPICIOUS) {
    // A missed null optimum is a false alarm: climb to it from elsewhere too.
    const again = fitPacked(design, packed, { ...held, fixed });
    if (again.kind === 'fit' && again.penalisedLogLikelihood > nullFit.penalisedLogLikelihood)
      nullFit = again;
  }
  if (fit.penalisedLogLikelihood < nullFit.penalisedLogLikelihood - MISSED) {
    // The free fit ended in a lesser optimum: it cannot be worse than the null it contains.
    const again = fitPacked(design, packed, { ...held, start: nullFit });
    if (again.kind === 'fit') fit = again;
  }
  const likelihoodRatio = Math.max(0, 2 * (fit.penalisedLogLikelihood - nullFit.penalisedLogLikelihood));
  const onBoundary = design.answers.some(({ name }) => name === parameter);
  const pValue = onBoundary ? halfChiSquarePValue(likelihoodRatio) : chiSquareUpperTail(likelihoodRatio, 1);
  return { kind: 'tested', fit, nullFit, likelihoodRatio, pValue };
}
