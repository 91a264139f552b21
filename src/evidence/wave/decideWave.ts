import { normalQuantile } from '../../stats/index.ts';
import { answerInformation } from './answerInformation.ts';
import { chainModel } from './chainModel.ts';
import { contrast } from './contrast.ts';
import { fitPlain } from './fitPlain.ts';
import type { PlainFits } from './fitPlain.ts';
import { fitWave, fitWaveNull } from './fitWave.ts';
import type { BeginFurther, FirstFound, FurtherTests } from './furtherTests.ts';
import { leadLag } from './leadLag.ts';
import { runFurther } from './runFurther.ts';
import { slowTest, smoothTest } from './smoothTest.ts';
import { strongestRival } from './strongestRival.ts';
import { startCurvature, type KnownCurvature } from './startCurvature.ts';
import { THRESHOLDS, type WaveThresholds } from './thresholds.ts';
import { waveAt } from './waveAt.ts';
import { waveDesign } from './waveDesign.ts';
import type { WaveDesign } from './waveDesign.ts';
import type {
  LateTest,
  ShapeTest,
  SmoothTest,
  WaveDecision,
  WaveTest,
  WaveTestName,
} from './waveDecision.ts';
import type { WaveFits, WaveModel } from './waveModel.ts';
import type { WaveOptions, WavePair } from './wavePair.ts';
import { waveSentences } from './waveSentences.ts';

/** Fewer steps with data on both sides than this decide nothing. */
const SHORTEST = 14;

export interface DecideOptions extends WaveOptions {
  /** Begins the tests that rest on T1 alone where anybody has time for them. Default: each is run when it is wanted. */
  readonly begin?: BeginFurther;
}

/**
 * Does B answer A, or does a shared hidden wave move both? Supported only if the plain likelihood ratio has p ≤ .05
 * and the answer is still needed beside a wave of any time scale (T1: ratio > 6.63), a smooth wave (T2 > 2.71), a
 * wave that reaches B 0, 2 or 4 steps late (T3 > 2.71), one that switches on and off (T5 > 6.63) and a slow smooth one
 * (T6 > 6.63), and fits better than a late wave alone (T4 > 2); `options.thresholds` may ask otherwise. Never throws for
 * thin records: `reason` then says why nothing could be found. Rates per step, rho in answers per trigger. Source:
 * kopeckySuen2010, zucchiniMacDonald2016.
 */
export function decideWave(pair: WavePair, options: DecideOptions = {}): WaveDecision {
  const screen = options.screen ?? true;
  const asked = options.thresholds ?? THRESHOLDS;
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
  const curvatures: KnownCurvature[] = [];
  const model = chainModel(design, 0, startCurvature(design, 1, curvatures));
  const fits = reached ? fitWave(model, plain) : null;
  const wave = fits === null ? null : waveTest(model, fits, plain);
  const wanted = askWaveless(asked, wave);
  const T1 = wave === null ? null : wave.likelihoodRatio > wanted.T1;
  if (T1 === true) options.onFirst?.(wanted);
  const further = fits !== null && (T1 === true || !screen);
  const begun = further
    ? beginFurther({ design, plain, fits, curvatures, everything: !screen }, options)
    : null;
  const smoothed = further ? smoothTest(design, plain, fits) : null;
  const smooth = smoothed?.test ?? null;
  // What fails T2 cannot be supported any more; the shifts are the dearest test.
  const stillOpen =
    options.screen === false || (smooth !== null && smooth.fitted && smooth.likelihoodRatio > wanted.T2);
  const shifted = stillOpen ? (begun?.late() ?? null) : null;
  const late = shifted?.late ?? null;
  const lateAlone = shifted?.alone ?? null;
  const T2 = smooth === null ? null : smooth.fitted && smooth.likelihoodRatio > wanted.T2;
  const T3 = late === null ? null : late.likelihoodRatio > wanted.T3;
  const T4 = lateAlone === null ? null : lateAlone.likelihoodRatio > wanted.T4;
  const unbroken = T1 === true && T2 === true && T3 === true && T4 === true;
  const last = unbroken || !screen;
  // T6 goes on from T2; another thread may be at T5 meanwhile.
  const slow = smoothed !== null && last ? slowTest(design, plain, smoothed) : null;
  const shape = last ? (begun?.shape() ?? null) : null;
  const passed = {
    plain: plainPassed,
    T1,
    T2,
    T3,
    T4,
    T5: shape === null ? null : shape.likelihoodRatio > wanted.T5,
    T6: slow === null ? null : slow.fitted && slow.likelihoodRatio > wanted.T6,
  };
  const supported = plainPassed && unbroken && passed.T5 === true && passed.T6 === true;
  const information = reason !== null ? null : powerInformation(model, plain, fits, options.power ?? true);
  const told = {
    plain: plainTest,
    wave,
    smooth,
    late,
    lateAlone,
    shape,
    slow,
    passed,
    wanted,
    reason,
    rival: reason === null ? strongestRival(plainTest, wave, smooth, lateAlone, shape, slow) : null,
    sameDay: { kappa: wave === null ? null : wave.kappa, pairs: sameDayPairs(design) },
    detectableRho:
      information === null ? null : (Math.sqrt(asked.T1) + normalQuantile(0.8)) / Math.sqrt(information),
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
    screened: screenedTests(wave, smooth, late, shape),
    sentences: waveSentences(told, options),
  };
}

/** The tests that rest on T1 alone; each is run when it is wanted, unless somebody has begun it. */
function beginFurther(
  found: FirstFound,
  { begin }: DecideOptions,
): { readonly [Kind in keyof FurtherTests]: () => FurtherTests[Kind] } {
  const late = () => runFurther('late', found);
  const shape = () => runFurther('shape', found);
  return begin ? { late: begin.late(found, late), shape: begin.shape(found, shape) } : { late, shape };
}

/** Where hardly a wave is left beside the answer. */
function askWaveless({ waveless, ...asked }: WaveThresholds, wave: WaveTest | null): WaveThresholds {
  if (waveless === null || wave === null || !(wave.beside < waveless.gain))
    return { ...asked, waveless: null };
  const { T1, T4, T5, T6 } = waveless;
  return { ...asked, T1, T4, T5, T6, waveless: null };
}

function waveTest({ design, likelihood }: WaveModel, fits: WaveFits, plain: PlainFits): WaveTest {
  const { layout } = design;
  const { point } = fits.answer;
  return {
    ...contrast(fits.none.logLikelihood, fits.answer.logLikelihood),
    rho: point[layout.answer]!,
    rhoReverse: point[layout.reverse]!,
    kappa: point[layout.kappa]!,
    // The plain fit on the days and in the model of the wave: without loadings the chain is no wave.
    beside: 2 * (fits.answer.logLikelihood - likelihood(plain.answer.point, null)),
    ...waveAt(design, fits.answer),
    nullWave: waveAt(design, fits.none),
  };
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
  shape: ShapeTest | null,
): WaveTestName[] {
  const names: WaveTestName[] = [];
  if (wave === null) names.push('T1');
  if (smooth === null) names.push('T2');
  if (late === null) names.push('T3', 'T4');
  if (shape === null) names.push('T5', 'T6');
  return names;
}
