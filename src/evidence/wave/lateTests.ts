import { contrast } from './contrast.ts';
import type { Optimum } from './climb.ts';
import type { LateFits } from './lateFits.ts';
import { LATE_ALONE_SHIFTS, SHIFTS, THRESHOLDS } from './thresholds.ts';
import type { LateAloneTest, LateTest } from './waveDecision.ts';
import { waveAt } from './waveAt.ts';
import type { WaveDesign } from './waveDesign.ts';

/** Where the wave is private the shift drops out; rounding must not choose one. */
const TIE = 1e-6;

interface At {
  readonly shift: number;
  readonly fit: Optimum;
}

/**
 * T3 and T4. T3: each hypothesis may choose its own delay of the wave. T4: the answer beside a wave that moves both at
 * once, against a late wave alone. T3 can be no smaller than T4 over the same shifts, so its alternatives are fitted only
 * where T4 leaves T3 open (or where everything is wanted).
 */
export function lateTests(
  design: WaveDesign,
  fits: LateFits,
  everything: boolean,
): { readonly late: LateTest; readonly alone: LateAloneTest } {
  const answerAtOnce = fits.both(0).answer;
  const among = (shifts: readonly number[]): At[] =>
    shifts.map((shift) => ({ shift, fit: fits.none(shift) }));
  const open =
    2 * (answerAtOnce.logLikelihood - highest(among(SHIFTS)).fit.logLikelihood) <= THRESHOLDS.strict;
  const answers =
    open || everything
      ? SHIFTS.map((shift) => ({ shift, fit: fits.both(shift).answer }))
      : [{ shift: 0, fit: answerAtOnce }];
  const none = highest(among(SHIFTS));
  const answer = highest(answers);
  const alone = highest(among(LATE_ALONE_SHIFTS));
  return {
    late: {
      ...contrast(none.fit.logLikelihood, answer.fit.logLikelihood),
      shiftNull: none.shift,
      shiftAlternative: answer.shift,
      nullWave: waveAt(design, none.fit),
      shifts: among(SHIFTS).map(({ shift, fit }) => ({
        shift,
        logLikelihoodNull: fit.logLikelihood,
        logLikelihoodAlternative: answers.find((one) => one.shift === shift)?.fit.logLikelihood ?? null,
      })),
    },
    alone: {
      ...contrast(alone.fit.logLikelihood, answerAtOnce.logLikelihood),
      shiftNull: alone.shift,
      nullWave: waveAt(design, alone.fit),
    },
  };
}

function highest(all: readonly At[]): At {
  return all.reduce((p, q) => (q.fit.logLikelihood > p.fit.logLikelihood + TIE ? q : p));
}
