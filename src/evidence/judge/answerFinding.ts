import { THRESHOLDS } from '../thresholds.ts';
import type { Finding } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import type { AnswerEvidence } from './answerEvidence.ts';
import type { AnswerReading } from './answerReading.ts';

export interface AnswerDecision {
  readonly finding: Finding;
  readonly reason: string | null;
  readonly timing: string;
  readonly cause: string;
  /** Set when the finding turns on who did it. */
  readonly attribution: string | null;
}

/** Draws the finding of `when … then …` from the evidence. Order matters: what cannot be told comes before what can. */
export function decideAnswer(evidence: AnswerEvidence): AnswerDecision {
  const counts = wordCounts(evidence);
  const { fit, wave, readings, smallestAnswer } = evidence;
  const found = fit.pValue <= THRESHOLDS.plainLevel && wave.passed.plain;
  const decide = (
    finding: Finding,
    reason: string | null,
    timing: string,
    cause = timing,
  ): AnswerDecision => ({
    finding,
    reason,
    timing: `${counts} ${timing}`,
    cause,
    attribution: null,
  });
  if (!found) return decideNothingFound(evidence, decide);

  const small = `Something is there, ${fit.rho.toFixed(2)} extra per trigger (${wordInterval(evidence)}), but less than the smallest effect of interest (${smallestAnswer}).`;
  // Whatever explains what is there: an effect of interest is ruled out.
  if (rulesOut(evidence)) return decide('contradicted', 'below the smallest effect', small);
  const failed = firstFailure(evidence);
  if (failed) return decide('not separable', failed.reason, failed.sentence);
  if (fit.rho < smallestAnswer) return decide('not separable', 'below the smallest effect', small);
  const turned = readings.filter((reading) => reading.turned);
  if (turned.length > 0) {
    const onDirection = turned.every(({ direction }) => direction === true);
    const doers = turned.filter(({ attribution }) => attribution);
    const decision = decide('disputed', onDirection ? 'direction policy' : 'readings', wordTurned(turned));
    const attribution = `It turns on who did it: it does not stand with ${doers.map(({ name }) => name).join('; ')}.`;
    return { ...decision, attribution: doers.length > 0 ? attribution : null };
  }
  const size = `about ${fit.rho.toFixed(2)} extra per trigger (${wordInterval(evidence)})`;
  return decide(
    'supported',
    null,
    `That is more than chance dates and a wave shared by both sides explain: ${size}.`,
    wave.sentences.join(' ') || 'It stands beside a wave of any length that moves both sides.',
  );
}

/** What stands where the finding does not: on other choices of a reader, and in periods that the file declares. */
function wordTurned(turned: readonly AnswerReading[]): string {
  const rho = (one: AnswerReading) =>
    one.rho === null ? 'no fit' : `${one.rho.toFixed(2)} extra per trigger`;
  const choices = turned.filter(({ alone }) => !alone).map((one) => `${one.name} (${rho(one)})`);
  const periods = turned.flatMap(({ alone, ...one }) => {
    if (!alone) return [];
    const upper = alone.upper === null ? '' : `, interval up to ${alone.upper.toFixed(2)}`;
    return [`${rho(one)} with ${one.name} (${wordCount(alone.triggers, 'triggers')}${upper})`];
  });
  return [
    ...(choices.length > 0
      ? [`The finding turns on a choice: it does not stand with ${choices.join('; ')}.`]
      : []),
    ...(periods.length > 0 ? [`It does not hold in every declared period: ${periods.join('; ')}.`] : []),
  ].join(' ');
}

/** `no extra Q`: an equivalence test. Supported only where an effect of interest would have been seen and was not. */
export function decideNoExtra(evidence: AnswerEvidence): AnswerDecision {
  const { smallestAnswer } = evidence;
  const answer = decideAnswer(evidence);
  const counts = wordCounts(evidence);
  if (rulesOut(evidence)) {
    const timing = `${counts} More than ${smallestAnswer} extra per trigger is ruled out (${wordInterval(evidence)}).`;
    return { ...answer, finding: 'supported', reason: 'equivalence', timing, attribution: null };
  }
  if (answer.finding === 'supported') {
    return { ...answer, finding: 'contradicted', reason: null, attribution: null };
  }
  return answer;
}

type Decide = (finding: Finding, reason: string | null, timing: string, cause?: string) => AnswerDecision;

