export { adjustPValues, type Multiplicity } from './adjustPValues.ts';
export { calibrationTest, type CalibrationTest } from './calibrationTest.ts';
export { pitHistogram } from './pitHistogram.ts';
export { clopperPearsonInterval } from './clopperPearsonInterval.ts';
export { wilsonInterval, type ProportionInterval } from './wilsonInterval.ts';
export { chiBarSquarePValue } from './chiBarSquarePValue.ts';
export { halfChiSquarePValue } from './halfChiSquarePValue.ts';
export { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from './chiSquare.ts';
export {
  choleskyFactor,
  choleskyLogDeterminant,
  choleskySolve,
  forwardSolve,
  symmetricInverse,
} from './cholesky.ts';
export { invertNegativeBinomial } from './invertNegativeBinomial.ts';
export { digamma } from './digamma.ts';
export { betaQuantile, regularisedBeta } from './incompleteBeta.ts';
export { regularisedGammaP, regularisedGammaPByShape, regularisedGammaQ } from './incompleteGamma.ts';
export { logFactorial } from './logFactorial.ts';
export { logGamma } from './logGamma.ts';
export {
  logRisingFactor,
  negativeBinomialCdf,
  negativeBinomialLogPmf,
  negativeBinomialQuantile,
} from './negativeBinomial.ts';
export { normalCdf, normalDensity, normalQuantile, normalUpperTail } from './normal.ts';
export { poissonCdf, poissonLogPmf, poissonUpperTail } from './poisson.ts';
export { randomStream, type RandomStream } from './randomStream.ts';
export {
  dawidSebastianiScore,
  logScore,
  pitBounds,
  rankedProbabilityScore,
  squaredErrorScore,
} from './scores.ts';
export { trigamma } from './trigamma.ts';
export {
  boundedQuasiNewton,
  type BoundedMinimum,
  type BoundedObjective,
  type QuasiNewtonOptions,
} from './boundedQuasiNewton.ts';
export { boxQuadratic } from './boxQuadratic.ts';
export {
  factorBanded,
  fallingDirection,
  invertBanded,
  makeBanded,
  solveBanded,
  type BandedMatrix,
} from './bandedSolver.ts';
export { chainDiagnostics, type ChainDiagnostics } from './chainDiagnostics.ts';
export { fitGeneralisedPareto, type GeneralisedPareto } from './fitGeneralisedPareto.ts';
export { paretoSmoothedWeights, type SmoothedWeights } from './paretoSmoothedWeights.ts';
export { optimalPartition, type Partition, type PartitionOptions } from './optimalPartition.ts';
export { segmentCost, type SegmentCost, type SegmentModel } from './segmentCost.ts';
export { studentQuantile } from './studentQuantile.ts';
export { blockBootstrap } from './blockBootstrap.ts';
export { dieboldMariano, type DieboldMariano } from './dieboldMariano.ts';
export { drawsRankedProbabilityScore } from './drawsRankedProbabilityScore.ts';
export { ignoranceScore, VIEWS_BINS } from './ignoranceScore.ts';
export { intervalScore } from './intervalScore.ts';
export { signFlipTest } from './signFlipTest.ts';
