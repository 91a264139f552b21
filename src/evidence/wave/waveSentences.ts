import { THRESHOLDS } from '../thresholds.ts';
import { PASSED_ANYWAY } from './passedAnyway.ts';
import type {
  LateAloneTest,
  LateTest,
  PlainTest,
  Rival,
  ShapeTest,
  SmoothTest,
  WaveDecision,
  WaveTest,
} from './waveDecision.ts';
import type { WaveOptions } from './wavePair.ts';

/** What the sentences speak of. */
export interface Told {
  readonly plain: PlainTest;
  readonly wave: WaveTest | null;
  readonly smooth: SmoothTest | null;
  readonly late: LateTest | null;
  readonly lateAlone: LateAloneTest | null;
  readonly shape: ShapeTest | null;
  readonly slow: SmoothTest | null;
  readonly passed: WaveDecision['passed'];
  readonly reason: WaveDecision['reason'];
  readonly rival: Rival | null;
  readonly sameDay: WaveDecision['sameDay'];
  readonly detectableRho: number | null;
}

/** One plain sentence for each test that failed; what stays open where all passed. */
export function waveSentences(told: Told, options: WaveOptions): string[] {
  const a = options.names?.a ?? 'A';
  const b = options.names?.b ?? 'B';
  const stepDays = options.stepDays ?? 1;
  const { passed, plain, wave, smooth, late, lateAlone, rival } = told;
  const sentences: string[] = [];
  if (told.reason !== null) sentences.push(reasonSentence(told.reason, a, b));
  else if (!passed.plain) {
    sentences.push(`The dates alone do not show that ${b} answers ${a} (p = ${plain.pValue.toFixed(2)}).`);
  }
  if (passed.T1 === false && wave !== null) {
    const far = (Math.max(wave.likelihoodRatio, 0) / 2).toFixed(1);
    sentences.push(
      isShared(wave.nullWave)
        ? `A wave shared by ${a} and ${b}, swelling and ebbing over about ${days(wave.nullWave.tau, stepDays)}, ` +
            `explains this as well (difference ${far}).`
        : `Without any answers and without a shared wave the record fits nearly as well (difference ${far}).`,
    );
    if (told.detectableRho !== null) {
      sentences.push(`This record could have told them apart at rho ≥ ${told.detectableRho.toFixed(2)}.`);
    }
  }
  if (passed.T2 === false && smooth !== null) {
    sentences.push(
      smooth.fitted
        ? `A smooth rise and fall over about ${days(smooth.nullWave.tau, stepDays)} fits as well.`
        : 'A smooth rise and fall could not be fitted to this record, so it is not ruled out.',
    );
  }
  if (passed.T3 === false && late !== null) {
    const shift = late.shiftNull * stepDays;
    sentences.push(
      late.shiftNull > 0
        ? `News that moves ${a} first and ${b} ${shift} days later fits as well; ` +
            'only a dated outside event or a third stream can decide.'
        : `News that moves ${a} and ${b} at once fits as well.`,
    );
  }
  if (passed.T3 === true && passed.T4 === false && lateAlone !== null) {
    const shift = lateAlone.shiftNull * stepDays;
    sentences.push(
      `News that moves ${a} first and ${b} ${shift} days later fits nearly as well as an answer beside news that moves ` +
        'both at once; only a dated outside event or a third stream can decide.',
    );
  }
  if (passed.T5 === false && told.shape !== null) {
    sentences.push(
      told.shape.switchesNull
        ? `Calm and storm that both sides share, in spells of about ${days(2 * told.shape.nullWave.tau, stepDays)}, fit as well.`
        : `A shared wave of another shape leaves too little of the answers to tell them from it.`,
    );
  }
  if (passed.T6 === false && told.slow !== null) {
    sentences.push(
      told.slow.fitted
        ? `A smooth rise and fall over about ${days(told.slow.nullWave.tau, stepDays)} leaves too little of the answers to tell them from it.`
        : 'A slow and smooth rise and fall could not be fitted to this record, so it is not ruled out.',
    );
  }
  if (passed.T1 && passed.T2 && passed.T3 && passed.T4 && passed.T5 && passed.T6) {
    if (rival !== null) sentences.push(rivalSentence(rival, a, b, stepDays));
    sentences.push(openSentence(a, (wave?.beside ?? 0) >= THRESHOLDS.wavelessGain));
  }
  const kappa = told.sameDay.kappa ?? 0;
  if (wave !== null && told.sameDay.pairs > 0 && kappa >= 0.05 && kappa >= wave.rho) {
    sentences.push(
      stepDays === 7
        ? 'Most pairs fall in the same week; weeks have no order inside.'
        : 'Most pairs fall on the same day; days have no order inside.',
    );
  }
  return sentences;
}

function reasonSentence(reason: NonNullable<WaveDecision['reason']>, a: string, b: string): string {
  if (reason === 'no triggers') return `The record holds no ${a} that ${b} could answer.`;
  if (reason === 'no responses') return `The record holds no ${b}.`;
  return 'The record is too short to tell an answer from a shared wave.';
}

/** What passes the tests too often all the same; where a wave is left beside the answer, incidents coded twice do too. */
function openSentence(a: string, waveLeft: boolean): string {
  const { lateWave, newsFirst, codedTwice } = PASSED_ANYWAY;
  const twice = waveLeft
    ? `; and, as a wave is left beside it, incidents recorded twice with sides swapped (of made records with 15 % of them under a wave ${codedTwice} of 100 passed)`
    : '';
  return `Still open: a cause that reaches ${a} first (of made records with a wave three days late ${lateWave} of 100 passed, with news ${newsFirst})${twice}.`;
}

function rivalSentence(rival: Rival, a: string, b: string, stepDays: number): string {
  const over = rival.tau === null ? '' : ` over about ${days(rival.tau, stepDays)}`;
  const loads = `(strength ${rival.cA.toFixed(2)} in ${a}, ${rival.cB.toFixed(2)} in ${b})`;
  const late = rival.shift > 0 ? `, reaching ${b} ${rival.shift * stepDays} days late,` : '';
  return `The strongest rival, a ${rival.kind}${over} ${loads}${late} fits worse by ${rival.distance.toFixed(1)}.`;
}

function isShared(wave: { readonly cA: number; readonly cB: number }): boolean {
  return wave.cA > 0.05 && wave.cB > 0.05;
}

function days(tau: number, stepDays: number): string {
  const whole = Math.max(1, Math.round(tau * stepDays));
  return whole === 1 ? 'one day' : `${whole} days`;
}