function decideNothingFound(evidence: AnswerEvidence, decide: Decide): AnswerDecision {
  const { power, share, smallestAnswer } = evidence;
  const able = (power.power ?? 0) >= THRESHOLDS.powerWanted;
  const chance = share.triggers === 0 ? 0 : share.byChance / share.triggers;
  if (rulesOut(evidence)) {
    const sentence = `More than ${smallestAnswer} extra per trigger is ruled out (${wordInterval(evidence)}).`;
    return decide('contradicted', null, sentence);
  }
  const { opposite } = evidence;
  if (opposite?.passed === false) {
    const sentence = `An answer may be hidden: the second side is low when the first is busy (${opposite.detail}).`;
    return decide('not separable', opposite.name, sentence);
  }
  if (!able && chance >= THRESHOLDS.alwaysHoldsOne) {
    // Being followed by one is there to see, in window after window, and the mere number of responses explains it as well.
    const sentence =
      'Nearly every window of this length holds one whatever happened before it, so being followed by one does not tell an answer from what these days hold anyway.';
    return decide('not separable', 'window always holds one', `${sentence} ${wordPower(evidence)}`);
  }
  return decide('too few events', able ? 'interval too wide' : null, wordPower(evidence));
}

/**
 * The interval lies wholly below the smallest answer, on a record that could have put it there, and no wave that moves
 * the sides against each other may hide one.
 */
function rulesOut(evidence: AnswerEvidence): boolean {
  const { fit, excludes, smallestAnswer, opposite } = evidence;
  const below = fit.upper !== null && fit.upper < smallestAnswer && excludes >= THRESHOLDS.powerWanted;
  return below && opposite?.passed !== false;
}

/** The wave tests by the names of their guards. */
const WAVE_GUARDS = {
  T1: 'shared wave (T1)',
  T2: 'smooth wave (T2)',
  T3: 'late wave (T3)',
  T4: 'late wave alone (T4)',
  T5: 'wave of calm and storm (T5)',
  T6: 'slow smooth wave (T6)',
} as const;

/** The first guard that an apparent answer does not pass, as reason and sentence. */
function firstFailure({
  wave,
  guards,
  quickFault,
}: AnswerEvidence): { reason: string; sentence: string } | null {
  const { passed, sentences } = wave;
  const failedTests = (['T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const).filter((name) => passed[name] !== true);
  if (failedTests.length > 0) {
    const sentence = sentences.join(' ') || 'A wave shared by both sides explains this as well.';
    return { reason: WAVE_GUARDS[failedTests[0] ?? 'T1'], sentence };
  }
  const wanted: Readonly<Record<string, string>> = {
    'rest of the theatre':
      'Seen beside the other events of this theatre, a wave that moves all of them explains this as well.',
    'beyond the first two days': quickFault ?? '',
    'triggers alone on their day':
      'Only triggers on days with several of them are followed by more; one cause that brings several at once, and the second side behind them, looks the same.',
    'acts in the place of the answers':
      'The first side acted in the place of the answers too; beside answers to that, hardly anything is left.',
    'without the busiest days': 'It rests on the busiest few days of the record.',
    'without any one month': 'It rests on a single month of the record.',
    'how the record was collected':
      'This record was collected in a way that favours quick answers, so an excess of them cannot be told from the way of collecting.',
  };
  const failed = guards.find(({ name, passed: ok }) => ok === false && name in wanted);
  return failed ? { reason: failed.name, sentence: wanted[failed.name] ?? failed.detail } : null;
}

function wordCounts({ share, trigger }: AnswerEvidence): string {
  if (share.triggers === 0) return 'No trigger has its whole window inside the record.';
  const one = share.triggers === 1;
  return `${share.answered} of ${share.triggers} ${trigger}${one ? '' : 's'} ${one || share.answered === 1 ? 'was' : 'were'} followed by one; dates drawn at random give ${share.byChance.toFixed(1)} of ${share.triggers}.`;
}

function wordInterval({ fit }: AnswerEvidence): string {
  const bound = (value: number | null) => (value === null ? '?' : value.toFixed(2));
  return `${Math.round(100 * THRESHOLDS.intervalLevel)} % interval ${bound(fit.lower)} to ${bound(fit.upper)}`;
}

function wordPower({ power, smallestAnswer, wave }: AnswerEvidence): string {
  if (power.power === null || power.detectable === null) return 'This record holds no information about it.';
  // Where the wave was not fitted the information is that of the model without one: more than there is.
  const [most, least] = wave.information === null ? ['at most ', 'at least '] : ['', ''];
  return (
    `This record would show ${smallestAnswer} extra per trigger with probability ${most}${power.power.toFixed(2)}; ` +
    `to be seen four times in five it would have to be ${least}${power.detectable.toFixed(2)}.`
  );
}
