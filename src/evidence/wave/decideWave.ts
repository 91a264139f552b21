import { normalQuantile } from '../../stats/index.ts';
import { answerInformation } from './answerInformation.ts';
import { chainModel } from './chainModel.ts';
import type { Optimum } from './climb.ts';
import { contrast } from './contrast.ts';
import { fitPlain } from './fitPlain.ts';
import type { PlainFits } from './fitPlain.ts';
import { fitWave, fitWaveNull } from './fitWave.ts';
import { lateFits } from './lateFits.ts';
import { lateTests } from './lateTests.ts';
import { leadLag } from './leadLag.ts';
import { smoothModel } from './smoothModel.ts';
import { smoothWave } from './smoothWave.ts';
import type { SmoothLikelihood } from './smoothWave.ts';
import { strongestRival } from './strongestRival.ts';
import { startCurvature } from './startCurvature.ts';
import { T1_DEVIATIONS, THRESHOLDS } from './thresholds.ts';
import { waveAt } from './waveAt.ts';
import { waveDesign } from './waveDesign.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { LateTest, SmoothTest, WaveDecision, WaveTest, WaveTestName } from './waveDecision.ts';
import type { WaveFits, WaveModel } from './waveModel.ts';
import type { WaveOptions, WavePair } from './wavePair.ts';
import { waveSentences } from './waveSentences.ts';

/** Fewer steps with data on both sides than this decide nothing. */
const SHORTEST = 14;
/** Largest difference in log-likelihood between searches that came to the same course of the wave. */
const ONE_COURSE = 1e-3;

/**
 * Does B answer A, or does a shared hidden wave move both? Supported only if the plain likelihood ratio has p ≤ .05
 * and the answer is still needed beside a wave of any time scale (T1: ratio > 6.63), a smooth wave (T2 > 2.71) and a
 * wave that reaches B 0, 2 or 4 steps late (T3 > 2.71), and fits better than a late wave alone (T4 > 2). Never throws for thin records: `reason` then says why nothing
 * could be found. Rates per step, rho in answers per trigger. Source: kopeckySuen2010, zucchiniMacDonald2016.
 */
export function decideWave(pair: WavePair, options: WaveOptions = {}): WaveDecision {
  const screen = options.screen ?? true;
  const design = waveDesign(pair, options);
  const { layout } = design;
  const plain = fitPlain(design);
  const plainTest = {
    ...contrast(plain.none.logLikelihood, plain.answer.logLikelihood),
    rho: plain.answer.point[layout.answer]!,
    rhoReverse: plain.answer.point[layout.reverse]!,
  };
  const reason = whyNothing(design);
  const plainPassed = reason === null && plainTest.likelihoodRatio > THRESHOLDS.plain;
  const reached = reason === null && (plainPassed || !screen);
  const model = chainModel(design, 0, startCurvature(design, 1));
  const fits = reached ? fitWave(model, plain) : null;
  const wave = fits === null ? null : waveTest(design, fits);
  const T1 = wave === null ? null : wave.likelihoodRatio > THRESHOLDS.T1;
  const further = fits !== null && (T1 === true || !screen);
  const smooth = further ? smoothTest(model, plain, fits) : null;
  // What fails T2 cannot be supported any more; the shifts are the dearest test.
  const stillOpen =
    options.screen === false || (smooth !== null && smooth.fitted && smooth.likelihoodRatio > THRESHOLDS.T2);
  const shifted = further && stillOpen ? lateTests(design, lateFits(model, fits, plain), !screen) : null;
  const late = shifted?.late ?? null;
  const lateAlone = shifted?.alone ?? null;
  const passed = {
    plain: plainPassed,
    T1,
    T2: smooth === null ? null : smooth.fitted && smooth.likelihoodRatio > THRESHOLDS.T2,
    T3: late === null ? null : late.likelihoodRatio > THRESHOLDS.T3,
    T4: lateAlone === null ? null : lateAlone.likelihoodRatio > THRESHOLDS.T4,
  };
  const supported =
    plainPassed && T1 === true && passed.T2 === true && passed.T3 === true && passed.T4 === true;
  const information = reason !== null ? null : powerInformation(model, plain, fits, options.power ?? true);
  const told = {
    plain: plainTest,
    wave,
    smooth,
    late,
    lateAlone,
    passed,
    reason,
    rival: reason === null ? strongestRival(plainTest, wave, smooth, lateAlone) : null,
    sameDay: { kappa: wave === null ? null : wave.kappa, pairs: sameDayPairs(design) },
    detectableRho:
      information === null ? null : (T1_DEVIATIONS + normalQuantile(0.8)) / Math.sqrt(information),
  };
  return {
    ...told,
    information,
    leadLag: {
      block30: leadLag(design, plain.none.point, 30),
      block60: leadLag(design, plain.none.point, 60),
    },
    supported,
    supportedStrict:
      supported && smooth!.likelihoodRatio > THRESHOLDS.strict && late!.likelihoodRatio > THRESHOLDS.strict,
    screened: screenedTests(wave, smooth, late),
    sentences: waveSentences(told, options),
  };
}

function waveTest(design: WaveDesign, fits: WaveFits): WaveTest {
  const { layout } = design;
  const { point } = fits.answer;
  return {
    ...contrast(fits.none.logLikelihood, fits.answer.logLikelihood),
    rho: point[layout.answer]!,
    rhoReverse: point[layout.reverse]!,
    kappa: point[layout.kappa]!,
    ...waveAt(design, fits.answer),
    nullWave: waveAt(design, fits.none),
  };
}

/** T2. The null is searched from more starts than the alternative: the test may only veto, and does so where no null could be fitted. */
function smoothTest({ design }: WaveModel, plain: PlainFits, atOnce: WaveFits): SmoothTest {
  const likelihood = smoothWave(design);
  const fits = fitWave(smoothModel(design, likelihood, atOnce), plain);
  // Fast waves in sparse records have several most likely courses, and a value then depends on the way the search
  // took. The null is taken at its best course and then not passed, the alternative at its worst.
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

function whyNothing(design: WaveDesign): WaveDecision['reason'] {
  let both = 0;
  for (let t = 0; t < design.steps; t++) both += design.a.recordedLate[t]! * design.b.recordedLate[t]!;
  if (both < SHORTEST) return 'record too short';
  if (!design.triggers.some((count) => count > 0)) return 'no triggers';
  return design.b.constants.events > 0 ? null : 'no responses';
}

function powerInformation(
  model: WaveModel,
  plain: PlainFits,
  fits: WaveFits | null,
  wanted: boolean,
): number | null {
  if (fits !== null) return answerInformation(model, fits.none.point);
  return wanted ? answerInformation(model, fitWaveNull(model, plain.none).point) : null;
}

function sameDayPairs(design: WaveDesign): number {
  let days = 0;
  for (let t = 0; t < design.steps; t++) {
    if (design.a.counts[t]! > 0 && design.b.counts[t]! > 0) days++;
  }
  return days;
}

function screenedTests(
  wave: WaveTest | null,
  smooth: SmoothTest | null,
  late: LateTest | null,
): WaveTestName[] {
  const names: WaveTestName[] = [];
  if (wave === null) names.push('T1');
  if (smooth === null) names.push('T2');
  if (late === null) names.push('T3', 'T4');
  return names;
}
